// Keeps a long training's finished pieces in a file beside the models, so that an app closed in the middle goes on next time.
import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { ModelName } from '../tasks/ports.ts'

/** What the worker of one training is handed: the pieces of an earlier one, and where to tell its own. */
export type PiecesForWorker = { readonly earlier: Uint8Array; readonly port: MessagePort }

/** Runs a training with the pieces kept in `folder`; they go when it comes to its end, and stay when it is cut short. */
export async function withPieces<Result>(
  folder: string,
  name: ModelName,
  train: (pieces: PiecesForWorker) => Promise<Result>,
): Promise<Result> {
  const file = join(folder, `${name}.partial`)
  const earlier = new Uint8Array(await readFile(file).catch(() => Buffer.alloc(0)))
  const { port1, port2 } = new MessageChannel()
  let written: Promise<void> = Promise.resolve()
  port1.on('message', (record: Uint8Array) => {
    // A piece that cannot be written is only trained again one day.
    written = written.then(() => appendFile(file, record, { mode: 0o600 })).catch(() => undefined)
  })
  try {
    const result = await train({ earlier, port: port2 })
    port1.close()
    await written
    await rm(file, { force: true })
    return result
  } finally {
    port1.close()
    await written
  }
}
