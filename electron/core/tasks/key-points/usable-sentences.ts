// The sentences of an article that are reporting, not furniture, with their paragraph.
// It must not know what a sentence is worth.
import type { Article } from '../../../../shared/domain/article.ts'
import { isNotice, markBoilerplate } from '../../text/boilerplate.ts'
import { segment, type Sentence } from '../../text/sentences.ts'

export interface PlacedSentence {
  readonly sentence: Sentence
  /** Counted from 0 among the paragraphs that hold a sentence. */
  readonly paragraph: number
  /** Counted from 0 among the article's sentences. */
  readonly place: number
}

/** A sentence of the article with its 1-based number; `body.slice(start, end) === text`. */
export interface NumberedSentence extends Sentence {
  readonly number: number
}

type Readable = Pick<Article, 'body' | 'lang'>

const MARKS_BEFORE = /^(?:[*_#>\s]|\p{Cf})+/u
const MARKS_AFTER = /(?:\s|[*_]|\p{Cf})+$/u

/** Marks of emphasis that a conversion left at the edges are no part of the sentence. */
function withoutMarks({ start, text }: Sentence): Sentence {
  const before = MARKS_BEFORE.exec(text)?.[0].length ?? 0
  const kept = text.slice(before).replace(MARKS_AFTER, '')
  return { start: start + before, end: start + before + kept.length, text: kept }
}

/** Sentences in order, captions, credits, "Lire aussi", notices and calls to subscribe left out. */
export function reportingSentences({ body, lang }: Readable): PlacedSentence[] {
  const furniture = markBoilerplate(body)
  const placed: PlacedSentence[] = []
  const blankLines = /\n\s*\n/u.test(body)
  let line = 0
  for (const whole of segment(body, lang)) {
    const sentence = withoutMarks(whole)
    while (line < furniture.length && furniture[line]!.end <= sentence.start) line += 1
    const inFurniture = line < furniture.length && furniture[line]!.start < sentence.end
    if (sentence.text === '' || inFurniture || isNotice(sentence.text)) continue
    const last = placed.at(-1)
    const between = last ? body.slice(last.sentence.end, sentence.start) : ''
    const parted = (blankLines ? /\n\s*\n/u : /\n/u).test(between)
    placed.push({ sentence, place: placed.length, paragraph: (last?.paragraph ?? 0) + (parted ? 1 : 0) })
  }
  return placed
}

/** The article's sentences for an engine that cites them by number: what is no furniture, numbered from 1. */
export function numberedSentences(article: Readable): NumberedSentence[] {
  return reportingSentences(article).map(({ sentence }, at) => ({ number: at + 1, ...sentence }))
}
