// How long a reading still takes, from how fast it went. Pure; it must not know a clock.

/** How far a reading was at one moment: milliseconds of any clock, bytes read since the start. */
export interface Sample {
  readonly at: number
  readonly bytes: number
}

/** Speeds looked at: the last ones, since a folder's small files read slower than one large file. */
const lastSpeeds = 24
/** Before this much is known nothing is said: the first seconds lie. */
const fewestSpeeds = 4
const shortestWatch = 2000

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Seconds left at the median speed of the last samples; null while too little is known, or when nothing moves. */
export function secondsLeft(samples: readonly Sample[], total: number): number | null {
  const recent = samples.slice(-lastSpeeds - 1)
  const [first, last] = [samples[0], recent.at(-1)]
  if (!first || !last || last.at - first.at < shortestWatch || recent.length - 1 < fewestSpeeds) return null
  const speeds = recent.slice(1).flatMap((sample, index) => {
    const before = recent[index]
    return before && sample.at > before.at ? [(sample.bytes - before.bytes) / (sample.at - before.at)] : []
  })
  // Bytes come in blocks: where most steps read nothing, the mean says more than a median of zero.
  const whole = (last.bytes - (recent[0]?.bytes ?? 0)) / (last.at - (recent[0]?.at ?? 0))
  const speed = median(speeds) || whole
  return speed > 0 && total > last.bytes ? (total - last.bytes) / speed / 1000 : null
}

/** The samples with one more; those a new reading made useless are forgotten. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1)
  return last && sample.bytes < last.bytes ? [sample] : [...samples.slice(-200), sample]
}
