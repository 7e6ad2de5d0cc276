// What makes a comment worth reading first: reasons, evidence, experience, the article's own subject, no insult.
// It must not publish, hide or learn: an order for a lane, with the words that explain it.
import { contentWords } from './content-words.ts'
import { tokenize } from '../../text/tokens.ts'
import type { Place } from './telling-words.ts'

export type MeritKind = 'length' | 'reasons' | 'evidence' | 'question' | 'subject' | 'experience' | 'proposal' | 'reply'
export interface FoundMerit {
  readonly merit: MeritKind
  /** UTF-16 offsets of the comment. */
  readonly places: readonly Place[]
}
export interface Constructiveness {
  /** 0 to 1. */
  readonly score: number
  readonly merits: readonly FoundMerit[]
}

/**
 * What each merit adds; their sum is 1. The features are those found to mark constructive comments by Kolhatkar and Taboada
 * (ALW 2017; SFU Opinion and Comments Corpus, Corpus Pragmatics 2020: length, connectives, reasoning verbs, stance), Napoles et al.
 * (ACL 2017: engaging, evidence, questions) and the editors' criteria in Diakopoulos (NYT Picks, 2015: relevance, length,
 * personal experience). The weights are round and set by hand: no corpus in French says better.
 */
const worth: Readonly<Record<MeritKind, number>> = {
  length: 0.2,
  reasons: 0.2,
  subject: 0.18,
  evidence: 0.14,
  experience: 0.12,
  proposal: 0.08,
  question: 0.04,
  reply: 0.04,
}
/** Words: under the first nothing can be argued, from the second it can, beyond the third fewer read, at the fourth hardly any. */
const lengths = [15, 50, 250, 500] as const
/** So many of a kind are enough. */
const enough: Readonly<Partial<Record<MeritKind, number>>> = { reasons: 3, evidence: 2, subject: 4, experience: 2 }

const FOUND: Readonly<Partial<Record<MeritKind, RegExp>>> = {
  reasons:
    /(?<!\p{L})(?:parce qu(?:e|['’])|car|puisqu(?:e|['’])|donc|en effet|c['’]est pourquoi|par conséquent|cependant|toutefois|néanmoins|en revanche|par ailleurs|d['’]une part|d['’]autre part|à condition (?:que|de)|afin (?:que|de)|alors que|tandis que|bien que|même si|plutôt que|je comprends|certes|because|since|therefore|thus|however|although|though|whereas|nevertheless|on the other hand|instead of|as a result|in order to|unless|provided that|i understand|i agree that|to be fair)(?!\p{L})/giu,
  evidence:
    /https?:\/\/\S+|(?<!\p{L})(?:selon|d['’]après|l['’]étude|les chiffres|le rapport|l['’]Insee|according to|the (?:report|study|data|figures)|statistics|research)(?!\p{L})|\d+(?:[.,\u00a0\u202f ]\d+)*\s?(?:%|€|\$|euros?|dollars?|millions?|milliards?|billions?|km|kilomètres|miles|ans|years|tonnes|habitants|logements|places|élèves|heures|hours)(?!\p{L})|(?<!\d)(?:19|20)\d{2}(?!\d)/giu,
  experience:
    /(?<!\p{L})(?:j['’](?:habite|ai (?:travaillé|vécu|connu|vu|été|enseigné|grandi)|étais|enseigne)|je (?:travaille|vis|suis (?:infirmi|enseignant|médecin|parent|retrait|agriculteur|commerçant|usager|riverain|ancien)\p{L}*|prends|conduis)|dans mon (?:quartier|métier|village|école|expérience|cas)|mon (?:fils|père|mari|enfant|quartier|village|voisin)|ma (?:fille|mère|femme|rue|commune|voisine)|mes (?:enfants|parents|élèves|voisins)|depuis \d+ ans|i (?:live|work|worked|lived|grew up|teach|taught|drive|used to|volunteer)|as a (?:nurse|teacher|parent|doctor|farmer|resident|veteran|student)|my (?:son|daughter|husband|wife|mother|father|kids|children|neighbou?rhood|street|school)|in my (?:experience|case|town|neighbou?rhood)|for \d+ years)(?!\p{L})/giu,
  proposal:
    /(?<!\p{L})(?:il faudrait|on pourrait|nous pourrions|ne pourrait-on|pourquoi ne pas|je propose|je suggère|une solution|il suffirait|mieux vaudrait|il serait (?:utile|bon|plus)|serait-il possible|we could|we should|why not|i suggest|i propose|one solution|it would be (?:better|good|useful)|how about|could we)(?!\p{L})/giu,
  question: /[^.!?\n]{12,}\?(?![?!])/gu,
  reply:
    /(?:^|\s)@\p{L}[\p{L}\d_-]*|(?<!\p{L})(?:merci (?:pour|de|à)|vous avez raison|je suis d['’]accord|je ne suis pas d['’]accord|comme (?:le dit|l['’]écrit|vous le dites)|thank you for|thanks for|you are right|i disagree|good point|as you say)(?!\p{L})/giu,
}

/** 0 to 1 over the band of lengths. */
function lengthShare(words: number): number {
  const [none, full, late, end] = lengths
  if (words < full) return Math.max(0, (words - none) / (full - none))
  return words <= late ? 1 : Math.max(0.3, 1 - (0.7 * (words - late)) / (end - late))
}

function placesOf(body: string, pattern: RegExp): Place[] {
  return [...body.matchAll(pattern)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length
    return { start: match.index + lead, end: match.index + match[0].length }
  })
}

/** The comment's words that are the article's too, each once. */
function subjectPlaces(body: string, article: string): Place[] {
  const known = contentWords(article)
  const seen = new Set<string>()
  return tokenize(body).flatMap(({ text, start, end }) => {
    const [word] = contentWords(text)
    if (word === undefined || !known.has(word) || seen.has(word)) return []
    seen.add(word)
    return [{ start, end }]
  })
}

/**
 * @param article title and text of the article the comment stands under; null leaves the subject out and shares its worth.
 * @param hostility what the house rules say of the comment, 0 to 1: takes that share of the score away.
 */
export function constructiveness(body: string, article: string | null, hostility: number): Constructiveness {
  const words = tokenize(body).length
  const length = lengthShare(words)
  const found: FoundMerit[] = length > 0 ? [{ merit: 'length', places: [] }] : []
  for (const [merit, pattern] of Object.entries(FOUND)) found.push({ merit: merit as MeritKind, places: placesOf(body, pattern) })
  if (article !== null) found.push({ merit: 'subject', places: subjectPlaces(body, article) })
  const merits = found.filter((one) => one.merit === 'length' || one.places.length > 0)
  const total = merits.reduce((sum, { merit, places }) => {
    const share = merit === 'length' ? length : Math.min(1, places.length / (enough[merit] ?? 1))
    return sum + worth[merit] * share
  }, 0)
  const possible = article === null ? 1 - worth.subject : 1
  // A few words cannot argue, whatever they contain.
  const room = Math.min(1, words / lengths[0])
  return { score: (total / possible) * room * (1 - hostility), merits }
}
