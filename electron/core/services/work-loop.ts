// A piece of work that is done again whenever it is woken, never twice at once. It must not know what is done.

export type WorkLoop = {
  /** There may be something to do. */
  readonly wake: () => void
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
  readonly signal: AbortSignal
}

/** `work` is called once more when it was woken meanwhile. What it throws ends that turn only: it must tell itself. */
export function createWorkLoop(work: (signal: AbortSignal) => Promise<void>): WorkLoop {
  const controller = new AbortController()
  const { signal } = controller
  let running: Promise<void> | null = null
  let again = false
  const loop = async (): Promise<void> => {
    do {
      again = false
      await work(signal)
    } while (again && !signal.aborted)
  }
  const wake = (): void => {
    again = true
    if (signal.aborted) return
    running ??= loop().finally(() => {
      running = null
      if (again && !signal.aborted) wake()
    })
    running.catch(() => undefined)
  }
  return {
    wake,
    signal,
    idle: async () => {
      while (running) await running.catch(() => undefined)
    },
    stop: async () => {
      controller.abort()
      await running?.catch(() => undefined)
    },
  }
}
