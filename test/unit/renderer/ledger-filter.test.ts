// The ledger's filter in the address, its kinds of acts, and an entry as a sentence names things.
import { expect, test } from 'vitest'
import { ledgerActs } from '../../../shared/domain/ledger.ts'
import { actKinds, actsOf } from '../../../renderer/features/ledger/act-kinds.ts'
import { filterFrom, filterToInput, filterToQuery, isNarrowed } from '../../../renderer/features/ledger/ledger-filter.ts'
import { nameInSentence, nameSubject } from '../../../renderer/features/ledger/name-subject.ts'
import { readableContent, shortId } from '../../../renderer/features/ledger/read-entry.ts'
import { hrefTo } from '../../../renderer/ui/router.ts'
import { wordsNow } from '../../../renderer/words/use-words.ts'

const through = (address: string) => filterFrom(new URLSearchParams(address))

test('every act is of a kind, and no kind is empty', () => {
  const covered = new Set(actKinds.flatMap(actsOf))
  expect(ledgerActs.filter((act) => !covered.has(act))).toEqual([])
  for (const kind of actKinds) expect(actsOf(kind).length, kind).toBeGreaterThan(0)
})

test('the address keeps the filter, and what it gets wrong is left out', () => {
  const filter = through('kind=kept&who=me&experiment=e-1&from=2026-03-01&to=2026-03-31')
  expect(filter).toMatchObject({ kind: 'kept', who: 'me', about: { kind: 'experiment', id: 'e-1' }, from: '2026-03-01' })
  expect(filterFrom(new URLSearchParams(hrefTo('ledger', [], filterToQuery(filter)).split('?')[1]))).toEqual(filter)
  expect(isNarrowed(through('kind=everything&who=lena&from=2026-02-31x'))).toBe(false)
})

test('days are the reader’s, both included', () => {
  const { since, until, acts } = filterToInput(through('from=2026-03-01&to=2026-03-01&kind=exports'))
  expect(acts).toEqual(['outputs.exported'])
  expect(new Date(since ?? '').getHours()).toBe(0)
  expect(new Date(until ?? '').getDate()).toBe(2)
})

test('a comment goes by its author’s pseudonym, said to be one; what is gone is said to be', () => {
  const words = wordsNow()
  const comment = { kind: 'comment' as const, id: 'c', title: 'La criée', author: 'lecteur-3fa29c1b0d' }
  expect(nameSubject(comment, words)).toMatch(/lecteur-3fa29c1b0d \(pseudonym/)
  expect(nameInSentence({ kind: 'article', id: 'a', title: null }, words)).not.toContain('a1')
  expect(shortId('01a202ac-283e-73e3-8937-2f321873fe03')).toBe('…73fe03')
})

test('what was shown in a vote is read as words, not as JSON', () => {
  const shown = JSON.stringify([
    { kind: 'point', text: 'Un point.' },
    { kind: 'tag', label: 'Pêche' },
  ])
  expect(readableContent(shown)).toEqual({ kind: 'text', text: 'Un point. / Pêche' })
})
