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
  '« Je pars. Je reviendrai. »| Il est parti.',
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
  'L’art. L. 123-4 du code s’applique.| L’art. R. 4127-12 aussi.',
  'La réponse est non.| C’était de l’art.| Le maire est sorti.',
  'Il a dit oui à 20 h.| Le bar a fermé à 22 h. 30 précises.',
  'J. R. R. Tolkien et J.K. Rowling.| Fin.',
  'Le prix est de 1 200,50 €.| Il était de 1.200,50 € en 2020.| Bon.',
  'Il demande : « Où ? Quand ? » |Personne ne répond.',
  '« Nous partons. Nous reviendrons », a dit le maire.| Il est parti.',
  '« Vraiment ? » s’étonne-t-il.| « Oui ! », répond-elle.',
  'Né le 1er. janv. 1950 à Brest.| Mort en 2001.',
  'Voir https://www.exemple.fr/a.b?c=d.| Suite.',
  'Le site lemonde.fr a publié la liste.| Le site Data.gouv.fr aussi.',
  'C’est vrai...| Il part.| C’est... vrai.| Bon... enfin.',
  'Le n° 5 et le nº 12.| Le no 7.',
  'Jean-Luc M., 43 ans, a été arrêté.| Il nie.',
  'Louis XIV.| Il règne.',
  'Il a vu le film no. 3, vol. II, chap. IV.| Fin.',
  'Il manque de vitamine C.| Le maire aussi.| J. Le Goff est là.',
  'Deux points : |\n• un\n|• deux\n|a) trois\n|b) quatre',
  'La version 2.0.1 est sortie.| 20 personnes l’ont prise.',
]
const ENGLISH = [
  'Mr. Smith met Gov. Brown.| They spoke for 3.5 hours.',
  'The U.S. Navy came.| It left the U.S.| The Navy came back.',
  '“I will go.” |He left.| "Really?" she asked.',
  'See p. 12, e.g. the map.| No. 5 is closed.',
  'Acme Inc. (listed in Paris) grew.| It hired 20 people.',
  'John F. Kennedy spoke at 5 p.m. on Monday.| He left.',
  'The answer is no.| It was a work of art.| The mayor left.',
  'No. 5 and Nos. 6 and 7.| See Fig. 3 and pp. 3-4.',
  'He works for the U.S. Department of State.| It is in Washington, D.C.| The capital is big.',
  'At 9 a.m. Monday the store opened.| It closed at 5 p.m.| She left.',
  'He said, “I came. I saw.” |She left.',
  '"It works. It really does," she said.| He left.',
  'Dr. J. R. R. Smith, Ph.D., spoke.| Sgt. Pepper, too.',
  'Inc. is a magazine.| Apple Inc. is a firm.| He joined Apple Inc.| The firm grew.',
  'Visit Data.gov.| USA.gov helps.| See http://a.b/c.d for more.',
  'On Jan. 5 and Sept. 6.| It rained in Jan.| The sun came back.',
  'He was born in 1980.| In 1990 he left.| 2000 was good.',
  'What?!| No way…| Yes.',
  'The Act (116 Stat. 2899, H.R. 2458/S. 803) passed.| 18F helped.',
]
const OTHERS: readonly (readonly [string, string])[] = [
  ['es', 'El Sr. Pérez y la Sra. López llegaron.| D. José también.| ¿Cómo?| ¡Bien!| EE. UU. firmó.| Fin.'],
  ['es', 'El Dr. Ruiz vive en la Avda. Sol, núm. 5.| La pág. 12 y el art. 3.| Bueno.'],
  ['de', 'Am 3. Oktober kam Dr. Müller.| Er war z. B. müde, d. h. krank.| Prof. Meier und Hr. Schmidt, S. 12, Nr. 5.| Ende.'],
  ['de', 'Die Hauptstr. 5 ist zu.| „Ich gehe.“ |Er ging.| Ludwig XIV. war König.'],
  ['it', 'Il sig. Rossi e la sig.ra Bianchi.| Il dott. Verdi e l’on. Neri, pag. 12, n. 5.| Fine.'],
  ['pt', 'O Sr. Silva e a Sra. Costa.| O Dr. Lima mora na Av. Paulista, n. 5.| Fim.'],
  ['nl', 'De heer dhr. Jansen en mevr. de Vries.| Prof. dr. Bakker, blz. 12, nr. 5.| Einde.'],
]

describe('segment', () => {
  it.each([...FRENCH.map((marked) => ['fr', marked] as const), ...ENGLISH.map((marked) => ['en', marked] as const), ...OTHERS])(
    '%s: %s',
    (lang, marked) => {
      const expected = marked.split('|').map((part) => part.trim())
      expect(segment(marked.replaceAll('|', ''), lang).map((sentence) => sentence.text)).toEqual(expected)
    },
  )

  it('cuts a very long quotation like any text', () => {
    const long = `« ${'Le port rouvre enfin. '.repeat(20)}» Fin.`
    expect(segment(long, 'fr').length).toBeGreaterThan(15)
  })

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
        '„',
        '“',
        'art. L. 3',
        ' 3 500,5 ',
        'z. B. ',
        '*_',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('fr', 'en', 'de', 'es', 'xx-weird', null), (pieces, lang) => {
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
