// Baseline of tags: a label that stands in the text is proposed, the title first, rare labels before common ones.
// It must not know stems, neighbours or which tags the articles carry.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import type { RankedTag } from '../tag-protocol.ts'

interface PlainText {
  readonly title: string
  readonly body: string
}

const titleWeight = 2

/** The text as whole words between single spaces, case aside. */
const spaced = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ')} `

function occurrences(text: string, label: string): number {
  let count = 0
  for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + label.length - 1)) count += 1
  return count
}

/**
 * Preferred and alternate labels as whole words. Score: idf · (2 in the title + ln(1 + times in the body)), idf over the texts
 * of `train` as scikit-learn smooths it (1 for all without any).
 */
export function fitLabelMatch(concepts: readonly Concept[], train: readonly PlainText[]): (article: PlainText) => RankedTag[] {
  const texts = train.map(({ title, body }) => spaced(`${title}\n${body}`))
  const labels = concepts
    .filter((concept) => concept.active)
    .map((concept) => {
      const spellings = [...new Set(concept.labels.map((label) => spaced(label.text)))].filter((label) => label.trim() !== '')
      const frequency = texts.filter((text) => spellings.some((label) => text.includes(label))).length
      return { id: concept.id, spellings, idf: Math.log((1 + texts.length) / (1 + frequency)) + 1 }
    })
  return ({ title, body }) => {
    const [head, text] = [spaced(title), spaced(body)]
    const ranked = labels.flatMap(({ id, spellings, idf }): RankedTag[] => {
      const inTitle = spellings.some((label) => head.includes(label))
      const times = spellings.reduce((sum, label) => sum + occurrences(text, label), 0)
      return inTitle || times > 0 ? [{ concept: id, score: idf * ((inTitle ? titleWeight : 0) + Math.log1p(times)) }] : []
    })
    return ranked.sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1))
  }
}
