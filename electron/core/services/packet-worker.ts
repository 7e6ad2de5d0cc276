// Questions to the worker that parses and verifies packets: none is parsed on the core's loop.
// It must not know what is done with an answer.
import { DeskError } from '../../../shared/domain/error.ts'
import { findPacketPart } from '../store/packet-rows.ts'
import type { Answer, Ask, Input } from '../workers/open-packet.ts'
import { workerPool, type WorkerPool } from '../workers/pool.ts'
import type { DeskContext } from './context.ts'

type Kind = Answer['kind']
type AnswerOf<K extends Kind> = Extract<Answer, { kind: K }>

/** One thread a desk: it remembers the packet it parsed last. Idle, it goes by itself. */
const pools = new WeakMap<object, WorkerPool>()

function poolOf(desk: Pick<DeskContext, 'store'>): WorkerPool {
  const pool = pools.get(desk.store) ?? workerPool({ maxThreads: 1 })
  pools.set(desk.store, pool)
  return pool
}

/** Its thread goes with the desk. */
export async function closePacketWorker(store: object): Promise<void> {
  await pools.get(store)?.close()
  pools.delete(store)
}

async function ask(desk: Pick<DeskContext, 'store'>, input: Input, moved: ArrayBuffer[] = []): Promise<Answer> {
  const output = await poolOf(desk).run('open-packet', input, { moved })
  if ('answer' in output) return output.answer
  const { code, what, why, details } = output.refused
  throw new DeskError(code, what, why, details)
}

/** The stored bytes, slice by slice, in buffers that can move to another thread. */
async function partsOf(desk: Pick<DeskContext, 'store'>, id: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let n = 0; ; n += 1) {
    const part = await findPacketPart(desk.store.read, id, n)
    if (part === null) return parts
    parts.push(new Uint8Array(part))
    // Reading a row is synchronous: others come in between.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

/** What a file is: a packet to read, or readings that came back. @throws DeskError `bad-input`, `ledger-broken`; details: `fault`. */
export async function openPacketFile(
  desk: Pick<DeskContext, 'store'>,
  file: string,
  trust: string | undefined,
): Promise<AnswerOf<'review'> | AnswerOf<'readings'>> {
  const answer = await ask(desk, { source: { file }, ask: { kind: 'open', trust } })
  if (answer.kind !== 'review' && answer.kind !== 'readings') throw new DeskError('internal', 'packet', 'was not opened')
  return answer
}

/** One answer about a packet that is open here, read from its stored bytes. @throws DeskError `ledger-broken` when they were changed. */
export async function askPacket<K extends Exclude<Kind, 'review' | 'readings' | 'forgotten'>>(
  desk: Pick<DeskContext, 'store'>,
  id: string,
  question: Ask & { kind: K },
): Promise<AnswerOf<K>> {
  // An index is verified anew each time; what follows asks the thread that has just parsed it.
  const kept = question.kind === 'index' ? null : await ask(desk, { source: { id, parts: null }, ask: question })
  let answer = kept
  if (answer === null || answer.kind === 'forgotten') {
    const parts = await partsOf(desk, id)
    answer = await ask(
      desk,
      { source: { id, parts }, ask: question },
      parts.map(({ buffer }) => buffer),
    )
  }
  if (answer.kind !== question.kind) throw new DeskError('internal', 'packet', 'another question was answered')
  return answer as AnswerOf<K>
}
