// What every service is given: storage, clock, ids, the ledger's pen, events, policy.
// It must not know which shell asks, beyond its name.
import type { Policy } from '../../../shared/domain/policy.ts'
import type { Channel, Identity, Person } from '../../../shared/domain/person.ts'
import type { DeskEvent } from '../../../shared/contract/events.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { LedgerPen } from './ledger-pen.ts'

/** Who acts, through what, and how the desk knows. */
export type Actor = { readonly person: Person; readonly channel: Channel; readonly identity: Identity }

export type DeskContext = {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly pen: LedgerPen
  readonly policy: Policy
  readonly emit: (event: DeskEvent) => void
  /** Files shipped with the app. */
  readonly resources: string
}
