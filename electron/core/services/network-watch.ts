// Makes the seal live: each attempt to leave this machine becomes an event, a second apart at most.
// It must not decide what may leave: the guard did.
import type { EgressReport } from '../../../shared/domain/network.ts'
import type { DeskContext } from './context.ts'

/** A loop that knocks a thousand times must not flood the page. Milliseconds. */
const apart = 1000

export type NetworkPorts = {
  readonly report: () => EgressReport
  /** Calls at each attempt; answers what ends it. */
  readonly watch: (listener: () => void) => () => void
}

/** Emits `network.changed` after attempts: the first at once, what follows gathered. Answers what ends it. */
export function tellNetwork(desk: Pick<DeskContext, 'emit'>, { report, watch }: NetworkPorts): () => void {
  let resting: NodeJS.Timeout | null = null
  let more = false
  const tell = () => {
    more = false
    desk.emit({ type: 'network.changed', report: report() })
    resting = setTimeout(() => {
      resting = null
      if (more) tell()
    }, apart)
    resting.unref()
  }
  const stop = watch(() => {
    if (resting === null) tell()
    else more = true
  })
  return () => {
    stop()
    if (resting !== null) clearTimeout(resting)
  }
}
