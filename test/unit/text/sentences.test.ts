// Checks the cutting of sentences on the traps of French and English newsprint.
// It must not know what sentences are used for.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { segment } from '../../../electron/core/text/sentences.ts'

// `|` marks where the text must be cut, and nowhere else.
const FRENCH = [
  'M. Dupont est venu.| Mme. Le Goff et le Dr. Martin aussi.',
  'Voir p. 12 et art. 3, cf. la loi.| Il habite 3 av. Foch, à St. Malo.',
  'J. K. Rowling et J.-P. Martin sont venus.| Fin.',
  '« Je pars. »| Le maire est sorti.| « Non ! » a-t-il crié.',
  '« Je pars.| Je reviendrai. »| Il est parti.',
  'Il hésite… puis il part.| Il hésite…| Puis il part.',
  'Le budget atteint 3.5 millions.| Le déficit, 12,4 %.',
  'La lettre n. 5 est arrivée.| Elle est datée de sept. 2024.',
  'Une phrase sans fin|\n\nUn autre paragraphe.| Puis un autre.',
  'À retenir :|\n- un premier point|\n- un second point|\n1. un numéro',
  'Une ligne coupée au milieu de\nla phrase se poursuit.| Ensuite.',
  'Il a dit "Je pars."| Le maire est sorti.',
  'C’est la fin.[1] |Le maire est sorti.',
  'Des poires, des pommes, etc.| Le marché a fermé.',
  'Est-ce vrai ?| Oui !| Vraiment (dit-on).| Bon.',
  'Le procureur (Me. Kervella) a parlé.| Silence.',
]
const ENGLISH = [
  'Mr. Smith met Gov. Brown.| They spoke for 3.5 hours.',
  'The U.S. Navy came.| It left the U.S.| The Navy came back.',
  '“I will go.” |He left.| "Really?" she asked.',
  'See p. 12, e.g. the map.| No. 5 is closed.',
  'Acme Inc. (listed in Paris) grew.| It hired 20 people.',
  'John F. Kennedy spoke at 5 p.m. on Monday.| He left.',
]

describe('segment', () => {
  it.each([...FRENCH.map((marked) => ['fr', marked] as const), ...ENGLISH.map((marked) => ['en', marked] as const)])(
    '%s: %s',
    (lang, marked) => {
      const expected = marked.split('|').map((part) => part.trim())
      expect(segment(marked.replaceAll('|', ''), lang).map((sentence) => sentence.text)).toEqual(expected)
    },
  )

  it('always slices back, in order, and leaves only space out', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'M. ',
        'p. 12 ',
        '« ',
        ' »',
        '"',
        '. ',
        '… ',
        '\n',
        '\n\n',
        '- ',
        'Le maire ',
        'a dit',
        '! ',
        '\u2028',
        '\u00a0',
        '[1] ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('fr', 'en'), (pieces, lang) => {
        const text = pieces.join('')
        let last = 0
        for (const sentence of segment(text, lang)) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          expect(sentence.text.trim()).toBe(sentence.text)
          expect(sentence.text).not.toBe('')
          expect(text.slice(last, sentence.start).trim()).toBe('')
          last = sentence.end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
      { numRuns: 400 },
    )
  })
})
