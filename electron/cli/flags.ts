// Reads the values of options: whole numbers, lists of known words.
// It must not know any command.
import { InvalidArgumentError } from 'commander'

/** A parser for whole numbers of at least `least` and at most `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (given: string) => number {
  return (given) => {
    const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(
      `A whole number${most === Number.MAX_SAFE_INTEGER ? ` from ${least}` : ` from ${least} to ${most}`} is wanted.`,
    )
  }
}

/** A parser for a comma-separated list of `known` words, without repeats. */
export function listOf<T extends string>(known: readonly T[]): (given: string) => T[] {
  return (given) => {
    const words = given.split(',').map((word) => word.trim())
    const found = words.map((word) => known.find((candidate) => candidate === word))
    const kept = found.filter((word) => word !== undefined)
    if (kept.length < words.length) throw new InvalidArgumentError(`Allowed are ${known.join(', ')}, separated by commas.`)
    return [...new Set(kept)]
  }
}
