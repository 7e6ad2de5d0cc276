// When the desk's own work begins: at once for a command, a moment later where somebody looks at a page that has questions first.
// It must not know what the work is.

/** Milliseconds between opening and the work of the background, where a person looks at a page. */
const calmStart = 1500

export type OwnWork = {
  readonly background: { readonly wake: () => void }
  readonly meaning: { readonly wake: () => void }
  readonly runWorker: { readonly recover: () => Promise<void> }
}

/** Takes up what an earlier process left and begins the background's work. Answers what keeps it from beginning. */
export async function beginWork(shell: string, { background, meaning, runWorker }: OwnWork): Promise<() => void> {
  const wake = (): void => {
    background.wake()
    meaning.wake()
  }
  const waking = shell === 'cli' ? undefined : setTimeout(wake, calmStart)
  if (waking === undefined) wake()
  await runWorker.recover()
  return () => clearTimeout(waking)
}
