// Finds the sources that a claim took off the article's own sentence, or put in another's mouth.
// It must not judge claims in other words: attributions.ts does.
import type { Flag } from '../../../../shared/domain/suggestion.ts'
import { CLOSE } from './alignment.ts'
import type { Alignment } from './alignment.ts'
import { flag } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import type { SentenceReading, Word } from './reading.ts'
import { sourcesOf } from './sources.ts'
import type { Source } from './sources.ts'

/** Null when the claim follows no sentence closely enough. */
export function attributionsInPlace(comparison: Comparison): Flag[] | null {
  const { alignment, aligned, claim, article } = comparison
  if (!alignment || alignment.closeness < CLOSE) return null
  const mine = sourcesOf(claim, article.lang)
  for (const sentence of aligned) {
    for (const source of sourcesOf(sentence, article.lang)) {
      if (source.cue.some((word) => alignment.taken.has(word)) || !covers(source, sentence, alignment)) continue
      // A source in other words ("selon X" for "X a déclaré") stands where this sentence has none.
      if (mine.some(({ cue }) => cue.some((word) => !sentence.words.includes(alignment.under.get(word) ?? word)))) continue
      return [flag('attribution-lost', claim, source.text)]
    }
  }
  return otherSource(comparison, mine, alignment)
}

/** The claim took what the source says, not only what stands beside it. */
function covers(source: Source, sentence: SentenceReading, alignment: Alignment): boolean {
  const scope = sentence.words.filter(
    (word) => word.content && word.start >= source.from && word.end <= source.to && !source.words.includes(word),
  )
  const kept = scope.filter((word) => alignment.taken.has(word))
  const all = sentence.words.filter((word) => word.content && alignment.taken.has(word))
  return scope.length > 0 && kept.length >= Math.min(2, scope.length) && kept.length >= all.length * 0.15
}

/** "selon la police" where the article has "selon le maire". */
function otherSource({ claim, aligned, article }: Comparison, mine: readonly Source[], alignment: Alignment): Flag[] {
  for (const source of mine) {
    if (source.kind !== 'named') continue
    const named = source.words.filter((word) => word.content && !source.cue.includes(word))
    const strange = named.filter((word) => !alignment.under.has(word))
    if (named.length === 0 || strange.length < named.length * 0.5) continue
    const original = aligned.flatMap((sentence) => sourcesOf(sentence, article.lang)).find((one) => !isKept(one.words, alignment))
    const unknown = strange.filter((word) => !article.folds.has(word.fold))
    if (!original && unknown.length === 0) continue
    if (original && unknown.length === 0 && isSamePerson(strange, original, aligned)) continue
    return [flag('attribution-lost', { start: source.start, end: Math.max(source.end, claim.start) }, original?.text)]
  }
  return []
}

const isKept = (words: readonly Word[], alignment: Alignment): boolean =>
  words.filter((word) => word.content).every((word) => alignment.taken.has(word))

/** A pronoun or a function stood there: "a-t-il ajouté", "the mayor said". */
function isSamePerson(strange: readonly Word[], original: Source, aligned: readonly SentenceReading[]): boolean {
  const named = original.words.some((word) => word.content && /^\p{Lu}/u.test(word.text))
  return !named || aligned.some((sentence) => strange.every((word) => sentence.words.some((other) => other.fold === word.fold)))
}
