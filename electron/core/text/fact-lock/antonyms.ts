// Words that turn a claim into its opposite when one stands for the other (stems' first letters).
// It must not know negations.

const FRENCH = `augment/baiss augment/diminu hauss/baiss progress/recul progress/diminu accept/refus accept/rejet adopt/rejet approuv/rejet
approuv/refus valid/rejet gagn/perd gagn/perdu victoir/defait ouvert/ferme ouvrir/fermer ouvrira/fermera autoris/interdi condamn/relax condamn/acquitt
coupabl/innocent favorabl/defavorabl favorabl/oppose soutien/oppose confirm/dement avant/apres majorit/minorit hausse/chute accelere/ralenti
supprim/cre cree/supprime legal/illegal vainqu/perdant succes/echec monte/descend renforc/affaibl embauch/licenci achet/vend`
const ENGLISH = `increas/decreas increas/fell increas/drop rose/fell rise/fall rising/falling grew/shrank accept/reject approv/reject adopt/reject
pass/reject won/lost win/lose victor/defeat open/clos allow/ban guilty/innocent convict/acquit support/oppos confirm/den before/after majorit/minorit
gain/loss success/failure higher/lower more/fewer buy/sell bought/sold legal/illegal strengthen/weaken hire/dismiss gain/lost up/down`
// Judged only where one word took the other's very place: too common to compare at large.
const FRENCH_IN_PLACE = `plus/moins premier/dernier premiere/derniere premiers/derniers premieres/dernieres debut/fin meilleur/pire mieux/moins rapide/lent grand/petit nouve/ancien
nouve/vieux haut/bas posit/negat soutien/opposit soutenu/combattu soutient/combat pour/contre mort/vivant mort/surviv amelior/degrad amelior/aggrav simple/complex facil/difficil
fort/faibl fort/leger cree/detrui creer/detruire creer/supprimer cree/supprime ajout/retir ajout/supprim ajout/enlev nord/sud est/ouest occidental/oriental septentrional/meridional gratuit/payant public/prive publique/privee superieur/inferieur
reduction/augmentation reduire/augmenter reduit/augment croissanc/recul croissanc/baiss excedent/deficit benefic/perte gain/perte profit/perte hausse/recul hausse/diminution
augmentation/reduction augmentation/recul augmentation/baisse long/court longu/court large/etroit riche/pauvre jeune/vieux jeune/age ancien/recent ancien/actuel possible/impossible
commenc/fini commenc/termin commenc/achev debut/termin debut/achev entr/sort arriv/part arrivee/depart avec/sans dans/hors sous/sur matin/soir nuit/jour interieur/exterieur interne/externe
national/international minim/maxim minoritair/majoritair optimist/pessimist danger/sur sain/malade plein/vide leve/maintenu suspend/maintien suspend/reprend ratifi/rejet vot/rejet
felicit/critiqu salu/critiqu salu/condamn approuv/condamn approuv/desapprouv encourag/decourag activ/desactiv install/desinstall lourd/leger tot/tard proche/loin proche/eloigne davantag/moins
toujours/jamais toujours/parfois souvent/rarement beaucoup/peu tous/aucun toutes/aucune elu/battu emporte/perdu emporter/perdre remport/perdu remport/perd vainqueur/vaincu nomm/revoqu nomm/limog
retabli/interromp repris/interromp repris/suspend liber/arret libere/incarcer innocent/condamn allie/ennemi ami/ennemi homme/femme hommes/femmes fils/fille frere/soeur pere/mere
entier/partiel total/partiel definiti/provisoir permanent/temporair volontair/involontair direct/indirect normal/anormal connu/inconnu legitim/illegitim visible/invisible
droite/gauche droit/gauche chaud/froid propre/sale vrai/faux utile/inutile abord/enfin devant/derriere dessus/dessous`
const ENGLISH_IN_PLACE = `open/closed more/less more/fewer most/least most/fewest first/last best/worst better/worse fast/slow faster/slower large/small larger/smaller largest/smallest big/small bigger/smaller biggest/smallest
new/old newer/older newest/oldest high/low highest/lowest posit/negat alive/dead improv/worsen simpl/complex strong/weak stronger/weaker strongest/weakest creat/destroy add/remov safe/danger
north/south northern/southern northeast/southwest east/west eastern/western easy/difficult easy/hard easier/harder easily/hardly free/paid public/privat possibl/impossibl above/below inside/outside over/under
with/without for/against support/opposit supporter/opponent ally/enemy friend/enemy start/end start/stop start/finish began/ended begin/end begin/finish beginning/end enter/leave arriv/depart arriv/left join/left join/leav
early/late earlier/later earliest/latest near/far rich/poor young/old younger/older long/short longer/shorter longest/shortest wide/narrow heavy/light deep/shallow hot/cold warm/cold full/empty
rose/dropped rise/drop rise/decline rose/declined growth/decline grow/shrink growing/shrinking grown/shrunk gain/lose gained/lost profit/loss surplus/deficit increas/reduc increas/declin increas/cut rais/lower rais/cut
surg/plung soar/plummet climb/drop expand/shrink expand/contract accelerat/slow prais/critici welcom/condemn welcom/reject approv/condemn approv/disapprov approv/den encourag/discourag agree/disagree agree/refus
accept/refus accept/declin grant/den admit/den lift/impos impos/lifted suspend/resum halt/resum cancel/confirm permit/prohibit permit/forbid allow/forbid allow/prohibit allow/prevent allow/block legal/unlawful lawful/unlawful
elect/defeat beat/lost defeat/lost won/failed pass/fail passed/failed succeed/fail succe/failed successful/failed appoint/dismiss hire/fire hired/fired releas/arrest releas/detain freed/jailed innocent/convict
always/never always/rarely often/rarely often/seldom many/few all/none everyone/nobody man/woman men/women male/female son/daughter brother/sister father/mother husband/wife boy/girl
total/partial permanent/temporar voluntar/involuntar direct/indirect normal/abnormal known/unknown visible/invisible useful/useless internal/external national/international minim/maxim optimis/pessimis
left/right true/false upper/lower top/bottom morning/evening day/night before/since enabl/disabl includ/exclud connect/disconnect install/uninstall online/offline like/unlike likely/unlikely able/unable aware/unaware
certain/uncertain happy/unhappy fair/unfair available/unavailable expensive/cheap light/dark wet/dry buy/sell lend/borrow win/loss wins/losses good/bad clear/unclear major/minor modern/ancient domestic/foreign urban/rural`

