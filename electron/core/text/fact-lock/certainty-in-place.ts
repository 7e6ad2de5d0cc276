// Finds the marks of uncertainty that a claim took out of the article's own sentence, each in its place.
// It must not judge claims in other words: certainty.ts does.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { CLOSE } from './alignment.ts'
import type { Alignment } from './alignment.ts'
import { flag } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { readHedges } from './hedges.ts'
import type { Hedge } from './hedges.ts'
import type { SentenceReading, Word } from './reading.ts'

/** Flags marks of `kind` that are gone while what they bear on is kept; null when the claim follows no sentence closely. */
export function findTaken(
  comparison: Comparison,
  code: Flag['code'],
  kind: Hedge['kind'],
  enough: readonly Hedge['kind'][],
): Flag[] | null {
  const { alignment, aligned, article, claim } = comparison
  if (!alignment || alignment.closeness < CLOSE) return null
  const kept = readHedges(claim, article.lang).filter((hedge) => enough.includes(hedge.kind))
  for (const sentence of aligned) {
    for (const hedge of readHedges(sentence, article.lang)) {
      if (hedge.kind !== kind) continue
      const place = assertedPlace(hedge, sentence, comparison, alignment, kept)
      if (place) return [flag(code, place, wordingOf(hedge, sentence))]
    }
  }
  return []
}

type Place = { start: number; end: number }

/** Where the claim asserts: its words in the mark's place, with the verb they bear on. */
function assertedPlace(
  hedge: Hedge,
  sentence: SentenceReading,
  comparison: Comparison,
  alignment: Alignment,
  kept: readonly Hedge[],
): Place | null {
  const own = sentence.words.filter((word) => word.start < hedge.end && hedge.start < word.end)
  const last = own.at(-1)
  if (!last || !own.some((word) => isGone(word, alignment))) return null
  const difference = alignment.differences.find(({ source }) => own.some((word) => source.includes(word)))
  const following = sentence.words.slice(sentence.words.indexOf(last) + 1, sentence.words.indexOf(last) + 3)
  const verb = following.find((word) => alignment.taken.has(word))
  const kin = (difference?.claim ?? []).filter((word) => own.some((other) => isKin(word, other)))
  const retold = [...kin, ...comparison.claim.words.filter((word) => own.includes(alignment.under.get(word) ?? word))]
  const replaced = difference?.claim ?? auxiliariesOf(retold, comparison.claim.words, alignment)
  const mine = [...new Set([...replaced, ...retold])].sort((a, b) => a.start - b.start)
  if (mine.length === 0 ? !isNext(following, alignment) : !mine.some((word) => asserts(word, comparison.claim.words, retold))) return null
  const over = comparison.claim.words.find((word) => verb !== undefined && alignment.under.get(word) === verb)
  const start = mine[0]?.start ?? over?.start
  const end = Math.max(mine.at(-1)?.end ?? 0, over?.end ?? 0)
  if (start === undefined || end <= start) return null
  const covered = kept.some((mark) => mark.start < end + NEAR && start - NEAR < mark.end && !isOlder(mark, comparison, alignment, own))
  return covered ? null : { start, end }
}

/** How many characters off another mark of doubt still covers the same verb. */
const NEAR = 12

/** A mark of the claim that the article had too, beside the one that went: it replaces nothing. */
function isOlder(mark: Hedge, { claim }: Comparison, alignment: Alignment, own: readonly Word[]): boolean {
  const words = claim.words.filter((word) => word.start < mark.end && mark.start < word.end)
  return words.length > 0 && words.every((word) => isSameForm(word, alignment.under.get(word), own))
}

const isSameForm = (word: Word, other: Word | undefined, own: readonly Word[]): boolean =>
  other !== undefined && other.fold === word.fold && !own.includes(other)

const AUXILIARY =
  /^(?:a|ai|as|ont|est|sont|était|étaient|fut|furent|avait|avaient|va|vont|vient|viennent|s|has|have|had|is|are|was|were|did|does|do|will|gets?|got)$/iu
const DETERMINER = /^(?:le|la|les|l|un|une|des|du|de|d|ce|cet|cette|ces|son|sa|ses|leur|leurs|the|a|an|of|its|his|her|their)$/u
const PREPOSITION = /^(?:de|du|des|d|of)$/u
const FINITE = /(?:ed|é|ée|és|ées|ait|aient|irent|èrent|urent|[^aeiou]it|ut)$/u
const PAST =
  /^(?:took|made|gave|began|held|met|saw|became|found|ran|left|came|went|paid|built|brought|sent|won|lost|kept|said|told|led|grew|rose|fell|spoke|wrote|drew|chose|broke|put|cut|set|hit|got|had|knew|thought|taught|bought|sold|stood|understood|felt|meant|spent|shut|drove|rode|ate|flew|threw|swore|wore|bore|tore|shook|sought|caught|fought|struck|stuck|hung|sang|sank|swam)$/u

/** A word that can state a fact: an auxiliary, the marked verb in another tense, or a verb by its form; not a noun ("coût du chantier"). */
function asserts(word: Word, words: readonly Word[], retold: readonly Word[]): boolean {
  if (AUXILIARY.test(word.text) || PAST.test(word.fold)) return true
  const at = words.indexOf(word)
  const [before, after] = [words[at - 1], words[at + 1]]
  if (
    !word.content ||
    (before && DETERMINER.test(before.fold) && !AUXILIARY.test(before.text)) ||
    (after && PREPOSITION.test(after.fold) && at === 0)
  )
    return false
  return retold.includes(word) || FINITE.test(word.text)
}

/** The mark's word was left out, or kept in another form ("ouvrirait" → "ouvre"). */
function isGone(word: Word, alignment: Alignment): boolean {
  if (!alignment.taken.has(word)) return true
  for (const [mine, other] of alignment.under) if (other === word) return mine.fold !== word.fold
  return true
}

/** "permet" for "permettrait": the same verb, though not the same stem. */
const isKin = (word: Word, other: Word): boolean =>
  other.fold.length > 5 && word.content && word.fold.slice(0, 4) === other.fold.slice(0, 4)

/** "a arrivé" for "arrivera": the auxiliary the claim put before the verb. */
function auxiliariesOf(retold: readonly Word[], words: readonly Word[], alignment: Alignment): Word[] {
  return retold.flatMap((word) => {
    const before = words[words.indexOf(word) - 1]
    return before && !alignment.under.has(before) && AUXILIARY.test(before.text) ? [before] : []
  })
}

/** What stood right after the mark is in the claim: only the mark went, not the clause. */
function isNext(following: readonly Word[], alignment: Alignment): boolean {
  const [first, second] = following
  if (!first) return false
  return (
    alignment.taken.has(first) ||
    (second !== undefined && alignment.taken.has(second) && second.content && /\p{L}/u.test(second.fold) && !first.content)
  )
}

/** The article's own verb group: its mark and the verb after it. */
function wordingOf(hedge: Hedge, sentence: SentenceReading): string {
  const next = sentence.words.filter((word) => word.start >= hedge.end).slice(0, 3)
  const last = next.find((word) => word.content)
  return sentence.text.slice(hedge.start - sentence.start, (last?.end ?? hedge.end) - sentence.start)
}
