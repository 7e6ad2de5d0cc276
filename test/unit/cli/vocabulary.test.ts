// The thesaurus kept in order from a script: out to a file and in again, tags merged, retired and brought back.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Leaving } from '../../../shared/contract/vocabulary-edits.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { answer, freshFolder, marbre } from './run-marbre.ts'

type File = { name: string; mime: string; content: string; concepts: number }
type Made = { concepts: number; labels: number; rejected: unknown[] }

const thesaurus = [
  'id,fr,aliases_fr,parent',
  'mer,Mer et littoral,,',
  'peche,Pêche,chalutage,mer',
  'peche-a-pied,Pêche à pied,ramassage de coquillages,peche',
  'grande-maree,Grande marée,,peche-a-pied',
].join('\n')

async function withThesaurus(): Promise<{ folder: string; data: string }> {
  const { folder, data } = freshFolder()
  writeFileSync(join(folder, 'tags.csv'), thesaurus)
  expect(await answer<Made>(data, 'vocabulary', 'import', join(folder, 'tags.csv'))).toEqual({ concepts: 4, labels: 6, rejected: [] })
  return { folder, data }
}

const csv = async (data: string) => (await answer<File>(data, 'vocabulary', 'export', '--format', 'csv')).content

describe('the thesaurus from the command line', () => {
  it('leaves as a file, another desk reads the same tags from it', async () => {
    const { folder, data } = await withThesaurus()
    const plain = await marbre(['vocabulary', 'export', '--data', data])
    expect([plain.code, plain.out.startsWith('@prefix skos:')]).toEqual([0, true])
    const out = join(folder, 'thesaurus.ttl')
    expect(await answer(data, 'vocabulary', 'export', '--out', out)).toEqual({ format: 'turtle', concepts: 4, out })
    expect(readFileSync(out, 'utf8')).toBe(plain.out)
    const other = join(folder, 'second')
    expect(await answer<Made>(other, 'vocabulary', 'import', out)).toEqual({ concepts: 4, labels: 6, rejected: [] })
    expect(await csv(other)).toBe(await csv(data))
    expect((await marbre(['vocabulary', 'export', '--format', 'skosx', '--data', data])).code).toBe(2)
  }, 600_000)

  it('merges, says first what a merge would do, and gives it back whole', async () => {
    const { data } = await withThesaurus()
    const before = await csv(data)
    const told = await answer<Leaving>(data, 'vocabulary', 'merge', 'peche-a-pied', 'peche', '--dry-run')
    expect(told).toMatchObject({
      concept: 'peche-a-pied',
      into: 'peche',
      labels: ['Pêche à pied', 'ramassage de coquillages'],
      children: ['grande-maree'],
    })
    expect(await csv(data)).toBe(before)
    expect(await answer<Leaving>(data, 'vocabulary', 'merge', 'peche-a-pied', 'peche', '--as', 'me')).toEqual(told)
    const merged = await csv(data)
    expect(merged).toContain('peche-a-pied,Pêche à pied,,,ramassage de coquillages,,,,peche,false,peche')
    expect(merged).toContain('peche,Pêche,,,"chalutage;Pêche à pied;ramassage de coquillages",')
    expect(merged).toContain('grande-maree,Grande marée,,,,,,,peche,true,')
    expect(await answer<Concept>(data, 'vocabulary', 'restore', 'peche-a-pied')).toMatchObject({ active: true, replacedBy: null })
    expect(await csv(data)).toBe(before)
  }, 600_000)

  it('retires a tag, for another or for none, brings it back, and the ledger stays whole', async () => {
    const { data } = await withThesaurus()
    expect(await answer<Leaving>(data, 'vocabulary', 'retire', 'grande-maree')).toMatchObject({ into: null, moved: 0, dropped: 0 })
    expect(await answer<Leaving>(data, 'vocabulary', 'retire', 'peche-a-pied', '--for', 'peche')).toMatchObject({ into: 'peche' })
    const said = await marbre(['vocabulary', 'restore', 'grande-maree', '--data', data])
    expect([said.code, said.out.trim()]).toEqual([0, 'restored grande-maree'])
    const refused = await marbre(['vocabulary', 'restore', 'grande-maree', '--data', data])
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.lastLine).toContain('[bad-transition]')
    expect(await answer(data, 'ledger', 'verify')).toMatchObject({ intact: true })
  }, 600_000)
})
