// RSS (0.9x, 1.0, 2.0) and Atom items to article drafts.
// It must not know WordPress exports, though they are RSS too.
// Written on saxes and not on feedsmith: a feed of any size streams, and one broken item leaves the others standing.
import { normalise } from '../text/normalise.ts'
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import type { ByteStream } from './byte-stream.ts'
import { htmlToText } from './html-to-text.ts'
import { isUnreadable } from './record-fields.ts'
import { recordId, safeUrl } from './record-id.ts'
import type { Piece } from './source.ts'
import { splitXmlItems } from './split-xml-items.ts'
import { children, childText, parseXmlElement, readNamespaces } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** Dublin Core's and content's namespaces, by the start of their URI. */
const dc = 'http://purl.org/dc/'
const content = 'http://purl.org/rss/1.0/modules/content/'

/** One piece per item; `path` names an item that has neither GUID nor link. */
export async function* readFeed(stream: ByteStream, path: string): AsyncGenerator<Piece<ArticleDraft>> {
  for await (const item of splitXmlItems(stream)) {
    if ('reason' in item) {
      yield item
      continue
    }
    const element = parseXmlElement(item.xml, readNamespaces(item.head))
    if (element === null) yield { at: item.at, reason: 'not well-formed XML' }
    else if (isUnreadable(item.xml)) yield { at: item.at, reason: 'holds an unreadable character' }
    else yield readItem(element, item.at, channelLanguage(item.head), `${path}#${item.at}`)
  }
}

/** The language a channel declares, without its region; null when it declares none. */
export function channelLanguage(head: string): string | null {
  const found = /<(?:dc:)?language>\s*([a-zA-Z]{2,3})\b/.exec(head) ?? /\sxml:lang\s*=\s*["']([a-zA-Z]{2,3})\b/.exec(head)
  return found?.[1]?.toLowerCase() ?? null
}

/** A title as text: feeds often escape theirs twice. */
export function plainTitle(title: string | null): string {
  if (title === null) return ''
  return /<\/?(?:i|em|b|strong|span|sup|sub|br|a)\b|&(?:#\d|#x|[a-z]+;)/i.test(title) ? htmlToText(title) : normalise(title)
}

function readItem(item: XmlElement, at: string, lang: string | null, path: string): Piece<ArticleDraft> {
  const encoded = childText(item, 'encoded', content) ?? atomContent(item, 'content')
  const summary = childText(item, 'description') ?? atomContent(item, 'summary')
  const body = htmlToText(encoded ?? summary ?? '')
  if (encoded === null && summary === null) return { at, reason: 'body is missing' }
  if (body.trim() === '') return { at, reason: 'body is empty' }
  const url = safeUrl(itemLink(item))
  const tags = children(item, 'category').map((category) => category.attributes['label'] ?? category.attributes['term'] ?? category.text)
  return {
    at,
    draft: {
      id: recordId({ guid: childText(item, 'guid') ?? childText(item, 'id') ?? item.attributes['rdf:about'] ?? null, url, path }),
      title: plainTitle(childText(item, 'title')),
      body,
      lang: childText(item, 'language', dc) ?? item.attributes['xml:lang']?.slice(0, 2) ?? lang,
      date: childText(item, 'pubDate') ?? childText(item, 'date', dc) ?? childText(item, 'published') ?? childText(item, 'updated'),
      section: null,
      authors: itemAuthors(item),
      url,
      tags: [
        ...new Set([...tags, ...children(item, 'subject', dc).map((subject) => subject.text)].map((tag) => normalise(tag).trim())),
      ].filter(Boolean),
      kind: null,
      deck: encoded === null ? null : deckOf(summary, body),
      embargo: null,
      rights: null,
      aiUse: null,
      doNotLink: null,
    },
  }
}

function atomContent(item: XmlElement, local: string): string | null {
  const [element] = children(item, local)
  if (element === undefined) return null
  return element.attributes['type'] === 'xhtml' ? element.inner : element.text.trim() || null
}

function itemLink(item: XmlElement): string | null {
  const links = children(item, 'link')
  const alternate = links.find((link) => link.attributes['href'] !== undefined && (link.attributes['rel'] ?? 'alternate') === 'alternate')
  return alternate?.attributes['href'] ?? links.map((link) => link.text.trim()).find(Boolean) ?? null
}

function itemAuthors(item: XmlElement): string[] {
  const creators = children(item, 'creator', dc).map((creator) => creator.text)
  const authors = children(item, 'author').map((author) => childText(author, 'name') ?? author.text)
  const names = (creators.length > 0 ? creators : authors).map((name) =>
    normalise(name)
      .trim()
      .replace(/^\S+@\S+\s+\((.+)\)$/, '$1'),
  )
  return [...new Set(names)].filter(Boolean)
}

/** The summary, unless it is only the first words of the body. */
export function deckOf(summary: string | null, body: string): string | null {
  const text = summary === null ? '' : htmlToText(summary)
  const start = text.replace(/\s*\[?(?:…|\.\.\.|&hellip;)\]?\s*$/, '').slice(0, 80)
  return text === '' || flat(body).startsWith(flat(start)) ? null : text
}

function flat(text: string): string {
  return text.slice(0, 400).replace(/\s+/g, ' ')
}
