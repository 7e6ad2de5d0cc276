// A saved web page to an article draft: its own metadata, its main text.
// It must not fetch anything or run anything: linkedom loads no script, image or style.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { normalise } from '../text/normalise.ts'
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import { splitList, splitNames } from './article-record.ts'
import { htmlToText } from './html-to-text.ts'
import { readPageMeta } from './html-meta.ts'
import { withoutTitle } from './document-articles.ts'
import { isUnreadable } from './record-fields.ts'
import { canonicalUrl, recordId, safeUrl } from './record-id.ts'
import type { Piece } from './source.ts'

const at = 'record 1'
/** Opening and closing; a heavy news page has about 10,000. */
const mostTags = 40_000
const deepest = 400
/** Elements whose end tag is often left out: they do not nest. */
const unnested = new Set(
  'p li td th tr dt dd option br img input hr meta link area base col embed source track wbr tbody thead tfoot'.split(' '),
)

/** The article of one page. */
export function readHtmlArticle(html: string, path: string): Piece<ArticleDraft> {
  if (isUnreadable(html)) return { at, reason: 'holds an unreadable character' }
  if (!isReasonable(html)) return { at, reason: 'too many or too deeply nested elements' }
  try {
    return readPage(html, path)
  } catch {
    return { at, reason: 'the page cannot be read' }
  }
}

function readPage(html: string, path: string): Piece<ArticleDraft> {
  const page = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const { document } = parseHTML(page)
  const meta = readPageMeta(document)
  const parsed = new Readability(document, { maxElemsToParse: mostTags }).parse()
  const main = htmlToText(parsed?.content ?? '')
  const title = meta.title ?? normalise(parsed?.title ?? '').trim()
  const body = withoutTitle(main.trim() === '' ? htmlToText(html) : main, title)
  if (body.trim() === '') return { at, reason: 'body is empty' }
  const url = safeUrl(canonicalUrl(meta.url))
  const byline = meta.authors.length > 0 ? meta.authors : splitNames((parsed?.byline ?? '').replace(/^\s*(?:par|by)\s+/i, ''))
  return {
    at,
    draft: {
      id: recordId({ url, path }),
      title,
      body,
      lang: (meta.lang ?? parsed?.lang ?? '').slice(0, 2).toLowerCase() || null,
      date: meta.date ?? (parsed?.publishedTime?.trim() || null),
      section: meta.section,
      authors: clean(byline),
      url,
      tags: clean(meta.tags.flatMap(splitList)),
      kind: null,
      deck: meta.deck,
      embargo: null,
      rights: null,
      aiUse: null,
      doNotLink: null,
    },
  }
}

function clean(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => normalise(text).trim()))].filter((text) => text !== '' && text.length <= 200)
}

/** Counts tags before any tree is built. */
function isReasonable(html: string): boolean {
  let depth = 0
  let tags = 0
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/g)) {
    tags += 1
    if (unnested.has((match[2] ?? '').toLowerCase())) continue
    depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1))
    if (depth > deepest || tags > mostTags) return false
  }
  return true
}
