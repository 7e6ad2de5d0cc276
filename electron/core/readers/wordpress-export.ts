// WordPress exports (WXR): posts to article drafts, their comments to comment drafts.
// It must not know pages, attachments or menus: they are passed over.
import { normalise } from '../text/normalise.ts'
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import type { CommentDraft, CommentVerdict } from '../../../shared/domain/comment.ts'
import type { ByteStream } from './byte-stream.ts'
import { channelLanguage, deckOf, plainTitle } from './feed-articles.ts'
import { htmlToText } from './html-to-text.ts'
import { isUnreadable } from './record-fields.ts'
import { recordId, safeUrl } from './record-id.ts'
import type { Piece } from './source.ts'
import { splitXmlItems } from './split-xml-items.ts'
import { children, childText, parseXmlElement, readNamespaces } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

const wp = 'http://wordpress.org/export/'
const content = 'http://purl.org/rss/1.0/modules/content/'
const unnamed = new Set(['uncategorized', 'non classé', 'non-classe'])

type Post = { at: string; post: XmlElement; lang: string | null; people: ReadonlyMap<string, string> }

/** One piece per post. Drafts are refused by name; revisions, the bin and other post types are passed over. */
export async function* readWordpressArticles(stream: ByteStream, path: string): AsyncGenerator<Piece<ArticleDraft>> {
  for await (const item of readPosts(stream)) yield 'reason' in item ? item : readPost(item, path)
}

/** One piece per reader's comment on a post; pings are passed over. E-mail and IP are never read. */
export async function* readWordpressComments(stream: ByteStream, path: string): AsyncGenerator<Piece<CommentDraft>> {
  for await (const item of readPosts(stream)) {
    if ('reason' in item) {
      yield item
      continue
    }
    let number = 0
    for (const comment of children(item.post, 'comment', wp)) {
      number += 1
      const kind = childText(comment, 'comment_type', wp)
      if (kind === null || kind === 'comment') yield readComment(comment, item, `${item.at}, comment ${number}`, path)
    }
  }
}

async function* readPosts(stream: ByteStream): AsyncGenerator<Post | { at: string; reason: string }> {
  let known: { head: string; namespaces: Record<string, string>; people: Map<string, string> } | null = null
  for await (const item of splitXmlItems(stream)) {
    if ('reason' in item) {
      yield item
      continue
    }
    if (known === null || known.head !== item.head)
      known = { head: item.head, namespaces: readNamespaces(item.head), people: readPeople(item.head) }
    const post = parseXmlElement(item.xml, known.namespaces)
    if (post === null) yield { at: item.at, reason: 'not well-formed XML' }
    else if (isUnreadable(item.xml)) yield { at: item.at, reason: 'holds an unreadable character' }
    else if ((childText(post, 'post_type', wp) ?? 'post') === 'post') {
      yield { at: item.at, post, lang: channelLanguage(item.head), people: known.people }
    }
  }
}

function readPost({ at, post, lang, people }: Post, path: string): Piece<ArticleDraft> {
  const status = childText(post, 'status', wp) ?? 'publish'
  if (status !== 'publish') return { at, reason: 'not published' }
  const encoded = childText(post, 'encoded', content)
  if (encoded === null) return { at, reason: 'body is missing' }
  const body = htmlToText(withParagraphs(encoded))
  if (body.trim() === '') return { at, reason: 'body is empty' }
  const url = safeUrl(childText(post, 'link'))
  const categories = terms(post, 'category').filter((name) => !unnamed.has(name.toLowerCase()))
  const login = childText(post, 'creator')
  return {
    at,
    draft: {
      id: postId(post, `${path}#${at}`),
      title: plainTitle(childText(post, 'title')),
      body,
      lang,
      date: postDate(post),
      section: categories[0] ?? null,
      authors: login === null ? [] : [people.get(login) ?? normalise(login)],
      url,
      tags: [...new Set([...terms(post, 'post_tag'), ...categories.slice(1)])],
      kind: null,
      deck: deckOf(childText(post, 'encoded', `${wp}1`), body),
      embargo: null,
      rights: null,
      aiUse: null,
      doNotLink: null,
    },
  }
}

/** The post's own number, so that comments exported elsewhere still find it. */
function postId(post: XmlElement, path: string): string {
  return recordId({ own: childText(post, 'post_id', wp), guid: childText(post, 'guid'), url: childText(post, 'link'), path })
}

function postDate(post: XmlElement): string | null {
  const local = childText(post, 'post_date', wp)
  return local === null || local.startsWith('0000') ? childText(post, 'pubDate') : local
}

function terms(post: XmlElement, domain: string): string[] {
  const found = children(post, 'category').filter((term) => (term.attributes['domain'] ?? 'category') === domain)
  return [...new Set(found.map((term) => normalise(term.text).trim()))].filter(Boolean)
}

function readComment(comment: XmlElement, item: Post, at: string, path: string): Piece<CommentDraft> {
  const written = childText(comment, 'comment_content', wp)
  const body = written === null ? '' : htmlToText(withParagraphs(written))
  if (body.trim() === '') return { at, reason: written === null ? 'body is missing' : 'body is empty' }
  const parent = childText(comment, 'comment_parent', wp)
  const approved = childText(comment, 'comment_approved', wp)
  const decision: CommentVerdict | null = approved === '1' ? 'publish' : approved === 'spam' || approved === 'trash' ? 'refuse' : null
  const author = childText(comment, 'comment_author', wp)
  return {
    at,
    draft: {
      id: recordId({ own: childText(comment, 'comment_id', wp), path: `${path}#${at}` }),
      article: postId(item.post, `${path}#${item.at}`),
      parent: parent === null || parent === '0' ? null : recordId({ own: parent, path: '' }),
      author: author === null ? null : normalise(author),
      body,
      lang: item.lang,
      date: childText(comment, 'comment_date', wp),
      label: decision === null ? null : decision === 'refuse' ? 1 : 0,
      decision,
      clause: null,
    },
  }
}

/** The authors' display names by login, from the export's head. */
function readPeople(head: string): Map<string, string> {
  const people = new Map<string, string>()
  for (const [xml] of head.matchAll(/<wp:author>[\s\S]*?<\/wp:author>/g)) {
    const author = parseXmlElement(xml, readNamespaces(head))
    const login = author && childText(author, 'author_login', wp)
    const name = author && childText(author, 'author_display_name', wp)
    if (login && name) people.set(login, normalise(name))
  }
  return people
}

/** What WordPress does when it shows a post: blank lines make paragraphs, its shortcodes are not text. */
function withParagraphs(html: string): string {
  const text = html
    .replace(/\r\n?/g, '\n')
    .replace(/\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption|vc_[a-z_]+|et_pb_[a-z_]+)(?:\s[^\]\n]{0,2000})?\]/g, '')
  if (/<p[\s>]/i.test(text)) return text
  return text.replace(/\n[ \t]*\n\s*/g, '\n<p>').replace(/([^>\n])\n(?=[^<\n])/g, '$1<br>\n')
}
