// What stands around harsh words: quoted, denounced, ironic; what the comment answers and whether it speaks of its article.
// It must not know models, nor decide.
import { contentWords } from './content-words.ts'
import type { RuleHit } from './lexicon.ts'

const DENOUNCED = [
  /\bc(?:e |['’])(?:est|était|n['’]est pas|sont) (?:du |de la |des |de l['’]|une? |pas |tout simplement |juste )*(?:racis\p{L}+|antisémit\p{L}+|homophob\p{L}+|sexis\p{L}+|islamophob\p{L}+|xénophob\p{L}+|haine|insultes?|harcèlement|discrimination|acceptable|normal|tolérable|une opinion|délit|violence)/iu,
  /\b(?:inadmissibles?|intolérables?|inacceptables?|condamn\p{L}+|dénonc\p{L}+|choqué\p{L}*|blessé\p{L}*|puni\p{L}* par la loi|honteux de (?:dire|lire|traiter)|arrêtez de (?:dire|traiter|les|nous)|stop (?:à|aux)|signal\p{L}+ ce|vous devriez modérer|modérez|luttons|lutter contre|victimes? d)/iu,
  /\b(?:ne|n['’])(?: \p{L}+)? (?:devrait|devraient|doit|doivent|mérite|peut|peuvent|faut) (?:jamais|pas|plus)\b/iu,
  /\b(?:is|are|was|were|that['’]s|it['’]s) (?:never |not |just |simply |still |an? |so |always )*(?:racis\p{L}+|antisemit\p{L}+|homophob\p{L}+|sexis\p{L}+|xenophob\p{L}+|islamophob\p{L}+|hate speech|unacceptable|acceptable|hurtful|okay|ok|wrong|dehumani[sz]ing|slurs?|harassment|bullying)\b/iu,
  /\b(?:stop calling|stop using|never (?:say|call|use)|no ?(?:one|body) (?:should|deserves)|should (?:never|not)|condemn\p{L}*|denounce\p{L}*|reported? (?:this|that|you)|fight against|stand up to|victims? of)\b/iu,
]
const POLITE =
  /\b(?:rest(?:ez|e|ons) polis?|soyez corrects?|du respect|un peu de respect|sans insulter?|pas d['’]insultes?|be civil|be polite|be respectful|watch your language|no need to insult|no need for insults)\b/iu
const IRONY =
  /\b(?:bravo|merci|félicitations|quel génie|well done|great job|thanks|congratulations)\b.{0,80}(?:!|\.\.\.|…|;-?\)|:-?\))|\/s\b|(?:^|\s)(?:;-?\)|🙃|😏)/iu
const AGREES =
  /^(?:\+ ?1|(?:tout à fait|entièrement|complètement|totalement|bien|100 ?%) ?d['’ ]?accord|d['’]accord avec|je suis d['’]accord|tout à fait|exactement|exact|bien dit|bien parlé|bien envoyé|c['’]est (?:vrai|clair)|tellement vrai|amen|this|exactly|so true|well said|(?:i )?(?:totally |completely |fully )?agreed?|you(?:['’]re| are) right|spot on|100 ?%)/iu
const shortReply = 12
/** Fewer telling words prove nothing about the subject. */
const fewestOnTopic = 12

/** Milder words ("shame", "ugly") are nobody's insult, whoever says them. */
const harshWeight = 0.35
const harsh: readonly RuleHit['category'][] = ['hate', 'insult', 'threat']

export type ContextSignal = 'quoted' | 'counter-speech' | 'irony' | 'agrees-with-hostile' | 'off-topic'

/** What a comment stands under: the comments it answers, direct parent first, and its article's own words. */
export interface CommentContext {
  readonly parents: readonly { readonly body: string; readonly strong: boolean }[]
  readonly article: string | null
}
export const noContext: CommentContext = { parents: [], article: null }

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Words of the answered comment, thrown back to be denounced or asked about. */
function isThrownBack(body: string, hit: RuleHit, parents: CommentContext['parents']): boolean {
  const words = fold(body.slice(hit.start, hit.end))
  if (!parents.some((parent) => fold(parent.body).includes(words))) return false
  return /^\s?[»"”]?\s?\?/u.test(body.slice(hit.end)) || POLITE.test(body) || DENOUNCED.some((pattern) => pattern.test(body))
}

function isOffTopic(body: string, { article, parents }: CommentContext): boolean {
  if (article === null || parents.length > 0) return false
  const said = contentWords(body)
  if (said.size < fewestOnTopic) return false
  const known = contentWords(article)
  return ![...said].some((word) => known.has(word))
}

/** What speaks for or against taking the hits at their word. */
export function contextSignals(body: string, hits: readonly RuleHit[], context: CommentContext = noContext): ContextSignal[] {
  const words = hits.filter((hit) => harsh.includes(hit.category) && hit.weight >= harshWeight)
  const signals: ContextSignal[] = []
  if (words.length > 0 && words.every((hit) => hit.reported || isThrownBack(body, hit, context.parents))) signals.push('quoted')
  if (words.some((hit) => hit.reported || hit.category === 'hate') && DENOUNCED.some((pattern) => pattern.test(body)))
    signals.push('counter-speech')
  if (IRONY.test(body)) signals.push('irony')
  const direct = context.parents[0]
  if (direct?.strong === true && AGREES.test(body.trim()) && body.split(/\s+/u).length <= shortReply) signals.push('agrees-with-hostile')
  if (isOffTopic(body, context)) signals.push('off-topic')
  return signals
}
