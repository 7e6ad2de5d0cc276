// What the votes of a blind comparison add up to. Pure; no figure by person.
import type { BlindTotals, Choice, Duel } from '../../../shared/domain/comparison.ts'
import { exactShare, signTest } from '../evaluation/sign-test.ts'
import type { StoredPair, StoredVote } from '../store/comparison-rows.ts'

/** Under so many pairs with a winner nothing is concluded: the interval would span most of what is possible. */
const enoughWinners = 10
const alpha = 0.05

type Given = StoredVote & { choice: Choice }
type Outcome = 'a' | 'b' | 'both' | 'neither' | 'split'

/** @param engines in the card's order */
export function addUpVotes(
  engines: readonly string[],
  pairs: readonly StoredPair[],
  votes: readonly StoredVote[],
): NonNullable<BlindTotals['figures']> {
  const given = votes.filter((vote): vote is Given => vote.choice !== null)
  const blind = given.filter((vote) => vote.informed === null)
  const byPair = Map.groupBy(blind, (vote) => vote.pair)
  const duels = [...Map.groupBy(pairs, (pair) => inOrder(engines, pair).join('\n')).values()].flatMap((met) =>
    met[0] ? [{ met, pair: met[0] }] : [],
  )
  const [left, right] = [blind.filter(({ choice }) => choice === 'a').length, blind.filter(({ choice }) => choice === 'b').length]
  return {
    voters: new Set(given.map((vote) => vote.person)).size,
    votes: given.length,
    informed: given.length - blind.length,
    duels: duels.map(({ met, pair }) => duelOf(inOrder(engines, pair), met, byPair, duels.length)),
    position: { a: left, b: right, ...exactShare(left, left + right) },
    agreement: agreementOf([...byPair.values()]),
  }
}

function inOrder(engines: readonly string[], { a, b }: StoredPair): [string, string] {
  return engines.indexOf(a) <= engines.indexOf(b) ? [a, b] : [b, a]
}

function duelOf(
  [first, second]: [string, string],
  pairs: readonly StoredPair[],
  byPair: ReadonlyMap<string, Given[]>,
  duels: number,
): Duel {
  const counts = { pairs: 0, first: 0, second: 0, both: 0, neither: 0, split: 0 }
  for (const pair of pairs) {
    const votes = byPair.get(pair.id)
    if (!votes) continue
    counts.pairs += 1
    const outcome = outcomeOf(votes)
    if (outcome === 'a' || outcome === 'b') counts[(outcome === 'a' ? pair.a : pair.b) === first ? 'first' : 'second'] += 1
    else counts[outcome] += 1
  }
  const winners = counts.first + counts.second
  const p = winners === 0 ? null : signTest(counts.first, counts.second)
  const told = winners < enoughWinners ? 'too-few' : (p ?? 1) >= alpha / duels ? 'no-difference' : undefined
  return {
    engines: [first, second],
    pairs: counts.pairs,
    wins: [counts.first, counts.second],
    both: counts.both,
    neither: counts.neither,
    split: counts.split,
    ...exactShare(counts.first, winners),
    p,
    verdict: told ?? (counts.first > counts.second ? 'first' : 'second'),
  }
}

/** What most of a pair's voters say; votes on one article are one observation, however many people gave them. */
function outcomeOf(votes: readonly Given[]): Outcome {
  const count = (choice: Choice) => votes.filter((vote) => vote.choice === choice).length
  const [a, b, both, neither] = [count('a'), count('b'), count('both'), count('neither')]
  if (a !== b) return a > b ? 'a' : 'b'
  if (a > 0 || both === neither) return 'split'
  return both > neither ? 'both' : 'neither'
}

function agreementOf(perPair: readonly (readonly Given[])[]): { pairs: number; share: number } | null {
  const several = perPair.filter((votes) => votes.length > 1)
  let [same, all] = [0, 0]
  for (const votes of several) {
    for (const [index, one] of votes.entries()) {
      for (const other of votes.slice(index + 1)) {
        all += 1
        if (one.choice === other.choice) same += 1
      }
    }
  }
  return all === 0 ? null : { pairs: several.length, share: same / all }
}
