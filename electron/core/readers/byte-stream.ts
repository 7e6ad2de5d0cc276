// Opens a file as bytes that are UTF-8 or, undeclared, perhaps windows-1252; UTF-16 is turned into UTF-8 on the way.
// It must not know lines, records or formats.
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { DeskError } from '../../../shared/domain/error.ts'
import type { FileSource } from './source.ts'

const chunkBytes = 256 * 1024
const probeBytes = 64 * 1024

/** `strict`: the file declared Unicode by its first bytes, so a broken sequence is an error, not windows-1252. */
export type ByteStream = { chunks: AsyncIterable<Buffer>; strict: boolean }
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The file's first bytes (at most 64 KiB), as UTF-8 where it is UTF-16, and its size. Throws `bad-input` for a file that cannot be read. */
export async function readFirstBytes(source: FileSource): Promise<{ first: Buffer; bytes: number }> {
  const handle = await openFile(source)
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(Math.min(size, probeBytes))
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const raw = head.subarray(0, bytesRead)
    const { encoding, skip } = detectEncoding(raw)
    const first = encoding === 'utf-8' ? raw.subarray(skip) : makeTranscoder(encoding)(raw.subarray(skip), false)
    return { first, bytes: size }
  } catch (error) {
    throw unreadable(source, error)
  } finally {
    await handle.close()
  }
}

/** The whole file as it is on disk, or null when it is larger than `limit` bytes. */
export async function readWholeFile(source: FileSource, limit: number, onBytes?: (bytes: number) => void): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let total = 0
  for await (const chunk of rawChunks(source, onBytes)) {
    total += chunk.length
    if (total > limit) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts, total)
}

/** The file as a stream without its byte order mark. */
export async function openByteStream(source: FileSource, onBytes?: (bytes: number) => void): Promise<ByteStream> {
  const handle = await openFile(source)
  const head = Buffer.alloc(1024)
  let bytesRead = 0
  try {
    bytesRead = (await handle.read(head, 0, head.length, 0)).bytesRead
  } finally {
    await handle.close()
  }
  const { encoding, skip } = detectEncoding(head.subarray(0, bytesRead))
  const chunks = skipBytes(rawChunks(source, onBytes), skip)
  if (encoding === 'utf-8') return { chunks, strict: skip > 0 }
  return { chunks: transcode(chunks, encoding), strict: true }
}

/** Bytes already in memory, seen the same way. */
export function byteStreamOf(bytes: Buffer): ByteStream {
  const { encoding, skip } = detectEncoding(bytes)
  const body = bytes.subarray(skip)
  const chunks = encoding === 'utf-8' ? [body] : [makeTranscoder(encoding)(body, true)]
  return { chunks: streamOf(chunks), strict: encoding !== 'utf-8' || skip > 0 }
}

async function* streamOf(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}

async function openFile(source: FileSource): Promise<FileHandle> {
  let handle: FileHandle
  try {
    handle = await open(source.path, 'r')
  } catch (error) {
    throw unreadable(source, error)
  }
  const stat = await handle.stat()
  if (stat.isFile()) return handle
  await handle.close()
  throw new DeskError('bad-input', source.name, 'not a file')
}

function unreadable(source: FileSource, error: unknown): DeskError {
  if (error instanceof DeskError) return error
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return new DeskError('bad-input', source.name, missing ? 'no such file' : 'the file cannot be read')
}

async function* rawChunks(source: FileSource, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const handle = await openFile(source)
  try {
    for (;;) {
      // A fresh buffer each time: readers keep slices of it until their record is complete.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, null)
      if (bytesRead === 0) return
      onBytes?.(bytesRead)
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw unreadable(source, error)
  } finally {
    await handle.close()
  }
}

async function* skipBytes(chunks: AsyncIterable<Buffer>, skip: number): AsyncGenerator<Buffer> {
  let left = skip
  for await (const chunk of chunks) {
    const dropped = Math.min(left, chunk.length)
    left -= dropped
    if (dropped < chunk.length) yield dropped === 0 ? chunk : chunk.subarray(dropped)
  }
}

async function* transcode(chunks: AsyncIterable<Buffer>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Buffer> {
  const convert = makeTranscoder(encoding)
  for await (const chunk of chunks) yield convert(chunk, false)
  const tail = convert(Buffer.alloc(0), true)
  if (tail.length > 0) yield tail
}

/** UTF-16 to UTF-8; what is not a character becomes NUL, which every record reader refuses. */
function makeTranscoder(encoding: 'utf-16le' | 'utf-16be'): (chunk: Buffer, last: boolean) => Buffer {
  let held = Buffer.alloc(0)
  return (chunk, last) => {
    const bytes = Buffer.concat([held, chunk])
    let end = bytes.length - (bytes.length % 2)
    const highByte = end >= 2 ? bytes[encoding === 'utf-16le' ? end - 1 : end - 2] : undefined
    if (!last && highByte !== undefined && highByte >= 0xd8 && highByte <= 0xdb) end -= 2
    held = Buffer.from(bytes.subarray(end))
    const units = Buffer.from(bytes.subarray(0, end))
    if (encoding === 'utf-16be') units.swap16()
    const broken = last && held.length > 0 ? '\0' : ''
    const text = units.toString('utf16le')
    return Buffer.from((text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, '\0')) + broken, 'utf8')
  }
}

function detectEncoding(head: Buffer): { encoding: Encoding; skip: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  const zeros: [number, number] = [0, 0]
  const seen = Math.min(head.length, 1024)
  for (let i = 0; i < seen; i += 1) if (head[i] === 0) zeros[i % 2 === 0 ? 0 : 1] += 1
  // Western text in UTF-16 without a mark has a zero in nearly every other byte.
  const many = Math.max(4, seen * 0.3)
  if (zeros[1] >= many && zeros[0] < many / 4) return { encoding: 'utf-16le', skip: 0 }
  if (zeros[0] >= many && zeros[1] < many / 4) return { encoding: 'utf-16be', skip: 0 }
  return { encoding: 'utf-8', skip: 0 }
}