const pairs = (list: string): (readonly [string, string])[] =>
  list.split(/\s+/).flatMap((pair) => {
    const [a = '', b = ''] = pair.split('/')
    return [[a, b] as const, [b, a] as const]
  })
const OPPOSITES = { fr: pairs(FRENCH), en: pairs(ENGLISH) }

/** Pairs by the first two letters of their first member: a word is compared with a handful, not with all. */
function indexed(list: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const index = new Map<string, (readonly [string, string])[]>()
  for (const pair of list) index.set(pair[0].slice(0, 2), [...(index.get(pair[0].slice(0, 2)) ?? []), pair])
  return index
}
const IN_PLACE = { fr: indexed([...OPPOSITES.fr, ...pairs(FRENCH_IN_PLACE)]), en: indexed([...OPPOSITES.en, ...pairs(ENGLISH_IN_PLACE)]) }

/** True when one folded word denies the other: a listed pair, or one prefix that denies ("possible", "impossible"). */
export function areOpposite(a: string, b: string, lang: 'fr' | 'en'): boolean {
  if (a === b) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const prefix = long.endsWith(short) && short.length >= 4 ? long.slice(0, -short.length) : ''
  if (/^(?:un|in|im|ir|il|dis|de|des|non|mal|me|mis|anti)$/u.test(prefix)) return true
  return (IN_PLACE[lang].get(a.slice(0, 2)) ?? []).some(([word, opposite]) => isForm(a, word) && isForm(b, opposite))
}

// In one place, four letters in common are enough.
const isForm = (fold: string, beginning: string): boolean => (beginning.length < 4 ? fold === beginning : fold.startsWith(beginning))

/** The beginnings of words opposite to a folded word. */
export function oppositesOf(fold: string, lang: 'fr' | 'en'): string[] {
  return OPPOSITES[lang].filter(([word]) => begins(fold, word)).map(([, opposite]) => opposite)
}

/** True when a folded word is a form of an opposite's beginning. Short ones must be the whole word. */
export function begins(fold: string, beginning: string): boolean {
  return beginning.length <= 4 ? fold === beginning : fold.startsWith(beginning)
}
