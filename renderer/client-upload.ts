// Stages files the page holds in the core, part by part. It must not know what they contain.
import { client } from './client.ts'

/** Bytes in one part: 1 MiB once in base64. */
const partBytes = 768 * 1024

function readBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '')
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'))
    reader.readAsDataURL(part)
  })
}

/** Stages one file; `onProgress` gets the bytes sent. Resolves to the upload's name for `imports.preview` and the like. */
export async function uploadFile(file: File, onProgress: (sent: number) => void = () => undefined): Promise<string> {
  const { upload } = await client.imports.beginUpload({ name: file.name, bytes: file.size })
  for (let offset = 0; offset < file.size; offset += partBytes) {
    const part = file.slice(offset, offset + partBytes)
    await client.imports.appendUpload({ upload, offset, part: await readBase64(part) })
    onProgress(offset + part.size)
  }
  return upload
}

/** Files for an import, as the contract wants them. */
export type ImportSource = { uploads: string[] } | { paths: string[] }

/** Brings files to the core: by their paths in the window, which needs no copy, as uploads on the loopback host. */
export async function bringToCore(files: readonly File[], onProgress: (sent: number) => void = () => undefined): Promise<ImportSource> {
  const pathOf = window.marbreShell?.pathOf
  const paths = pathOf ? files.map((file) => pathOf(file)) : []
  if (paths.length > 0 && paths.every((path) => path !== '')) return { paths }
  return { uploads: await uploadFiles(files, onProgress) }
}

/** Stages several files, one after the other. `onProgress` gets the bytes sent over all of them. */
export async function uploadFiles(files: readonly File[], onProgress: (sent: number) => void): Promise<string[]> {
  const uploads: string[] = []
  let before = 0
  for (const file of files) {
    uploads.push(await uploadFile(file, (sent) => onProgress(before + sent)))
    before += file.size
  }
  return uploads
}
