// Votes of others in the ledger as they may be read: without their choice while the comparison is still blind to who reads.
// It must not change the chain: what is signed stays whole in the store, in bundles and in packets.
import type { LedgerEntry } from '../../../shared/domain/ledger.ts'
import { blindTotals } from './comparisons.ts'
import type { Actor, DeskContext } from './context.ts'

const voteActs: ReadonlySet<string> = new Set(['comparison.voted', 'comparison.withdrawn'])
/** The fact, and the contents that would tell it. */
const telling: ReadonlySet<string> = new Set(['choice', 'note'])
const nothing: ReadonlySet<string> = new Set()

/** Experiments among these whose votes are open to nobody yet, or not yet to who reads: half way through, they wait for their own last vote. */
async function stillBlind(desk: DeskContext, actor: Actor, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const blind = new Set<string>()
  for (const id of ids) {
    const totals = await blindTotals(desk, id, actor).catch(() => null)
    if (totals === null || totals.figures === null) blind.add(id)
  }
  return blind
}

/** The entries, with what is left out of each. One's own votes are shown. */
export async function withholdVotes(
  desk: DeskContext,
  actor: Actor,
  signed: readonly LedgerEntry[],
): Promise<{ entries: readonly LedgerEntry[]; withheldOf: (entry: LedgerEntry) => ReadonlySet<string> }> {
  const isOther = ({ body }: LedgerEntry) => voteActs.has(body.act) && body.person !== actor.person.id
  const experimentOf = ({ body }: LedgerEntry) => String(body.facts['experiment'] ?? '')
  const blind = await stillBlind(desk, actor, new Set(signed.filter(isOther).map(experimentOf)))
  const isWithheld = (entry: LedgerEntry) => isOther(entry) && blind.has(experimentOf(entry))
  const withheld = new Set(signed.filter(isWithheld).map(({ body }) => body.id))
  return {
    entries: signed.map((entry) => (isWithheld(entry) ? withoutChoice(entry) : entry)),
    withheldOf: ({ body }) => (withheld.has(body.id) ? telling : nothing),
  }
}

function withoutChoice(entry: LedgerEntry): LedgerEntry {
  const facts = Object.fromEntries(Object.entries(entry.body.facts).filter(([name]) => !telling.has(name)))
  return { ...entry, body: { ...entry.body, facts } }
}
