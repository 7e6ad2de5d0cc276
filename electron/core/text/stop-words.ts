// Words too common to tell one text from another, French and English, folded (no diacritics).
// It must not know who filters with them. Lists written for Marbre.
import { primaryLanguage } from './stems.ts'

const FRENCH = `a ai aie aient ait alors apres as assez au aucun aucune aujourd'hui auquel aura aurait auraient auront aussi autre autres aux
auxquels avaient avait avant avec avoir avons avez ayant b bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chacun
chaque chez ci comme comment contre d d'abord d'ailleurs dans de deja depuis derriere des desormais dessous dessus deux devait devant devra
devrait devraient doit doivent donc dont du durant e eh elle elles en encore enfin ensuite entre es est et etaient etait etant ete etes etre
eu eux fait faire faisait font fois furent fut hors ici il ils j jamais je jusqu jusque l la laquelle le lequel les lesquels leur leurs lors
lorsqu lorsque lui m ma mais malgre me meme memes mes mieux moi moins mon n ne ni non nos notamment notre nous on ont or ou outre par parce
parfois parmi pas pendant personne peu peut peuvent plus plusieurs plutot pour pourquoi pourrait pourtant pres puis puisqu puisque qu quand
quant que quel quelle quelles quelqu'un quelque quelques quels qui quoi quoique rien s sa sans se selon sera serait seraient seront ses seul
si sinon soi soient soit sommes son sont souvent sous suis sur surtout t ta tandis tant te tel telle telles tels tes toi ton toujours tous
tout toute toutes tres trop tu un une va vers voici voila vont vos votre vous vu y`

const ENGLISH = `a about above after again against all almost also although always am among an and another any anyone anything are aren't
around as at away b back be became because become been before behind being below between both but by c came can can't cannot could couldn't
d did didn't do does doesn't doing don't done down during e each either else even ever every everyone everything few for from further get
gets getting go goes going got had hadn't has hasn't have haven't having he her here hers herself him himself his how however i if in into
is isn't it its itself just least less let like ll made make many may me might mine more most much must my myself near neither never no nor
not nothing now of off often on once one only onto or other others ought our ours ourselves out over own per perhaps put rather re s same
say says said shall she should shouldn't since so some someone something still such t than that the their theirs them themselves then there
these they this those though through thus to together too toward towards under until up upon us ve very was wasn't we were weren't what
whatever when where whether which while who whole whom whose why will with within without won't would wouldn't yet you your yours yourself`

const LISTS: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(FRENCH.split(/\s+/)),
  en: new Set(ENGLISH.split(/\s+/)),
}
const NONE: ReadonlySet<string> = new Set()

/** The folded stop words of a language; none for languages without a list. */
export function stopWords(lang: string | null): ReadonlySet<string> {
  return LISTS[primaryLanguage(lang)] ?? NONE
}
