// A small newsroom on a real desk: articles, proposals of every kind, and what the ledger holds of them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/client'
import type { DeskOptions } from '../../../electron/core/desk.ts'
import type { ErrorCode } from '../../../shared/domain/error.ts'
import type { LedgerAct } from '../../../shared/domain/ledger.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import type { ImportResult } from '../../../shared/domain/import.ts'
import { harbour, makeDesk, type TestDesk } from '../../make-desk.ts'

export type Newsroom = TestDesk & {
  /** Writes records as JSON Lines and imports them. */
  readonly bring: (kind: 'articles' | 'comments' | 'outputs', name: string, records: readonly object[]) => Promise<ImportResult>
  readonly file: (name: string, content: string | Buffer) => string
  /** Acts written to the ledger since the last call, oldest first. */
  readonly acts: () => Promise<LedgerAct[]>
}

export async function openNewsroom(options: Partial<DeskOptions> = {}): Promise<Newsroom> {
  const made = await makeDesk(options)
  const { client, folder } = made
  let seen = (await client.ledger.list({})).total
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  return {
    ...made,
    file,
    bring: (kind, name, records) =>
      client.imports.run({ kind, source: { paths: [file(name, records.map((record) => JSON.stringify(record)).join('\n'))] } }),
    acts: async () => {
      const { total, entries } = await client.ledger.list({ limit: 500 })
      const fresh = entries.slice(0, total - seen).toReversed()
      seen = total
      return fresh.map((entry) => entry.body.act)
    },
  }
}

/** The harbour article and one faithful sentence of another tool's, that is not verbatim. */
export const faithful = 'La flottille de Kerlouan compte désormais 14 bateaux.'
/** … and one whose number the article does not have. */
export const wrong = 'La flottille de Kerlouan compte désormais 41 bateaux.'

export async function saveHarbour(room: Pick<Newsroom, 'client'>): Promise<string> {
  return (await room.client.articles.save(harbour)).id
}

/** Imports these texts as key points of `item` by another tool; they come back in the same order. */
export async function propose(room: Newsroom, item: string, texts: readonly string[]): Promise<Suggestion[]> {
  const records = texts.map((text) => ({ article: item, task: 'key-points', value: { text }, engine: 'autre-outil' }))
  const { rejected } = await room.bring('outputs', 'outputs.jsonl', records)
  if (rejected.length > 0) throw new TypeError(`outputs were refused: ${rejected[0]?.reason}`)
  const stored = await room.client.suggestions.ofItem({ item, task: 'key-points' })
  return texts.map((text) =>
    stored.find((suggestion) => 'text' in suggestion.value && suggestion.value.text === text && suggestion.state === 'proposed')!,
  )
}

/** A thesaurus of two tags, and both proposed on `item` by another tool. */
export async function proposeTags(room: Newsroom, item: string): Promise<Suggestion[]> {
  const { client } = room
  await client.vocabulary.import({
    source: { paths: [room.file('thesaurus.jsonl', '{"id":"peche","fr":"Pêche"}\n{"id":"port","fr":"Port"}\n')] },
  })
  const records = ['peche', 'port'].map((concept) => ({
    article: item,
    task: 'tags',
    value: { concept, label: concept },
    engine: 'autre-outil',
  }))
  await room.bring('outputs', 'tags.jsonl', records)
  return client.suggestions.ofItem({ item, task: 'tags' })
}

/** The three checks a text asks for. */
export const checks: ('accuracy' | 'plausibility' | 'sources')[] = ['accuracy', 'plausibility', 'sources']

/** The code of the refusal; null when the call went through. */
export async function refusal(call: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await call
    return null
  } catch (error) {
    if (error instanceof ORPCError) return error.code as ErrorCode
    throw error
  }
}

export async function stateOf(room: Pick<Newsroom, 'client'>, item: string, id: string): Promise<Suggestion> {
  const found = (await room.client.suggestions.ofItem({ item })).find((suggestion) => suggestion.id === id)
  if (!found) throw new TypeError('no such suggestion')
  return found
}

/** A moderation experiment over every comment of the desk, led and approved by `me`. */
export const moderationCard = (title: string, judgeFirst: boolean) => ({
  title,
  hypothesis: 'L’avis aide.',
  task: 'moderation' as const,
  owner: 'me',
  editorialResponsibility: 'me',
  referent: 'me',
  desk: 'Locale',
  from: '2026-03-01',
  to: '2027-03-01',
  peopleConcerned: 'Lecteurs',
  dataConcerned: 'Commentaires',
  engines: ['builtin'],
  corpus: { query: '' },
  criterion: 'agreement >= 0.8',
  stopRule: 'Trop d’erreurs.',
  worksCouncil: { status: 'done' as const },
  judgeFirst,
})
