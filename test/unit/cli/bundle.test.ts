// A review packet by command line: made on one desk, opened on another, refused when somebody changed it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { article, jsonLines } from './news.ts'
import { answer, freshFolder, marbre } from './run-marbre.ts'

it('bundle export, import, list; a tampered packet is refused with what is wrong', async () => {
  const { folder, data } = freshFolder()
  writeFileSync(join(folder, 'articles.jsonl'), jsonLines([article(1), article(2)]))
  await answer(data, 'import', join(folder, 'articles.jsonl'))
  const { suggestions } = await answer<{ suggestions: { id: string }[] }>(data, 'suggest', 'key-points', '--article', 'article-1')
  await answer(data, 'review', 'reject', suggestions[0]!.id, '--reason', 'secondaire', '--as', 'me')
  const file = join(folder, 'paquet.json')
  const made = await answer<{ digest: string; suggestions: number }>(
    data,
    'bundle',
    'export',
    '--experiment',
    'essai-libre',
    '--out',
    file,
    '--texts',
  )
  expect(made.suggestions).toBe(suggestions.length)

  const other = freshFolder().data
  const opened = await answer<{ id: string; signer: string; fingerprints: string[] }>(other, 'bundle', 'import', file)
  expect(opened).toMatchObject({ id: made.digest, signer: 'unverified' })
  expect((await answer<object[]>(other, 'bundle', 'list')).length).toBe(1)
  expect(await answer<object[]>(other, 'articles', 'list')).toEqual([])

  writeFileSync(join(folder, 'changed.json'), readFileSync(file, 'utf8').replace('secondaire', 'excellent!'))
  const refused = await marbre(['bundle', 'import', join(folder, 'changed.json'), '--data', other, '--json'])
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.lastLine).toBe('marbre: packet: its content is not what was exported [ledger-broken]')
  expect((await answer<object[]>(other, 'bundle', 'list')).length).toBe(1)
}, 120_000)
