// The entries of the ledger, newest first, more on demand. It must not know how they are shown.
import { useState } from 'react'
import type { LedgerView } from '../../../shared/contract/desk.ts'
import { client, toDeskError } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import { filterToInput, type LedgerFilter } from './ledger-filter.ts'

const page = 100

/** Entries of what is asked for; the newest page follows the events, the older ones stay. Mount with a key per filter. */
export function useEntries(asked: LedgerFilter) {
  const filter = filterToInput(asked)
  const newest = useQuery(`ledger:${JSON.stringify(filter)}`, () => client.ledger.list({ ...filter, limit: page }), {
    refreshOn: ['suggestion.changed', 'comment.changed', 'experiment.changed', 'settings.changed'],
  })
  const [older, setOlder] = useState<readonly LedgerView[]>([])
  const [state, setState] = useState<{ busy: boolean; error: DeskError | undefined }>({ busy: false, error: undefined })
  const first = newest.data?.entries ?? []
  const known = new Set(first.map((entry) => entry.body.seq))
  const entries = [...first, ...older.filter((entry) => !known.has(entry.body.seq))]
  const total = newest.data?.total ?? 0
  const inReading = newest.data?.inReading ?? 0
  const readOlder = async () => {
    const last = entries.at(-1)
    if (!last) return
    setState({ busy: true, error: undefined })
    try {
      const answer = await client.ledger.list({ ...filter, before: last.body.seq, limit: page })
      setOlder((held) => [...held, ...answer.entries])
      setState({ busy: false, error: undefined })
    } catch (thrown) {
      setState({ busy: false, error: toDeskError(thrown) })
    }
  }
  return { entries, total, inReading, answer: newest, readOlder, ...state }
}
