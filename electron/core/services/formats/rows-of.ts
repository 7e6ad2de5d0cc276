// What every export format is given, and how outputs are grouped by article. Pure.
import type { Article } from '../../../../shared/domain/article.ts'
import type { ExportedOutput } from '../exportable.ts'

export type ExportParts = {
  readonly outputs: readonly ExportedOutput[]
  readonly articles: ReadonlyMap<string, Article>
  readonly newsroom: string
  readonly lang: 'fr' | 'en'
}

export function byArticle(parts: ExportParts): { article: Article; outputs: ExportedOutput[] }[] {
  const groups = Map.groupBy(parts.outputs, (output) => output.item)
  return [...groups].flatMap(([item, outputs]) => {
    const article = parts.articles.get(item)
    return article ? [{ article, outputs }] : []
  })
}

/** An output as a reader would see it. */
export function shownText(output: ExportedOutput, articles: ReadonlyMap<string, Article>): string {
  const { value } = output
  if ('text' in value) return value.text
  if ('label' in value) return value.label
  if ('article' in value) return articles.get(value.article)?.title ?? value.article
  return ''
}

/** True when the sentence "reviewed by a journalist" may be said: never for the CLI, a declared identity, or somebody who is none. */
export function mayClaimReview(output: ExportedOutput): boolean {
  return output.channel !== 'cli' && output.identity === 'os-account' && output.role.split('+').includes('journalist')
}
