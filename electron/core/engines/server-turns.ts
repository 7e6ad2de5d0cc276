// One request at a time for each server: a laptop has room for one. First come, first served; who gives up leaves the queue.
// It must not know what is asked.

/** Waits for `server`'s turn; what it resolves with gives the turn back. Rejects with the signal's reason. */
export interface ServerTurns {
  readonly take: (server: string, signal: AbortSignal) => Promise<() => void>
}

type Waiting = { go: () => void }

export function createServerTurns(): ServerTurns {
  const queues = new Map<string, Waiting[]>()
  const release = (server: string): void => {
    const next = queues.get(server)?.shift()
    if (next) next.go()
    else queues.delete(server)
  }
  return {
    take: async (server, signal) => {
      signal.throwIfAborted()
      const queue = queues.get(server)
      if (queue) await waitIn(queue, signal)
      else queues.set(server, [])
      let held = true
      return () => {
        if (held) release(server)
        held = false
      }
    },
  }
}

function waitIn(queue: Waiting[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      const at = queue.indexOf(waiting)
      if (at >= 0) queue.splice(at, 1)
      reject(signal.reason as Error)
    }
    const waiting: Waiting = {
      go: () => {
        signal.removeEventListener('abort', leave)
        resolve()
      },
    }
    queue.push(waiting)
    signal.addEventListener('abort', leave, { once: true })
  })
}
