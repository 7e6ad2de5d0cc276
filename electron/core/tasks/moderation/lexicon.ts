// The house rules' word lists: read, compiled, found in a comment whatever its disguise.
// It must not know models or decisions.
import { z } from 'zod'
import { charterClauseSchema } from '../../../../shared/domain/comment.ts'
import { DeskError } from '../../../../shared/domain/error.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import type { PlainReading } from '../../text/obfuscation.ts'

export const categorySchema = charterClauseSchema.shape.category
export type Category = z.infer<typeof categorySchema>

/** `words` and `phrases` are folded; `*` at a word's end stands for any ending, alone for any word. */
export const lexiconSchema = z.object({
  lang: z.string(),
  version: z.int(),
  entries: z.array(
    z.object({ category: categorySchema, weight: z.number().min(0).max(1), words: z.array(z.string()), phrases: z.array(z.string()) }),
  ),
})
export type LexiconFile = z.infer<typeof lexiconSchema>

/** A rule that speaks, with the comment's own words: `body.slice(start, end)`. */
export interface RuleHit {
  readonly category: Category
  /** How sure one can be that these words alone break the clause. */
  readonly weight: number
  readonly start: number
  readonly end: number
}

interface Pattern {
  readonly words: readonly string[]
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
      for (const form of [...words, ...phrases]) {
        const pattern: Pattern = { words: form.split(' '), category, weight }
        const first = pattern.words[0]!
        const [into, key] = first.endsWith('*') ? [open, first.slice(0, 3)] : [exact, first]
        into.set(key, [...(into.get(key) ?? []), pattern])
      }
    }
  }
  return { exact, open }
}

function fits(wanted: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) && word.length - wanted.length < 4 : word === wanted
}

/** Every list entry that stands in the plain reading; of overlapping hits only the longest, then the heaviest. */
export function findRules(lexicon: Lexicon, reading: PlainReading): RuleHit[] {
  const tokens = tokenize(reading.text)
  const words = tokens.map((token) => foldToken(token.text))
  const hits: (RuleHit & { from: number; to: number })[] = []
  words.forEach((word, at) => {
    for (const pattern of [...(lexicon.exact.get(word) ?? []), ...(lexicon.open.get(word.slice(0, 3)) ?? [])]) {
      if (
        !pattern.words.every((wanted, offset) => wanted === '*' || fits(wanted, words[at + offset])) ||
        at + pattern.words.length > words.length
      )
        continue
      const to = at + pattern.words.length
      const place = reading.place(tokens[at]!.start, tokens[to - 1]!.end)
      hits.push({ category: pattern.category, weight: pattern.weight, ...place, from: at, to })
    }
  })
  hits.sort((a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight)
  const kept: typeof hits = []
  for (const hit of hits) if (!kept.some((other) => hit.from < other.to && other.from < hit.to)) kept.push(hit)
  return kept.sort((a, b) => a.start - b.start).map(({ category, weight, start, end }) => ({ category, weight, start, end }))
}

/** All hits as one figure between 0 and 1: the chance that at least one is right, were they independent (noisy or). */
export function rulesScore(hits: readonly Pick<RuleHit, 'weight'>[]): number {
  return 1 - hits.reduce((left, hit) => left * (1 - hit.weight), 1)
}
