// Files the page holds, staged part by part in the data folder until their import is over.
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { DeskContext } from './context.ts'

/** A file larger than this is not staged: the window and the CLI read it in place. */
const largest = 1024 ** 3

/** Upload ids are ours: checked, never used as a path otherwise. */
const idForm = /^[0-9a-f-]{36}$/

export async function beginUpload(desk: DeskContext, name: string, bytes: number): Promise<string> {
  if (bytes > largest) throw new DeskError('bad-input', 'file', 'is over 1 GiB', { bytes })
  const id = desk.ids()
  const folder = join(desk.store.folder, 'incoming', id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, safeName(name)), '', { mode: 0o600 })
  await writeFile(join(folder, '.name'), safeName(name))
  return id
}

/** The last part of the name, without what a file system dislikes: readers tell formats by its ending. */
function safeName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
  return last === '' ? 'file' : last.slice(-120)
}

export async function appendUpload(desk: DeskContext, id: string, offset: number, part: string): Promise<void> {
  const path = await uploadPath(desk, id)
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    if (size !== offset) throw new DeskError('bad-input', 'upload', 'a part is missing or came twice', { expected: size, offset })
    const bytes = Buffer.from(part, 'base64')
    if (size + bytes.length > largest) throw new DeskError('bad-input', 'file', 'is over 1 GiB', { bytes: size + bytes.length })
    await file.write(bytes, 0, null, offset)
  } finally {
    await file.close()
  }
}

export async function uploadPath(desk: Pick<DeskContext, 'store'>, id: string): Promise<string> {
  if (!idForm.test(id)) throw new DeskError('bad-input', 'upload', 'is not an upload of this desk')
  const folder = join(desk.store.folder, 'incoming', id)
  const name = await readFile(join(folder, '.name'), 'utf8').catch(() => null)
  if (name === null || !(await stat(join(folder, name)).catch(() => null)))
    throw new DeskError('not-found', 'upload', 'is not on this desk any more')
  return join(folder, name)
}

export async function discardUpload(desk: Pick<DeskContext, 'store'>, id: string): Promise<void> {
  if (idForm.test(id)) await rm(join(desk.store.folder, 'incoming', id), { recursive: true, force: true })
}

/** At start: what a crash left staged is of no use. */
export async function discardAllUploads(folder: string): Promise<void> {
  await rm(join(folder, 'incoming'), { recursive: true, force: true })
}
