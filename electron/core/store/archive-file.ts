// A backup's container: named files in one ZIP file, streamed both ways.
// It must not know what the files mean, nor whether they may be trusted: the reader checks hashes.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { open as openZip, type Entry, type ZipFile as ReadableZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { DeskError } from '../../../shared/domain/error.ts'

/** `name`: where it stands in the archive, `/` between folders. */
export type PackedFile = { readonly name: string; readonly from: string | Buffer }
/** What came out: size in bytes and SHA-256 in hexadecimal. */
export type Unpacked = { readonly name: string; readonly bytes: number; readonly sha256: string }

/** Size and hash of a file as it will be packed. */
export async function measureFile(from: string | Buffer): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  if (typeof from !== 'string') return { bytes: from.length, sha256: hash.update(from).digest('hex') }
  let bytes = 0
  for await (const chunk of createReadStream(from) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    hash.update(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Writes `files` to a new archive, readable by its owner only. A file already at `path` is refused by the system's `EEXIST`. */
export async function packFiles(path: string, files: readonly PackedFile[]): Promise<void> {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  for (const { name, from } of files) {
    if (typeof from === 'string') zip.addFile(from, name)
    else zip.addBuffer(from, name)
  }
  zip.end({ comment: '0'.repeat(sealLength), forceZip64Format: false })
  await written
  await sealArchive(path)
}

/** The archive ends with the SHA-256 of all that stands before it: a ZIP file has bytes of its own that nothing else vouches for. */
const sealLength = 64

async function sealOf(path: string): Promise<{ seal: string; at: number }> {
  const at = (await stat(path)).size - sealLength
  const hash = createHash('sha256')
  if (at > 0) for await (const chunk of createReadStream(path, { end: at - 1 }) as AsyncIterable<Buffer>) hash.update(chunk)
  return { seal: hash.digest('hex'), at }
}

/** Writes the seal over the last 64 bytes of an archive, kept free for it as its comment. */
export async function sealArchive(path: string): Promise<void> {
  const { seal, at } = await sealOf(path)
  const file = await open(path, 'r+')
  try {
    await file.write(seal, at, 'latin1')
    await file.sync()
  } finally {
    await file.close()
  }
}

async function demandSeal(path: string, zip: ReadableZip): Promise<void> {
  if (zip.comment !== (await sealOf(path)).seal) throw refused('was changed since it was made, or is not whole')
}

/**
 * Unpacks into `folder` what `largestOf` allows: the most bytes a file of that name may have, or null for one that has no place here.
 *
 * @throws DeskError `bad-input` for anything else in the archive, a file twice, one larger than allowed, or a damaged archive.
 */
export async function unpackFiles(path: string, folder: string, largestOf: (name: string) => number | null): Promise<Unpacked[]> {
  const zip = await openArchive(path)
  const unpacked: Unpacked[] = []
  try {
    await demandSeal(path, zip)
    if (zip.entryCount > mostEntries) throw refused('holds too many files')
    for await (const entry of eachEntry(zip)) {
      const largest = largestOf(entry.fileName)
      if (largest === null) throw refused('holds a file that has no place in a backup')
      if (unpacked.some(({ name }) => name === entry.fileName)) throw refused('names a file twice')
      unpacked.push(await unpackOne(zip, entry, join(folder, entry.fileName), largest))
    }
  } catch (error) {
    if (error instanceof DeskError) throw error
    throw refused('is damaged')
  } finally {
    zip.close()
  }
  return unpacked
}

function refused(why: string): DeskError {
  return new DeskError('bad-input', 'backup', why)
}

async function openArchive(path: string): Promise<ReadableZip> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      error ? reject(refused('is not a backup of Marbre, or cannot be read')) : resolve(zip),
    )
  })
}

async function* eachEntry(zip: ReadableZip): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('error', reject)
      zip.once('end', () => reject(refused('is damaged')))
      zip.readEntry()
    })
    zip.removeAllListeners()
  }
}

/** A desk has a handful of files; models add a few. */
const mostEntries = 1000
/** Texts and numbers pack to a third, at best to a thirtieth: what claims far more was made to fill the disk. */
const mostExpansion = 200
const smallEnough = 64 * 1024 ** 2
/** Left free, so that the machine goes on working. */
const spare = 64 * 1024 ** 2

function expandsTooFar({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > smallEnough && uncompressedSize > compressedSize * mostExpansion
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize - spare
}

async function unpackOne(zip: ReadableZip, entry: Entry, target: string, largest: number): Promise<Unpacked> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  if (entry.uncompressedSize > largest || expandsTooFar(entry)) throw refused('holds a file larger than it may be')
  if (entry.uncompressedSize > (await freeBytes(dirname(target)))) throw new DeskError('bad-input', 'disk', 'has no room for it')
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(stream, measure, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }))
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
  return { name: entry.fileName, bytes, sha256: hash.digest('hex') }
}
