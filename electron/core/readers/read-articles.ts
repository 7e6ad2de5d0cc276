// Articles from any file or paste, one result per record.
// It must not know the store: what is already there, and whose rights, is decided after.
import type { ArticleDraft } from '../../../shared/domain/article.ts'
import { articleFields, readArticleRecord } from './article-record.ts'
import { readMarkdown, readPlainText } from './document-articles.ts'
import { nameResults, openFile, openStream, readBytes, readRecords, readText, refuseFormat } from './open-file.ts'
import type { OpenFile } from './open-file.ts'
import { readPasted } from './read-pasted.ts'
import { isFile, limits } from './source.ts'
import type { Piece, Read, ReadOptions, Source } from './source.ts'

/**
 * Reads JSON Lines, JSON, CSV, RSS/Atom, WordPress exports, HTML, Markdown, plain text, DOCX, or a paste.
 *
 * A bad record is a rejection and reading goes on. Throws `bad-input` only for a file that does not
 * exist, cannot be read, or was chosen by name and has no reader.
 */
export async function* readArticles(source: Source, options: ReadOptions = {}): AsyncGenerator<Read<ArticleDraft>> {
  if (!isFile(source)) yield* nameResults(source.name ?? 'pasted', [readPasted(source)])
  else {
    const file = await openFile(source, options)
    yield* nameResults(file.path, readPieces(file))
  }
}

async function* readPieces(file: OpenFile): AsyncGenerator<Piece<ArticleDraft>> {
  switch (file.format) {
    case 'jsonl':
    case 'json':
    case 'csv':
      return yield* readRecords(file, articleFields, readArticleRecord)
    case 'feed':
      return yield* (await import('./feed-articles.ts')).readFeed(await openStream(file), file.path)
    case 'wxr':
      return yield* (await import('./wordpress-export.ts')).readWordpressArticles(await openStream(file), file.path)
    case 'docx': {
      const read = await readBytes(file, limits.packed)
      if ('reason' in read) return yield read
      const { readDocx } = await import('./docx-article.ts')
      return yield await readDocx(read.bytes, file.path)
    }
    case 'html':
    case 'markdown':
    case 'text':
      return yield await readDocument(file)
    default:
      yield refuseFormat(file)
  }
}

async function readDocument(file: OpenFile): Promise<Piece<ArticleDraft>> {
  const read = await readText(file)
  if ('reason' in read) return read
  if (file.format === 'html') {
    // Word files and web pages bring parsers that most desks never need.
    const { readHtmlArticle } = await import('./html-article.ts')
    return readHtmlArticle(read.text, file.path)
  }
  return file.format === 'markdown' ? readMarkdown(read.text, file.path) : readPlainText(read.text, file.path)
}
