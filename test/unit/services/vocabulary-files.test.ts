// The thesaurus out and in again, and what a file would change told before it does.
import { expect, it } from 'vitest'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { idOfIri, iriOf } from '../../../electron/core/services/tag-iri.ts'
import { openNewsroom, type Newsroom } from './newsroom.ts'

const label = (lang: string | null, text: string, kind: 'preferred' | 'alternate' = 'preferred') => ({ lang, text, kind })
const concepts: Concept[] = [
  {
    id: 'mer',
    labels: [label('fr', 'Mer'), label('fr', 'Océan', 'alternate'), label('en', 'Sea'), label('en', 'Deep, the', 'alternate')],
    definition: 'Étendue d’eau "salée" \\ et ses\nrivages.',
    parent: null,
    active: true,
    replacedBy: null,
  },
  { id: 'Ports & quais', labels: [label(null, 'Ports')], definition: null, parent: 'mer', active: true, replacedBy: null },
  { id: 'https://ex.org/t/1', labels: [label('fr', 'Digue')], definition: null, parent: 'Ports & quais', active: true, replacedBy: null },
  { id: 'été%20', labels: [label('fr', 'Été')], definition: null, parent: null, active: false, replacedBy: 'mer' },
]

async function roomWith(all: readonly Concept[]): Promise<Newsroom> {
  const room = await openNewsroom()
  for (const concept of all.toSorted((a, b) => Number(a.parent !== null) - Number(b.parent !== null) || (a.parent === 'mer' ? -1 : 1)))
    await room.client.vocabulary.save({ concept })
  return room
}

const listed = async ({ client }: Newsroom) => (await client.vocabulary.list({})).concepts.map(({ concept }) => concept)
const inOrder = (all: readonly Concept[]) =>
  all
    .map((one) => ({ ...one, labels: one.labels.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

it.each(['turtle', 'csv'] as const)('leaves as %s and comes back the same on another desk', async (format) => {
  const room = await roomWith(concepts)
  const file = await room.client.vocabulary.export({ format })
  expect(file).toMatchObject({ concepts: 4, name: expect.stringMatching(format === 'turtle' ? /\.ttl$/ : /\.csv$/) as string })
  const other = await openNewsroom()
  const read = await other.client.vocabulary.import({ source: { paths: [other.file(file.name, file.content)] } })
  expect(read.rejected).toEqual([])
  expect(inOrder(await listed(other))).toEqual(inOrder(concepts))
  const again = await room.client.vocabulary.previewImport({ source: { paths: [room.file(file.name, file.content)] } })
  expect(again).toMatchObject({ read: 4, added: { count: 0 }, missing: { count: 0 } })
  expect(again.changed.count).toBe(0)
})

it('tells what a file would add and change, what it lacks, and keeps nothing', async () => {
  const room = await roomWith(concepts)
  const before = await listed(room)
  const path = room.file('v.jsonl', '{"id":"mer","fr":"Mer du Nord"}\n{"id":"phare","fr":"Phare"}\n{"id":"rien"}\n')
  expect(await room.client.vocabulary.previewImport({ source: { paths: [path] } })).toMatchObject({
    read: 2,
    added: { count: 1, some: [{ id: 'phare', label: 'Phare' }] },
    changed: { count: 1, some: [{ id: 'mer', label: 'Mer du Nord' }] },
    missing: { count: 3 },
    rejected: [{ reason: 'no label (fr, en or title)' }],
  })
  expect(await listed(room)).toEqual(before)
})

it.each(['mer', 'Ports & quais', 'https://ex.org/t/1', 'été%20', 'a<b>"c', 'urn:marbre:tag:x', '100 %', 'C:\\x', '😀'])(
  '%j is an address and back',
  (id) => {
    expect(idOfIri(iriOf(id))).toBe(id)
    expect(iriOf(id)).toMatch(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)
  },
)
