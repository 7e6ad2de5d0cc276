// Signs that harsh words are reported, answered or turned round: then the tool does not know.
// It must not know which words are harsh.
import type { RuleHit } from './lexicon.ts'

const QUOTED = /«[^»]{0,300}»|“[^”]{0,300}”|"[^"\n]{0,300}"|(?<!\p{L})'[^'\n]{2,80}'(?!\p{L})/gu
const REPORTED = [
  /\b(?:m['’]a|m['’]ont|l['’]a|l['’]ont|nous a|nous ont|se faire|s['’]est fait|fait) (?:traiter?|traitée?s?|appeler?|appelée?s?|insulter?)\b/iu,
  /\b(?:le mot|l['’]insulte|le terme|l['’]expression|ce mot|cette insulte|dire|disent|disait|il dit|elle dit|on dit)\b/iu,
  /\b(?:called|calling|calls) (?:me|him|her|us|them|people|someone)\b|\bthe (?:word|slur|term|insult)\b|\b(?:he|she|they|you) (?:said|say|says)\b/iu,
]
const COUNTER = [
  /\b(?:raciste|racisme|antisémite|antisémitisme|homophobe|homophobie|sexiste|sexisme|islamophobe|xénophobe)s?\b/iu,
  /\b(?:inadmissible|intolérable|scandaleux|condamn\w+|honteux de (?:dire|lire|traiter)|arrêtez de|stop à|signal\w+ ce|vous devriez modérer)\b/iu,
  /\b(?:racist|racism|antisemit\w+|homophob\w+|sexist|sexism|xenophob\w+|unacceptable|stop calling|not ok(?:ay)? to)\b/iu,
]
const IRONY =
  /\b(?:bravo|merci|félicitations|quel génie|well done|great job|thanks|congratulations)\b.{0,80}(?:!|\.\.\.|…|;-?\)|:-?\))|\/s\b|(?:^|\s)(?:;-?\)|🙃|😏)/iu

export type ContextSignal = 'quoted' | 'counter-speech' | 'irony'

/** True when the place stands inside quotation marks, or just after words that report them. */
function isReported(body: string, hit: RuleHit): boolean {
  for (const match of body.matchAll(QUOTED)) if (match.index <= hit.start && hit.end <= match.index + match[0].length) return true
  const before = body.slice(Math.max(0, hit.start - 40), hit.start)
  return REPORTED.some((pattern) => pattern.test(before))
}

/** What speaks against taking the hits at their word. */
export function contextSignals(body: string, hits: readonly RuleHit[]): ContextSignal[] {
  const words = hits.filter((hit) => hit.category === 'hate' || hit.category === 'insult' || hit.category === 'threat')
  const signals: ContextSignal[] = []
  if (words.length > 0 && words.every((hit) => isReported(body, hit))) signals.push('quoted')
  if (words.length > 0 && COUNTER.some((pattern) => pattern.test(body))) signals.push('counter-speech')
  if (IRONY.test(body)) signals.push('irony')
  return signals
}
