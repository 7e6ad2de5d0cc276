// What the ledger is narrowed to, as it stands in the address: reload, back and a sent link keep it.
// Pure; it must not know words or React.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import type { Query } from '../../ui/router.ts'
import { actKinds, actsOf, type ActKind } from './act-kinds.ts'

export const subjectKinds = ['article', 'comment', 'experiment', 'concept'] as const satisfies readonly LedgerSubject['kind'][]
type Named = Pick<LedgerSubject, 'kind' | 'id'>

/** `subject`: one proposal, by its id. Days are `YYYY-MM-DD`, both included. */
export type LedgerFilter = {
  readonly kind?: ActKind | undefined
  /** Oneself or the desk: there is no choosing another person (trust.md). */
  readonly who?: 'me' | 'desk' | undefined
  readonly about?: Named | undefined
  readonly subject?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

/** Reads a filter; whatever a hand-written address gets wrong is left out. */
export function filterFrom(query: URLSearchParams): LedgerFilter {
  const day = (name: 'from' | 'to') => (isDay(query.get(name) ?? '') ? (query.get(name) ?? undefined) : undefined)
  const who = query.get('who')
  const kind = subjectKinds.find((one) => query.get(one))
  return {
    kind: actKinds.find((one) => one === query.get('kind')),
    who: who === 'me' || who === 'desk' ? who : undefined,
    about: kind === undefined ? undefined : { kind, id: query.get(kind) ?? '' },
    subject: query.get('subject') || undefined,
    from: day('from'),
    to: day('to'),
  }
}

/** The filter for `hrefTo` and `go`. */
export function filterToQuery({ kind, who, about, subject, from, to }: LedgerFilter): Query {
  return { kind, who, subject, from, to, ...(about === undefined ? {} : { [about.kind]: about.id }) }
}

export function isNarrowed(filter: LedgerFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

/** Midnight here, `after` days later, as an instant: a day is the reader's, not Greenwich's. */
function midnight(day: string, after: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + after).toISOString()
}

/** What the core is asked for. */
export function filterToInput({ kind, who, about, subject, from, to }: LedgerFilter) {
  return {
    ...(kind === undefined ? {} : { acts: actsOf(kind) }),
    ...(who === undefined ? {} : { who }),
    ...(about === undefined ? {} : { about: about.id }),
    ...(subject === undefined ? {} : { subject }),
    ...(from === undefined ? {} : { since: midnight(from, 0) }),
    ...(to === undefined ? {} : { until: midnight(to, 1) }),
  }
}
