// Words that turn a claim into its opposite when one stands for the other (stems' first letters).
// It must not know negations.

const FRENCH = `augment/baiss augment/diminu hauss/baiss progress/recul progress/diminu accept/refus accept/rejet adopt/rejet approuv/rejet
approuv/refus valid/rejet gagn/perd gagn/perdu victoir/defait ouvert/ferme ouvrir/fermer ouvrira/fermera autoris/interdi condamn/relax condamn/acquitt
coupabl/innocent favorabl/defavorabl favorabl/oppose soutien/oppose confirm/dement avant/apres majorit/minorit hausse/chute accelere/ralenti
supprim/cre cree/supprime legal/illegal vainqu/perdant succes/echec monte/descend renforc/affaibl embauch/licenci achet/vend`
const ENGLISH = `increas/decreas increas/fell increas/drop rose/fell rise/fall rising/falling grew/shrank accept/reject approv/reject adopt/reject
pass/reject won/lost win/lose victor/defeat open/clos allow/ban guilty/innocent convict/acquit support/oppos confirm/den before/after majorit/minorit
gain/loss success/failure higher/lower more/fewer buy/sell bought/sold legal/illegal strengthen/weaken hire/dismiss gain/lost up/down`

const pairs = (list: string): (readonly [string, string])[] =>
  list.split(/\s+/).flatMap((pair) => {
    const [a = '', b = ''] = pair.split('/')
    return [[a, b] as const, [b, a] as const]
  })
const OPPOSITES = { fr: pairs(FRENCH), en: pairs(ENGLISH) }

/** The beginnings of words opposite to a folded word. */
export function oppositesOf(fold: string, lang: 'fr' | 'en'): string[] {
  return OPPOSITES[lang].filter(([word]) => begins(fold, word)).map(([, opposite]) => opposite)
}

/** True when a folded word is a form of an opposite's beginning. Short ones must be the whole word. */
export function begins(fold: string, beginning: string): boolean {
  return beginning.length <= 4 ? fold === beginning : fold.startsWith(beginning)
}
