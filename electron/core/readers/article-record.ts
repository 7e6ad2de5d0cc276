// One article record (JSON object, CSV row, front matter) to a draft.
// It must not know which format the record came from.
import { doNotLinkSchema, rightsSchema } from '../../../shared/domain/article.ts'
import type { ArticleDraft, DoNotLink } from '../../../shared/domain/article.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'
import { htmlToText } from './html-to-text.ts'
import { recordId, safeUrl } from './record-id.ts'
import { RecordFields } from './record-fields.ts'
import type { FieldNames } from './record-fields.ts'

/** The names under which each field of a draft is found, strongest first. */
export const articleFields = {
  id: ['id', 'identifiant'],
  title: ['title', 'titre', 'headline'],
  body: ['body', 'texte', 'text', 'content', 'contenu', 'corps', 'article_body', 'articleBody'],
  lang: ['lang', 'language', 'langue', 'inLanguage'],
  date: [
    'date',
    'published',
    'pubDate',
    'publishedAt',
    'published_at',
    'date_published',
    'datePublished',
    'publication_date',
    'date_publication',
    'created_at',
  ],
  section: ['section', 'rubrique', 'category', 'categorie', 'catégorie', 'articleSection'],
  authors: ['authors', 'author', 'auteurs', 'auteur', 'byline', 'signature'],
  url: ['url', 'link', 'lien', 'permalink', 'canonical'],
  tags: ['tags', 'keywords', 'mots_cles', 'mots-clés', 'motsCles', 'étiquettes', 'etiquettes'],
  kind: ['kind', 'genre'],
  deck: ['deck', 'chapo', 'chapô', 'standfirst', 'dek'],
  embargo: ['embargo', 'embargo_until'],
  rights: ['rights', 'droits'],
  aiUse: ['aiUse', 'ai_use', 'usage_ia'],
  doNotLink: ['doNotLink', 'do_not_link'],
} as const satisfies FieldNames

const wholeHtml = /^\s*<(?:p|div|h[1-6]|ul|ol|blockquote|figure|section|article|table|html|body|!--)[\s>!-]/i
const closingBlock = /<\/(?:p|div|h[1-6]|ul|ol|blockquote|figure|section|article|table|html|body)>|<br\s*\/?>/i

/** True for a body that is an HTML fragment from end to end; prose that merely shows a tag is left alone. */
export function isHtmlBody(body: string): boolean {
  return wholeHtml.test(body) && closingBlock.test(body) && /(?:>|\n)\s*$/.test(body)
}

/** A comma (or semicolon) list. */
export function splitList(text: string): string[] {
  return text.split(text.includes(';') ? /[;\n]/ : text.includes('|') ? /[|\n]/ : /[,\n]/)
}

/** Names in one text: `A ; B`, `A, B` where every part has two words ("Dupont, Jean" stays one name), `A et B`. */
export function splitNames(text: string): string[] {
  const parts = text.split(/[;|\n&]|\s+(?:et|and)\s+/i)
  return parts.flatMap((part) => {
    const names = part.split(',')
    return names.every((name) => /\S\s+\S/.test(name.trim())) ? names : [part]
  })
}

/** The draft, or the reason why the record is refused. `path` names the record where it has no id, GUID or URL. */
export function readArticleRecord(
  record: Readonly<Record<string, unknown>>,
  path: string,
  map?: ColumnMap,
): { draft: ArticleDraft } | { reason: string } {
  const fields = new RecordFields(record, articleFields, map)
  const body = fields.text('body')
  const url = safeUrl(fields.line('url'))
  const draft: ArticleDraft = {
    id: recordId({ own: fields.id('id'), url, path }),
    title: fields.text('title') ?? '',
    body: body !== null && isHtmlBody(body) ? htmlToText(body) : (body ?? ''),
    lang: fields.line('lang'),
    date: fields.line('date'),
    section: fields.line('section'),
    authors: fields.list('authors', splitNames),
    url,
    tags: fields.list('tags', splitList),
    kind: fields.line('kind'),
    deck: fields.text('deck') || null,
    embargo: fields.line('embargo'),
    rights: fields.choice('rights', rightsSchema.options),
    aiUse: fields.flag('aiUse'),
    doNotLink: readDoNotLink(fields),
  }
  if (fields.problem !== null) return { reason: fields.problem }
  if (body === null) return { reason: 'body is missing' }
  return draft.body.trim() === '' ? { reason: 'body is empty' } : { draft }
}

function readDoNotLink(fields: RecordFields): DoNotLink | null {
  const value = fields.raw('doNotLink')
  if (value === null || value === '' || value === false) return null
  const parsed = doNotLinkSchema.safeParse(typeof value === 'string' ? { reason: value } : value)
  if (parsed.success) return parsed.data
  fields.refuse('doNotLink must be acquittal, erasure, correction or embargo')
  return null
}
