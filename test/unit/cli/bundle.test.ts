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

it('a packet goes there and back between two laptops: read blind, sent back, settled at home', async () => {
  const { folder, data: home } = freshFolder()
  const away = freshFolder().data
  writeFileSync(join(folder, 'articles.jsonl'), jsonLines([article(1)]))
  await answer(home, 'import', join(folder, 'articles.jsonl'))
  const { suggestions } = await answer<{ suggestions: { id: string }[] }>(home, 'suggest', 'key-points', '--article', 'article-1')
  const id = suggestions[0]!.id
  await answer(home, 'review', 'reject', id, '--reason', 'motif du premier lecteur', '--as', 'me')
  const [there, back] = [join(folder, 'paquet.json'), join(folder, 'lectures.json')]
  const { digest } = await answer<{ digest: string }>(home, 'bundle', 'export', '--experiment', 'essai-libre', '--out', there, '--texts')

  await answer(away, 'bundle', 'import', there)
  const drawn = await answer<{ lines: { suggestion: string }[]; read: number }>(away, 'bundle', 'draw', digest, '--every', '1')
  expect(drawn.lines.map(({ suggestion }) => suggestion)).toEqual([id])
  expect(JSON.stringify(drawn)).not.toMatch(/motif du premier|rejected/)
  const early = await marbre(['bundle', 'export', '--readings', digest, '--out', back, '--data', away, '--json'])
  expect([early.code, early.lastLine]).toEqual([1, 'marbre: packet: has no second reading to send [bad-transition]'])
  await answer(away, 'bundle', 'read', digest, id, '--verdict', 'accept')
  expect(await answer(away, 'bundle', 'export', '--readings', digest, '--out', back)).toMatchObject({ readings: 1 })

  expect((await marbre(['bundle', 'import', back, '--data', away, '--json'])).lastLine).toBe(
    'marbre: packet: are readings of this very desk [bad-input]',
  )
  expect(await answer(home, 'bundle', 'import', back)).toMatchObject({ signer: 'unverified', received: { readings: 1, disagreements: 1 } })
  expect(await answer(home, 'bundle', 'disagreements')).toMatchObject([
    { suggestion: id, first: { state: 'rejected' }, second: { verdict: 'accept' }, arbitration: null },
  ])
  for (const data of [home, away]) expect(await answer(data, 'ledger', 'verify')).toMatchObject({ intact: true })
  expect((await marbre(['bundle', 'export', '--out', back, '--data', home, '--json'])).code).toBe(2)
}, 180_000)
