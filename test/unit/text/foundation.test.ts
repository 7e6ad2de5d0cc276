// Checks tokens, stems, terms, language and near-duplicates on real wordings.
// It must not know the rooms that use them.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { detectLanguage } from '../../../electron/core/text/language.ts'
import { containment, estimateResemblance, resemblance, signatureOf } from '../../../electron/core/text/near-duplicates.ts'
import { normalise } from '../../../electron/core/text/normalise.ts'
import { stem, stemText } from '../../../electron/core/text/stems.ts'
import { termsOf } from '../../../electron/core/text/terms.ts'
import { foldToken, tokenize } from '../../../electron/core/text/tokens.ts'

const words = (text: string): string[] => tokenize(text).map((token) => token.text)

describe('normalise', () => {
  it('gives NFC and LF and changes nothing else', () => {
    expect(normalise('e\u0301te\u0301\r\nA\u00a0B\rC  «x»\t')).toBe('été\nA\u00a0B\nC  «x»\t')
  })
  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalise(normalise(text)) === normalise(text)))
  })
})

describe('tokenize', () => {
  it('splits elisions, keeps lexical apostrophes, separates hyphens', () => {
    expect(words("L’eau d'Arles qu'il aujourd'hui quelqu’un Saint-Nazaire")).toEqual([
      'L',
      'eau',
      'd',
      'Arles',
      'qu',
      'il',
      "aujourd'hui",
      'quelqu’un',
      'Saint',
      'Nazaire',
    ])
    expect(words("don't Macron's O'Brien l'O'Brien")).toEqual(["don't", 'Macron', 's', "O'Brien", 'l', "O'Brien"])
    expect(words('3,5 % et 12.000, puis 7.')).toEqual(['3,5', 'et', '12.000', 'puis', '7'])
  })
  it('gives offsets that slice back to the token', () => {
    const piece = fc.oneof(fc.constantFrom("l'", 'qu’', "don't", ' ', '-', '3,5', 'œuf', '😀', "'s", 'é'), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(token.start).toBeGreaterThanOrEqual(last)
          expect(token.end).toBeGreaterThan(token.start)
          last = token.end
        }
      }),
    )
  })
  it('folds case, ligatures and diacritics', () => {
    expect(['Élysée', 'Œuvre', 'Æquo', 'GARÇON', 'aujourd’hui'].map(foldToken)).toEqual([
      'elysee',
      'oeuvre',
      'aequo',
      'garcon',
      "aujourd'hui",
    ])
  })
})

describe('stems and terms', () => {
  it('joins the forms of a word', () => {
    expect(stem('chevaux', 'fr')).toBe(stem('cheval', 'fr'))
    expect(stem('élections', 'fr')).toBe(stem('ELECTION', 'fr'))
    expect(stem('œuvres', 'fr-FR')).toBe(stem('oeuvre', 'fr'))
    expect(stem('fishing', 'en')).toBe(stem('fished', 'en'))
    expect(stem('Été', 'br')).toBe('ete')
  })
  it('keeps every word for search, only telling ones as terms', () => {
    expect(stemText("Les élections de l'estuaire", 'fr')).toBe('le elect de l estuair')
    expect(termsOf("Les élections de l'estuaire à 3 km", 'fr')).toEqual(['elect', 'estuair', '3', 'km'])
    expect(termsOf('The boats are not in the harbour', 'en')).toEqual(['boat', 'harbour'])
  })
})

describe('detectLanguage', () => {
  const french = 'Le conseil municipal a voté hier soir la rénovation du port de pêche.'
  it('reads French, English and others', () => {
    expect(detectLanguage(french)).toBe('fr')
    expect(detectLanguage('The town council voted last night to renovate the fishing harbour.')).toBe('en')
    expect(detectLanguage('Der Stadtrat hat gestern Abend die Sanierung des Hafens beschlossen.')).toBe('de')
  })
  it('does not guess on too little', () => {
    expect(detectLanguage('Oui !')).toBeNull()
    expect(detectLanguage('Oui !', 'fr-FR')).toBe('fr')
  })
  it('believes what is declared, unless a long text clearly is in another language', () => {
    expect(detectLanguage(french, 'br')).toBe('br')
    expect(detectLanguage(french, 'en')).toBe('en')
    expect(detectLanguage(`${french} ${french} ${french}`, 'en')).toBe('fr')
  })
})

describe('near-duplicates', () => {
  const dispatch =
    'Un chalutier de dix-huit mètres a coulé dans la nuit de mardi à mercredi au large de la pointe des Moines. Les cinq marins ont été hélitreuillés sains et saufs par la marine nationale, a indiqué la préfecture maritime.'
  const update = dispatch.replace('cinq marins', 'six marins')
  const other = 'Le conseil municipal a adopté le budget de la ville après trois heures de débats tendus entre la majorité et l’opposition.'
  it('tells an edited dispatch from another story', () => {
    expect(resemblance(dispatch, update)).toBeGreaterThan(0.75)
    expect(resemblance(dispatch, other)).toBeLessThan(0.05)
    expect(resemblance('', '')).toBe(0)
    expect(containment(dispatch, `${other} ${dispatch}`)).toBe(1)
  })
  it('estimates resemblance from signatures within three standard errors', () => {
    const estimate = estimateResemblance(signatureOf(dispatch), signatureOf(update))
    expect(Math.abs(estimate - resemblance(dispatch, update))).toBeLessThan(0.27)
    expect(estimateResemblance(signatureOf(dispatch), signatureOf(dispatch))).toBe(1)
    expect(estimateResemblance(signatureOf(''), signatureOf(''))).toBe(0)
  })
})
