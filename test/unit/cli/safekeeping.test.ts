// Backup, restore, purge, as IT types them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answer, freshFolder, marbre } from './run-marbre.ts'

it('puts a desk by, makes it again elsewhere, erases it, and each time says what it did', async () => {
  const { data, folder } = freshFolder()
  await answer(data, 'sample', 'load')
  const file = join(folder, 'courrier.marbre-backup')
  const made = await answer<{ desk: string; entries: number; keys: string }>(data, 'backup', '--out', file)
  expect(made).toMatchObject({ keys: 'left-out' })
  const other = join(folder, 'second')
  const restored = await answer(other, 'restore', file)
  expect(restored).toMatchObject({ desk: made.desk, entries: made.entries, intact: true, articles: 66, comments: 150 })
  const used = await marbre(['restore', file, '--data', other, '--json'])
  expect([used.code, used.out]).toEqual([1, ''])
  expect(used.lastLine).toMatch(/^marbre: data folder: .* \[bad-input\]$/)
  for (const wrong of [['purge'], ['purge', '--comments'], ['purge', '--comments', '--older-than', 'hier'], ['backup']])
    expect((await marbre([...wrong, '--data', other])).code).toBe(2)
  expect(await answer(other, 'purge', '--comments', '--older-than', '0d')).toMatchObject({ scope: 'comments', erased: { comments: 150 } })
  expect(await answer(other, 'purge', '--all')).toMatchObject({ scope: 'all', erased: { articles: 66 }, ledger: { intact: true } })
  expect(await answer(other, 'articles', 'list')).toEqual([])
  expect(await answer(other, 'ledger', 'verify')).toMatchObject({ intact: true })
  expect(existsSync(join(other, 'desk.sqlite'))).toBe(true)
}, 600_000)
