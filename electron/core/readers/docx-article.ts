// A Word file to an article draft.
// It must not unpack an archive that `checkZip` has not passed, nor read images or linked files.
import mammoth from 'mammoth'
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import { checkZip } from './check-zip.ts'
import { readPlainText } from './document-articles.ts'
import { htmlToText } from './html-to-text.ts'
import { limits } from './source.ts'
import type { Piece } from './source.ts'

const at = 'record 1'

/** The first heading (or Title paragraph) is the title; else the first line, where it looks like one. */
export async function readDocx(bytes: Buffer, path: string): Promise<Piece<ArticleDraft>> {
  const problem = await checkZip(bytes)
  if (problem !== null) return { at, reason: problem }
  let html: string
  try {
    const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    html = (
      await mammoth.convertToHtml({ buffer: bytes }, { convertImage: noImage, externalFileAccess: false, includeEmbeddedStyleMap: false })
    ).value
  } catch {
    return { at, reason: 'the Word document cannot be read' }
  }
  if (html.length > limits.record * 2) return { at, reason: `larger than ${limits.record / 1024 / 1024} MB` }
  const heading = /<h[12][^>]*>([\s\S]*?)<\/h[12]>/.exec(html)
  const title = heading !== null && heading.index < 2_000 ? htmlToText(heading[1] ?? '').replaceAll('\n', ' ') : ''
  return readPlainText(htmlToText(html), path, title === '' ? {} : { title })
}
