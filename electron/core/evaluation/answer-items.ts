// Puts items through a system one by one, with the time each took.
// It must not know what the system is, nor a clock of its own.

/** What is evaluated: an item in, an answer out. */
export type System<Item, Answer> = (item: Item) => Promise<Answer> | Answer

export interface Run {
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly progress: (message: string) => void
  readonly signal?: AbortSignal
}

export interface Answered<Answer> {
  readonly answers: Answer[]
  /** Milliseconds of each, in order. */
  readonly times: number[]
}

/** `warmUp` items are answered once beforehand, uncounted: parsed models, compiled code. */
export async function answerItems<Item, Answer>(
  items: readonly Item[],
  system: System<Item, Answer>,
  run: Run,
  { label, warmUp = 0 }: { label: string; warmUp?: number },
): Promise<Answered<Answer>> {
  for (const item of items.slice(0, warmUp)) await system(item)
  const answered: Answered<Answer> = { answers: [], times: [] }
  for (const item of items) {
    run.signal?.throwIfAborted()
    const from = run.now()
    answered.answers.push(await system(item))
    answered.times.push(run.now() - from)
    run.progress(`${label}: ${answered.answers.length} of ${items.length}`)
  }
  return answered
}

export function perSecond(times: readonly number[]): number {
  const total = times.reduce((sum, time) => sum + time, 0)
  return total === 0 ? 0 : (1000 * times.length) / total
}
