// What a person pasted (from Word, a web page, a mail) to an article draft.
// It must not keep anything but text: no script, style, image, hidden part or link target.
import { DeskError } from '../../../shared/domain/error.ts'
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import { readPlainText } from './document-articles.ts'
import { htmlToText } from './html-to-text.ts'
import { limits } from './source.ts'
import type { PastedSource, Piece } from './source.ts'

const tracking = /([?&])(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|xtor|at_[a-z]+|_hs[a-z]+)=[^\s&#]*/gi

/** The draft of a paste: title, section and date guessed; the same paste has the same id. Throws `bad-input` for an empty or too large one. */
export function readPastedArticle(source: PastedSource): ArticleDraft {
  const piece = readPasted(source)
  if ('reason' in piece) throw new DeskError('bad-input', 'paste', piece.reason)
  return piece.draft
}

/** The same as a piece of an import. */
export function readPasted(source: PastedSource): Piece<ArticleDraft> {
  const html = source.html ?? ''
  if (html.length + source.text.length > limits.record) return { at: 'record 1', reason: `larger than ${limits.record / 1024 / 1024} MB` }
  const text = withoutTracking(html.trim() === '' ? source.text : fragmentText(html) || source.text)
  const heading = /<h1[^>]*>([\s\S]{0,2000}?)<\/h1>/i.exec(html)
  const title =
    heading === null
      ? ''
      : htmlToText(heading[1] ?? '')
          .replaceAll('\n', ' ')
          .trim()
  return readPlainText(text, `pasted:${text}`, title === '' ? {} : { title })
}

/** Windows puts the fragment between two comments, and a header of offsets before it. */
function fragmentText(html: string): string {
  const start = html.indexOf('<!--StartFragment-->')
  const end = html.lastIndexOf('<!--EndFragment-->')
  return htmlToText(start === -1 ? html.replace(/^Version:[\s\S]{0,500}?(?=<)/, '') : html.slice(start + 20, end > start ? end : undefined))
}

/** Web addresses written out in the text lose their trackers. */
function withoutTracking(text: string): string {
  return text.replace(/https?:\/\/[^\s<>"»]+/g, (url) =>
    url
      .replace(tracking, '$1')
      .replace(/([?&])&+/g, '$1')
      .replace(/[?&]+(?=#|$)/, ''),
  )
}
