// Files that hold one article each, already as text: Markdown, plain text, what DOCX and a paste become.
// It must not know bytes.
import { normalise } from '../text/normalise.ts'
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import { readArticleRecord } from './article-record.ts'
import { splitFrontMatter } from './front-matter.ts'
import { guessDocument } from './guess-document.ts'
import { markdownToText } from './markdown-to-text.ts'
import { isUnreadable } from './record-fields.ts'
import type { Piece } from './source.ts'

const at = 'record 1'

/** Markdown: fields from the front matter; without a title there, the first heading is the title. */
export function readMarkdown(text: string, path: string): Piece<ArticleDraft> {
  if (isUnreadable(text)) return { at, reason: 'holds an unreadable character' }
  const { fields, body } = splitFrontMatter(normalise(text))
  const record: Record<string, unknown> = { ...fields }
  const heading = /^\s*#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(body)
  const untitled = record['title'] === undefined || record['title'] === null
  if (untitled && heading !== null) record['title'] = markdownToText(heading[1] ?? '')
  const own = untitled && heading !== null ? body.slice(heading[0].length) : body
  return withPlace(readArticleRecord({ ...record, body: markdownToText(own) }, path, { body: 'body' }))
}

/** Plain text: title, date and section guessed. `fields` found elsewhere (a canonical URL, a heading) come first. */
export function readPlainText(text: string, path: string, fields: { title?: string } = {}): Piece<ArticleDraft> {
  if (isUnreadable(text)) return { at, reason: 'holds an unreadable character' }
  const guess = guessDocument(normalise(text))
  const title = fields.title ?? guess.title
  const record = {
    title,
    date: guess.date,
    section: fields.title === undefined ? guess.section : null,
    body: fields.title === undefined ? guess.body : withoutTitle(normalise(text), title),
  }
  return withPlace(readArticleRecord(record, path))
}

/** The text after its title line, when the title stands first. */
export function withoutTitle(text: string, title: string): string {
  const start = text.trimStart()
  return title !== '' && start.startsWith(`${title}\n`) ? start.slice(title.length).replace(/^\s*\n/, '') : text
}

function withPlace(result: { draft: ArticleDraft } | { reason: string }): Piece<ArticleDraft> {
  return { at, ...result }
}
