// The files of a drop, those inside dropped folders too. It must not know what becomes of them.

/** A folder dropped by mistake (a whole disk) must not freeze the page. */
const mostFiles = 20_000

/** Files of a drop. Must be called within the event: the browser empties the drop after it. Hidden files are left out. */
export function readDrop(transfer: DataTransfer, folderHasPath: (file: File) => boolean): Promise<readonly File[]> {
  const files = [...transfer.files]
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []))
  // In the window the core walks a folder itself, by its path; what the page made up has no entry at all.
  const whole = entries.every((entry, index) => {
    const file = files[index]
    return entry === null || entry.isFile || (file !== undefined && folderHasPath(file))
  })
  if (whole) return Promise.resolve(files)
  return walkAll(entries.flatMap((entry) => (entry === null ? [] : [entry])))
}

async function walkAll(roots: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const found: File[] = []
  const waiting = [...roots]
  while (waiting.length > 0 && found.length < mostFiles) {
    const entry = waiting.shift()
    if (!entry || entry.name.startsWith('.')) continue
    if (isFile(entry)) found.push(await fileOf(entry))
    else if (isFolder(entry)) waiting.unshift(...(await entriesOf(entry)))
  }
  return found
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A folder's entries, by name; the browser gives them a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    all.push(...part)
  }
}
