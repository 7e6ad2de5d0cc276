// Opens a person's own desk or the sample newsroom, with the network guarded: what the host and the window have in common.
// It must not know pages, sockets or ports.
import './guard-first.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDesk, type Desk, type DeskOptions } from '../core/desk.ts'
import { installEgressGuard, watchEgress } from '../core/guard/egress-guard.ts'
import { loadPolicy } from '../core/guard/policy.ts'
import { loadSample } from '../core/services/sample.ts'
import type { DeskKind } from './desk-switch.ts'

/** Where the sample newsroom keeps its own data: removing this folder removes every trace of the sample. */
export function sampleDataDir(dataDir: string): string {
  return join(dataDir, 'sample-newsroom')
}

export type EitherDeskOptions = Omit<DeskOptions, 'network' | 'watchNetwork' | 'switchTo'>

/**
 * A function that opens either desk of `options.dataDir`. Installs the egress guard of this thread: from here on only
 * loopback and the policy's on-premise hosts can be reached. Throws `policy-invalid`.
 */
export function eitherDesk(options: EitherDeskOptions): (kind: DeskKind, switchTo: (kind: DeskKind) => Promise<void>) => Promise<Desk> {
  const { policy } = loadPolicy({ platform: process.platform, env: process.env, readFile: (path) => readFileSync(path, 'utf8') })
  const clock = options.clock ?? (() => new Date())
  const network = installEgressGuard({ shell: options.shell, clock, allowHosts: policy.onPremiseHosts })
  return (kind, switchTo) => {
    if (kind === 'own') return openDesk({ ...options, network, watchNetwork: watchEgress, switchTo })
    return openSample({ ...options, dataDir: sampleDataDir(options.dataDir), network, watchNetwork: watchEgress, switchTo })
  }
}

/** The sample newsroom, filled on its first opening and opened again so that it knows what it is. */
async function openSample(options: DeskOptions): Promise<Desk> {
  const desk = await openDesk(options)
  if (desk.sample) return desk
  try {
    await loadSample(desk)
  } finally {
    await desk.close()
  }
  return openDesk(options)
}
