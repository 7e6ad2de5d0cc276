// Worker: the bytes of a packet in, verified; one answer about it out. Parsing 64 MB holds nobody up here.
// It must not know the desk it is opened on, nor what becomes of the answer.
import { readFile, stat } from 'node:fs/promises'
import { DeskError, type ErrorCode } from '../../../shared/domain/error.ts'
import {
  largestPacket,
  type PacketArticle,
  type PacketContent,
  type PacketPage,
  type PacketSuggestion,
  type ReadingsContent,
} from '../../../shared/domain/packet.ts'
import { readStates } from '../../../shared/domain/reading.ts'
import { drawSample } from '../services/reading-draw.ts'
import { readPacket, type ReadPacket, type ReadReadings, type Vouched } from '../services/read-packet.ts'

/** What is asked of a packet. `open` says what a file is; the others want a review packet that was opened before. */
export type Ask =
  | { readonly kind: 'open'; readonly trust: string | undefined }
  | { readonly kind: 'index' }
  | { readonly kind: 'page'; readonly item: string }
  | { readonly kind: 'draw'; readonly seed: string; readonly every: number }
  | { readonly kind: 'output'; readonly suggestion: string }

/** The bytes are a file’s, or what was stored of one; `parts` null asks whether the packet `id` is still in mind. */
export interface Input {
  readonly source: { readonly file: string } | { readonly id: string; readonly parts: readonly Uint8Array[] | null }
  readonly ask: Ask
}

export type Head = Pick<PacketContent, 'desk' | 'experiment'>
export type Drawn = { readonly suggestion: PacketSuggestion; readonly title: string }
export type Answer =
  | {
      readonly kind: 'review'
      readonly digest: string
      readonly vouched: Vouched
      readonly head: Head
      readonly items: string[]
      readonly bytes: number
      readonly decided: number
    }
  | {
      readonly kind: 'readings'
      readonly digest: string
      readonly vouched: Vouched
      readonly content: ReadingsContent
      readonly seq: number
    }
  | {
      readonly kind: 'index'
      readonly vouched: Vouched
      readonly head: Head
      readonly articles: { id: string; title: string; outputs: number }[]
      readonly decided: number
    }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'page'; readonly page: PacketPage | null }
  | { readonly kind: 'draw'; readonly decided: number; readonly drawn: Drawn[] }
  | {
      readonly kind: 'output'
      readonly article: PacketArticle | null
      readonly suggestion: PacketSuggestion | null
      readonly target: string | null
    }
/** Errors of ours lose their class between threads. */
export type Output =
  { readonly answer: Answer } | { readonly refused: { code: ErrorCode; what: string; why: string; details: DeskError['details'] } }

/** The packet last verified in this thread: walking through it parses it once. */
let last: { readonly id: string; readonly read: ReadPacket } | null = null

export async function run({ source, ask }: Input): Promise<Output> {
  try {
    return {
      answer: 'file' in source ? await openFile(source.file, ask.kind === 'open' ? ask.trust : undefined) : answerAbout(source, ask),
    }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    const { code, what, why, details } = error
    return { refused: { code, what, why, details } }
  }
}

async function openFile(file: string, trust: string | undefined): Promise<Answer> {
  if ((await stat(file)).size > largestPacket) throw new DeskError('bad-input', 'packet', 'is larger than 64 MB', { fault: 'size' })
  const bytes = await readFile(file)
  const read: ReadPacket | ReadReadings = readPacket(textOf([bytes]), trust)
  const { digest, vouched } = read
  if ('seq' in read) return { kind: 'readings', digest, vouched, content: read.content, seq: read.seq }
  last = { id: digest, read }
  const { desk, experiment, suggestions } = read.content
  return {
    kind: 'review',
    digest,
    vouched,
    head: { desk, experiment },
    items: [...new Set(suggestions.map(({ item }) => item))],
    bytes: bytes.length,
    decided: suggestions.filter(isDecided).length,
  }
}

function textOf(parts: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  } catch {
    throw new DeskError('bad-input', 'packet', 'cannot be read as UTF-8', { fault: 'form' })
  }
}

/** Verified anew unless this very packet was a moment ago: a database changed by hand is seen. */
function verified(id: string, parts: readonly Uint8Array[], again: boolean): ReadPacket {
  if (!again && last?.id === id) return last.read
  const read = readPacket(textOf(parts))
  if ('seq' in read || read.digest !== id)
    throw new DeskError('ledger-broken', 'packet', 'its content is not what was opened', { fault: 'content' })
  last = { id, read }
  return read
}

function answerAbout({ id, parts }: { readonly id: string; readonly parts: readonly Uint8Array[] | null }, ask: Ask): Answer {
  if (parts === null && last?.id !== id) return { kind: 'forgotten' }
  const { content, vouched } = parts === null && last ? last.read : verified(id, parts ?? [], ask.kind === 'index')
  const { articles, suggestions } = content
  const decided = suggestions.filter(isDecided)
  const titleOf = (item: string): string => articles.find((article) => article.id === item)?.title ?? ''
  switch (ask.kind) {
    case 'open':
    case 'index': {
      const counts = Map.groupBy(suggestions, ({ item }) => item)
      const { desk, experiment } = content
      return {
        kind: 'index',
        vouched,
        head: { desk, experiment },
        articles: articles.map((article) => ({ id: article.id, title: article.title, outputs: counts.get(article.id)?.length ?? 0 })),
        decided: decided.length,
      }
    }
    case 'page': {
      const article = articles.find((one) => one.id === ask.item)
      return { kind: 'page', page: article ? { article, suggestions: suggestions.filter(({ item }) => item === ask.item) } : null }
    }
    case 'draw': {
      const drawn = drawSample(ask.seed, ask.every, decided)
      return { kind: 'draw', decided: decided.length, drawn: drawn.map((suggestion) => ({ suggestion, title: titleOf(suggestion.item) })) }
    }
    case 'output': {
      const suggestion = suggestions.find((one) => one.id === ask.suggestion) ?? null
      const article = suggestion && (articles.find(({ id: one }) => one === suggestion.item) ?? null)
      const target = suggestion && 'article' in suggestion.value ? titleOf(suggestion.value.article) : null
      return { kind: 'output', article, suggestion, target }
    }
  }
}

/** What a machine proposed and a person accepted, edited or refused. */
function isDecided({ state, origin, task, decision }: PacketSuggestion): boolean {
  return decision !== null && origin !== 'human' && task !== 'moderation' && readStates.some((one) => one === state)
}
