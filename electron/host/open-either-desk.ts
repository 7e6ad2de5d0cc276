// Opens a person's own desk or the sample newsroom, with the network guarded: what the host and the window have in common.
// It must not know pages, sockets or ports.
import './guard-first.ts'
import { readFileSync } from 'node:fs'
import type { ClaimedDesk } from '../core/claim-desk.ts'
import { openDesk, type Desk, type DeskOptions } from '../core/desk.ts'
import { installEgressGuard, watchEgress } from '../core/guard/egress-guard.ts'
import { loadPolicy } from '../core/guard/policy.ts'
import { loadSample } from '../core/services/sample.ts'
import type { DeskKind } from './desk-switch.ts'
import { sampleDataDir } from './sample-data-dir.ts'

export type EitherDeskOptions = Omit<DeskOptions, 'network' | 'watchNetwork' | 'switchTo' | 'claim'>

/**
 * A function that opens either desk of `options.dataDir`. Installs the egress guard of this thread: from here on only
 * loopback and the policy's on-premise hosts can be reached. Throws `policy-invalid`.
 *
 * @param claim the folder of the first desk to open, where the shell has taken it already.
 */
export function eitherDesk(
  options: EitherDeskOptions,
  claim?: ClaimedDesk,
): (kind: DeskKind, switchTo: (kind: DeskKind) => Promise<void>) => Promise<Desk> {
  const { policy } = loadPolicy({ platform: process.platform, env: process.env, readFile: (path) => readFileSync(path, 'utf8') })
  const clock = options.clock ?? (() => new Date())
  const network = installEgressGuard({ shell: options.shell, clock, allowHosts: policy.onPremiseHosts })
  let claimed = claim
  return (kind, switchTo) => {
    const own: DeskOptions = { ...options, network, watchNetwork: watchEgress, switchTo, ...(claimed ? { claim: claimed } : {}) }
    claimed = undefined
    return kind === 'own' ? openDesk(own) : openSample({ ...own, dataDir: sampleDataDir(options.dataDir) })
  }
}

/** The sample newsroom, filled on its first opening and opened again so that it knows what it is. */
async function openSample({ claim, ...options }: DeskOptions): Promise<Desk> {
  const desk = await openDesk(claim ? { ...options, claim } : options)
  if (desk.sample) return desk
  try {
    await loadSample(desk)
  } finally {
    await desk.close()
  }
  return openDesk(options)
}
