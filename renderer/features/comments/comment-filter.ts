// The filter of the list of comments, and how the address writes it. It must not know React.
import { commentStateSchema, commentVerdictSchema, type CommentState, type CommentVerdict } from '../../../shared/domain/comment.ts'
import type { CommentFilter } from '../../../shared/contract/articles.ts'
import type { Query } from '../../ui/router.ts'

/** Empty: whatever it is. `constructive` is another list, in an order of its own. */
export interface ListFilter {
  readonly query: string
  readonly state: '' | CommentState | 'constructive'
  readonly verdict: '' | CommentVerdict
}

export const noFilter: ListFilter = { query: '', state: '', verdict: '' }

export const states = ['', ...commentStateSchema.options, 'constructive'] as const satisfies readonly ListFilter['state'][]
export const verdicts = ['', ...commentVerdictSchema.options] as const satisfies readonly ListFilter['verdict'][]

/** Whether a decision can be asked for: what waits has none, and the constructive are taken whatever was decided. */
export function hasVerdicts({ state }: ListFilter): boolean {
  return state !== 'waiting' && state !== 'constructive'
}

/** Without what another part makes meaningless. */
export function soundFilter(filter: ListFilter): ListFilter {
  return hasVerdicts(filter) || filter.verdict === '' ? filter : { ...filter, verdict: '' }
}

/** Reads a filter; whatever a hand-written address, or an older memory, gets wrong is left out. */
export function filterFrom(read: (key: keyof ListFilter) => unknown): ListFilter {
  const query = read('query')
  return soundFilter({
    query: typeof query === 'string' ? query : '',
    state: states.find((one) => one === read('state')) ?? '',
    verdict: verdicts.find((one) => one === read('verdict')) ?? '',
  })
}

/** The filter for `hrefTo` and `go`; empty parts are left out there. */
export function filterToQuery({ query, state, verdict }: ListFilter, article: string | undefined): Query {
  return { article, query: query.trim(), state, verdict }
}

/** What the core is asked. */
export function questionOf({ query, state, verdict }: ListFilter, article: string | undefined): CommentFilter {
  return {
    ...(query.trim() === '' ? {} : { query: query.trim() }),
    ...(state === '' || state === 'constructive' ? {} : { state }),
    ...(verdict === '' ? {} : { verdict }),
    ...(article === undefined ? {} : { article }),
  }
}
