// Runs in the page: how long from a key to the frame that shows what it asked for, and how long the page was held up.
// Handed to Chromium as text: it must not import anything.

/** The next item of the review desk, the results of a search, or one number of an empty React root. */
export type Drawing = 'next' | 'results' | 'tick'
export type Drawn = { milliseconds: number; longTasks: number[] }

declare global {
  var benchDrawn: Promise<Drawn> | undefined
  var benchLong: number[] | undefined
}

/** Told before each key: resolves `benchDrawn` when `changed` has become true and its frame is drawn. */
export function watchDrawing(kind: Drawing): void {
  const shown = (): string =>
    kind === 'next'
      ? (document.querySelector('main h2, main article h1, main article header')?.textContent ?? '') + location.hash
      : kind === 'results'
        ? (document.querySelector('main [role=listitem]')?.getAttribute('aria-setsize') ?? '')
        : (document.querySelector('#bench-tick')?.textContent ?? '')
  if (globalThis.benchLong === undefined) {
    const long: number[] = []
    globalThis.benchLong = long
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => long.push(entry.duration))).observe({ type: 'longtask' })
  }
  globalThis.benchLong.length = 0
  const before = shown()
  const text = document.querySelector('main')?.textContent ?? ''
  globalThis.benchDrawn = new Promise((resolve) => {
    const start = (event: KeyboardEvent): void => {
      // The key's own time: what the page did before it listened counts.
      const from = event.timeStamp
      const look = (): void => {
        const there =
          kind !== 'next'
            ? shown() !== before
            : shown() !== before && document.querySelector('main')?.textContent !== text && !document.querySelector('main [aria-busy=true]')
        if (!there) return void requestAnimationFrame(look)
        // The message comes after the frame this callback belongs to is drawn.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          const milliseconds = performance.now() - from
          setTimeout(() => resolve({ milliseconds, longTasks: [...(globalThis.benchLong ?? [])] }), 120)
        }
        channel.port2.postMessage(null)
      }
      if (kind === 'tick') globalThis.benchTick?.()
      requestAnimationFrame(look)
    }
    addEventListener('keydown', start, { once: true, capture: true })
  })
}
