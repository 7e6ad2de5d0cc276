// Looks at a ZIP file before anything unpacks it: number of entries, sizes, ratio, checksums, document types.
// It must not know Word beyond the names of XML parts.
import { crc32 } from 'node:zlib'
import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { limits } from './source.ts'

/** Why the archive must not be unpacked, or null. Declared sizes first, then every entry is really inflated under the same limits. */
export async function checkZip(bytes: Buffer): Promise<string | null> {
  try {
    const zip = await openZip(bytes)
    const entries: Entry[] = []
    let total = 0
    for await (const entry of eachEntry(zip)) {
      entries.push(entry)
      total += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      if (entries.length > limits.zipEntries) return 'too many files in the archive'
      if (total > limits.unpacked || (entry.uncompressedSize > 1024 * 1024 && ratio > limits.zipRatio))
        return 'the archive unpacks to too much'
    }
    if (!entries.some((entry) => entry.fileName === 'word/document.xml')) return 'not a Word document'
    if (new Set(entries.map((entry) => entry.fileName)).size < entries.length) return 'the archive names a file twice'
    for (const entry of entries) {
      const problem = await checkEntry(zip, entry)
      if (problem !== null) return problem
    }
    return null
  } catch {
    return 'damaged archive'
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('error', reject)
      zip.once('end', () => reject(new Error('fewer entries than declared')))
      zip.readEntry()
    })
    zip.removeAllListeners()
  }
}

async function checkEntry(zip: ZipFile, entry: Entry): Promise<string | null> {
  const isXml = /\.(?:xml|rels)$/i.test(entry.fileName)
  let sum = 0
  let start = ''
  const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  for await (const chunk of stream) {
    sum = crc32(chunk, sum)
    if (isXml && start.length < 64 * 1024) start += chunk.toString('latin1')
  }
  if (sum !== entry.crc32) return 'damaged archive'
  // Word writes no document type; one here could only declare entities.
  return isXml && /<!(?:DOCTYPE|ENTITY)/i.test(start.replaceAll('\0', '')) ? 'the document declares XML entities' : null
}
