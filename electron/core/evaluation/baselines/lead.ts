// Baseline of key points: the opening of the article.
// It must not judge sentences.
import { segment } from '../../text/sentences.ts'

/** The first `count` sentences of the body as they stand. */
export function lead(article: { body: string; lang: string | null }, count: number): string[] {
  return segment(article.body, article.lang)
    .slice(0, count)
    .map((sentence) => sentence.text)
}
