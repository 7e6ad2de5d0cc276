// The house rules' word lists: read, compiled, found in a comment whatever its disguise.
// It must not know models or decisions.
import { z } from 'zod'
import { charterClauseSchema } from '../../../../shared/domain/comment.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import type { PlainReading } from '../../text/obfuscation.ts'

export const categorySchema = charterClauseSchema.shape.category
export type Category = z.infer<typeof categorySchema>

/**
 * `words` and `phrases` are folded. In a phrase `a|b` stands for either word, `?` after a word for "or nothing";
 * `*` at a word's end stands for up to four more letters, alone for any word.
 */
export const lexiconSchema = z.object({
  lang: z.string(),
  version: z.int(),
  entries: z.array(
    z.object({ category: categorySchema, weight: z.number().min(0).max(1), words: z.array(z.string()), phrases: z.array(z.string()) }),
  ),
})
export type LexiconFile = z.infer<typeof lexiconSchema>

/** Letters a beginning is looked up by, and letters that may follow it. */
const opening = 3
const mostEnding = 4
/** A word under this weight does not stand for its phrase. */
const coreWeight = 0.35

/** A rule that speaks, with the comment's own words: `body.slice(start, end)`. */
export interface RuleHit {
  readonly category: Category
  /** How sure one can be that these words alone break the clause. */
  readonly weight: number
  readonly start: number
  readonly end: number
  /** Somebody else's words, quoted or told. */
  readonly reported: boolean
}

interface Pattern {
  /** What may stand at each place. */
  readonly places: readonly (readonly string[])[]
  readonly category: Category
  readonly weight: number
}
export interface Lexicon {
  readonly exact: ReadonlyMap<string, readonly Pattern[]>
  /** Patterns whose first word is a beginning, by its first three letters. */
  readonly open: ReadonlyMap<string, readonly Pattern[]>
}

/** All lists together: comments mix languages. Refuses a list that does not read with `bad-input`. */
export function compileLexicon(files: readonly unknown[]): Lexicon {
  const exact = new Map<string, Pattern[]>()
  const open = new Map<string, Pattern[]>()
  for (const file of files) {
    const parsed = lexiconSchema.safeParse(file)
    if (!parsed.success) throw new DeskError('bad-input', 'rules', 'a word list does not read')
    for (const { category, weight, words, phrases } of parsed.data.entries) {
      for (const places of [...words, ...phrases].flatMap(readPhrase)) enter({ places, category, weight }, exact, open)
    }
  }
  return { exact, open }
}

/** Under each word the pattern may begin with. */
function enter(pattern: Pattern, exact: Map<string, Pattern[]>, open: Map<string, Pattern[]>): void {
  for (const first of pattern.places[0] ?? []) {
    const [into, key] = first.endsWith('*') ? [open, first.slice(0, opening)] : [exact, first]
    const known = into.get(key)
    if (known) known.push(pattern)
    else into.set(key, [pattern])
  }
}

/** All the ways to read a phrase, one for each choice of its optional words. */
function readPhrase(phrase: string): (readonly string[])[][] {
  let readings: (readonly string[])[][] = [[]]
  for (const word of phrase.split(' ')) {
    const place = word.replace(/\?$/u, '').split('|')
    const longer = readings.map((reading) => [...reading, place])
    readings = word.endsWith('?') ? [...readings, ...longer] : longer
  }
  return readings
}

function fits(place: readonly string[], word: string | undefined): boolean {
  if (word === undefined) return false
  return place.some((wanted) => {
    if (!wanted.endsWith('*')) return word === wanted
    return wanted === '*' || (word.startsWith(wanted.slice(0, -1)) && word.length - wanted.length < mostEnding)
  })
}

type Found = Omit<RuleHit, 'reported' | 'start' | 'end'> & { from: number; to: number }

/**
 * Every list entry that stands in the plain reading; of overlapping hits only the longest, then the heaviest. An insulting
 * phrase is shown by its insulting words ("you are an idiot" → "idiot"), where the lists know them by themselves.
 */
export function findRules(lexicon: Lexicon, reading: PlainReading): Omit<RuleHit, 'reported'>[] {
  const tokens = tokenize(reading.text)
  const words = tokens.map((token) => foldToken(token.text))
  const hits: Found[] = []
  words.forEach((word, at) => {
    for (const pattern of [...(lexicon.exact.get(word) ?? []), ...(lexicon.open.get(word.slice(0, opening)) ?? [])]) {
      if (!pattern.places.every((place, offset) => fits(place, words[at + offset]))) continue
      hits.push({ category: pattern.category, weight: pattern.weight, from: at, to: at + pattern.places.length })
    }
  })
  hits.sort((a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight)
  const kept: Found[] = []
  for (const hit of hits) if (!kept.some((other) => hit.from < other.to && other.from < hit.to)) kept.push(hit)
  return kept
    .sort((a, b) => a.from - b.from)
    .map((hit) => {
      const core = coreOf(hit, hits)
      const place = reading.place(tokens[core.from]!.start, tokens[core.to - 1]!.end)
      return { category: hit.category, weight: hit.weight, ...place }
    })
}

/** The heaviest single word inside an insulting phrase, else the phrase. */
function coreOf(hit: Found, all: readonly Found[]): Found {
  if (hit.category !== 'insult' || hit.to - hit.from === 1) return hit
  const inside = all.filter((one) => one.to - one.from === 1 && one.from >= hit.from && one.to <= hit.to && one.weight >= coreWeight)
  return inside.reduce((best, one) => (best === hit || one.weight > best.weight ? one : best), hit)
}

/** All hits as one figure between 0 and 1: the chance that at least one is right, were they independent (noisy or). */
export function rulesScore(hits: readonly Pick<RuleHit, 'weight'>[]): number {
  return 1 - hits.reduce((left, hit) => left * (1 - hit.weight), 1)
}

/** A reported word says little of who reports it. */
const reportedShare = 0.3

/** The same, reported words counting for little: what is set beside the model's score. */
export function ownRulesScore(hits: readonly Pick<RuleHit, 'weight' | 'reported'>[]): number {
  return rulesScore(hits.map((hit) => ({ weight: hit.reported ? hit.weight * reportedShare : hit.weight })))
}
