// 2,000 seeded mutations of every format: no crash, no partial record, every refusal says where, none quotes the text.
// It must not need the store: readers alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { readArticles } from '../../electron/core/readers/read-articles.ts'
import { readComments } from '../../electron/core/readers/read-comments.ts'
import { readOutputs } from '../../electron/core/readers/read-outputs.ts'
import { readVocabulary } from '../../electron/core/readers/read-vocabulary.ts'
import type { FileSource, Read } from '../../electron/core/readers/source.ts'
import { articleDraftSchema } from '../../shared/domain/article.ts'
import { commentDraftSchema } from '../../shared/domain/comment.ts'
import { taskSchema, valueSchemas } from '../../shared/domain/suggestion.ts'
import { conceptSchema } from '../../shared/domain/vocabulary.ts'
import { z as zod } from 'zod'
import { canary, fixtures, makeFolder } from '../unit/readers/fixtures.ts'
import type { Kind } from '../unit/readers/fixtures.ts'

const mutations = 2_000
const seed = 20_261_122
const readers: Record<Kind, (source: FileSource) => AsyncIterable<Read<unknown>>> = {
  articles: readArticles,
  comments: readComments,
  vocabulary: readVocabulary,
  outputs: readOutputs,
}
const outputSchema = zod
  .object({ id: zod.string(), article: zod.string(), task: taskSchema, value: zod.unknown(), engine: zod.string() })
  .refine((draft) => valueSchemas[draft.task].safeParse(draft.value).success)
const schemas: Record<Kind, z.ZodType> = {
  articles: articleDraftSchema,
  comments: commentDraftSchema,
  vocabulary: conceptSchema,
  outputs: outputSchema,
}

/** A small generator (mulberry32): the same seed gives the same mutations everywhere. */
function makeRandom(from: number): (below: number) => number {
  let state = from
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const inserts = [
  '\0',
  '"',
  '<',
  '>',
  '&a;',
  '{',
  '}',
  '[',
  ']',
  '\n',
  '\r',
  ']]>',
  '<![CDATA[',
  '<!--',
  '</item>',
  '<item>',
  '\ufeff',
  '\\ud800',
  ';',
  '---\n',
  '@prefix',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
]

function mutate(bytes: Buffer, random: (below: number) => number): Buffer {
  let result = Buffer.from(bytes)
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const at = random(Math.max(1, result.length))
    const length = random(Math.max(1, Math.min(400, result.length - at)))
    const kind = random(6)
    if (kind === 0 && result.length > 0) result[at] = random(256)
    else if (kind === 1) result = result.subarray(0, at)
    else if (kind === 2)
      result = Buffer.concat([result.subarray(0, at), Buffer.from(inserts[random(inserts.length)] ?? ''), result.subarray(at)])
    else if (kind === 3) result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)])
    else if (kind === 4) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)])
    else if (result.length > 0) result[at] = (result[at] ?? 0) ^ (1 << random(8))
    result = Buffer.from(result)
  }
  return result
}

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

/** Substrings of the canary that no English reason could hold by chance. */
const traces = [canary, canary.slice(0, 12), canary.slice(6, 18), 'chante', 'aube']

test(`${mutations} malformed files: each record whole or refused with its place`, async () => {
  const random = makeRandom(seed)
  let kept = 0
  let refused = 0
  for (let number = 0; number < mutations; number += 1) {
    const fixture = fixtures[number % fixtures.length]
    if (fixture === undefined) throw new Error('no fixture')
    const where = `mutation ${number} of ${fixture.name}`
    // As found in a chosen folder: a file that no longer looks like its format is a rejection too.
    const source = { ...(await folder.put(fixture.name, mutate(fixture.bytes, random))), root: folder.path }
    for await (const result of readers[fixture.kind](source)) {
      if (result.ok) {
        kept += 1
        expect(schemas[fixture.kind].safeParse(result.draft).success, where).toBe(true)
        expect(JSON.stringify(result.draft), where).not.toMatch(/(?<!\\)\\ud[89a-f]/)
        if (fixture.kind === 'articles' || fixture.kind === 'comments') expect(bodyOf(result.draft).trim(), where).not.toBe('')
      } else {
        refused += 1
        const { file, at, reason } = result.rejection
        expect(file, where).toBe(fixture.name)
        expect(at, where).toMatch(/^(?:(?:line|record|item) \d+(?:, comment \d+)?|file)$/)
        expect(reason, where).toMatch(/^[a-zA-Z0-9 ,;:()'.-]{5,120}$/)
        for (const trace of traces) expect(reason, where).not.toContain(trace)
      }
    }
  }
  expect(kept).toBeGreaterThan(mutations / 4)
  expect(refused).toBeGreaterThan(mutations / 4)
})

function bodyOf(draft: unknown): string {
  return typeof draft === 'object' && draft !== null && 'body' in draft && typeof draft.body === 'string' ? draft.body : ''
}
