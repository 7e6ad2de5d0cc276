// Blind comparisons: drawn, voted, taken back, ended, added up. No engine leaves the core before the vote of the person who asks.
// It must not know how pairs are drawn or votes added up.
import { randomBytes } from 'node:crypto'
import type { BlindTotals, Choice, Comparison, ComparisonPair, Informed } from '../../../shared/domain/comparison.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import {
  findComparison,
  findPair,
  findVote,
  listPairs,
  listVotes,
  markEnded,
  saveDraw,
  saveVote,
  type StoredComparison,
  type StoredPair,
  type StoredVote,
} from '../store/comparison-rows.ts'
import type { Readable } from '../store/database.ts'
import { findExperiment, type StoredExperiment } from '../store/experiment-rows.ts'
import { toJson } from '../store/rows.ts'
import { addUpVotes } from './blind-totals.ts'
import { sha256 } from './card-hash.ts'
import { comparedItems, showOutputs, titleOf, type Compared } from './compared-outputs.ts'
import type { Actor, DeskContext } from './context.ts'
import { drawPairs } from './draw-pairs.ts'
import { demandExperiment } from './experiments.ts'
import { demandRole } from './people.ts'

const isClosed = (experiment: StoredExperiment, comparison: StoredComparison | null): boolean =>
  experiment.conclusion !== null || (comparison?.ended ?? null) !== null

/** Somebody who decided outputs of the item saw their engine, and so did somebody whose vote was taken back. */
function informedOf(person: string, compared: Compared | undefined, vote: StoredVote | undefined | null): Informed | null {
  if (vote) return vote.choice === null ? 'revealed' : vote.informed
  return compared?.reviewers.has(person) === true ? 'reviewed' : null
}

/** Pairs that can be shown: both engines' outputs are still there and speak of the text as it stands. */
const isShowable = ({ a, b }: StoredPair, compared: Compared | undefined): compared is Compared =>
  compared !== undefined && compared.outputs.has(a) && compared.outputs.has(b)

type Standing = {
  readonly experiment: StoredExperiment
  readonly comparison: StoredComparison | null
  readonly compared: Map<string, Compared>
  readonly pairs: readonly StoredPair[]
  readonly votes: readonly StoredVote[]
}

async function standingOf(desk: DeskContext, id: string): Promise<Standing> {
  const { read } = desk.store
  const experiment = await demandExperiment(desk, id)
  const compared = await comparedItems(read, experiment)
  const votes = await listVotes(read, id)
  const voted = new Set(votes.map((vote) => vote.pair))
  const pairs = (await listPairs(read, id)).filter((pair) => voted.has(pair.id) || isShowable(pair, compared.get(pair.item)))
  return { experiment, comparison: await findComparison(read, id), compared, pairs, votes }
}

export async function viewComparison(desk: DeskContext, actor: Actor, id: string): Promise<Comparison> {
  const { experiment, comparison, compared, pairs, votes } = await standingOf(desk, id)
  const mine = new Map(votes.filter((vote) => vote.person === actor.person.id).map((vote) => [vote.pair, vote]))
  const listed = await Promise.all(
    pairs.map(async (pair) => {
      const vote = mine.get(pair.id)
      const seen = compared.get(pair.item)
      return {
        id: pair.id,
        item: pair.item,
        title: await titleOf(desk.store.read, experiment, pair.item).catch(() => ''),
        voted: vote?.choice !== undefined && vote.choice !== null,
        informed: informedOf(actor.person.id, seen, vote),
        decided: (seen?.reviewers.size ?? 0) > 0,
        showable: isShowable(pair, seen),
      }
    }),
  )
  const drawn = new Set(pairs.map((pair) => pair.item))
  const ordered = listed.toSorted((one, other) => Number(one.decided && !one.voted) - Number(other.decided && !other.voted))
  return {
    experiment: id,
    task: experiment.card.task,
    comparable: compared.size,
    drawnAt: comparison?.drawnAt ?? null,
    pairs: ordered
      .filter((pair) => pair.voted || pair.showable)
      .map(({ id: pair, item, title, voted, informed }) => ({ id: pair, item, title, voted, informed })),
    left: listed.filter((pair) => !pair.voted && pair.showable).length,
    undrawn: [...compared.keys()].filter((item) => !drawn.has(item)).length,
    ended: comparison?.ended ?? null,
    closed: isClosed(experiment, comparison),
  }
}

/** Draws what was not drawn yet. Nothing new to draw changes nothing. @throws DeskError `not-found` when no two engines worked on a same item. */
export async function drawComparison(desk: DeskContext, actor: Actor, id: string): Promise<Comparison> {
  const experiment = await demandExperiment(desk, id)
  const compared = await comparedItems(desk.store.read, experiment)
  if (compared.size === 0) throw new DeskError('not-found', `experiment ${id}`, 'has no item that two engines worked on', { id })
  const { engines } = experiment.card
  const meetings = [...compared.values()].map(({ item, outputs }) => ({ item, engines: engines.filter((engine) => outputs.has(engine)) }))
  const seed = randomBytes(16).toString('hex')
  await desk.pen.write(async (db) => {
    await demandOpen(db, id)
    const pairs = drawPairs(meetings, { experiment: id, seed, drawn: await listPairs(db, id), ids: desk.ids })
    if (pairs.length === 0) return
    // The hash proves later that the draw was made before the votes; the seed in it keeps it from being guessed.
    const draw = sha256([seed, ...pairs.map((pair) => [pair.id, pair.item, pair.a, pair.b].join('\t'))].join('\n'))
    const entry = await desk.pen.append(db, {
      act: 'comparison.drawn',
      subject: id,
      actor,
      facts: { task: experiment.card.task, pairs: pairs.length, draw },
    })
    await saveDraw(db, { experiment: id, at: desk.clock().toISOString(), entry: entry.body.id }, pairs)
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewComparison(desk, actor, id)
}

/** @throws DeskError `bad-transition`. */
async function demandOpen(db: Readable, id: string): Promise<void> {
  const experiment = await findExperiment(db, id)
  if (!experiment || isClosed(experiment, await findComparison(db, id)))
    throw new DeskError('bad-transition', `experiment ${id}`, 'its blind comparison is closed', { id })
}

async function demandPair(desk: DeskContext, id: string): Promise<{ pair: StoredPair; experiment: StoredExperiment }> {
  const pair = await findPair(desk.store.read, id)
  if (!pair) throw new DeskError('not-found', `pair ${id}`, 'is not on this desk', { id })
  return { pair, experiment: await demandExperiment(desk, pair.experiment) }
}

async function demandShowable(desk: DeskContext, experiment: StoredExperiment, pair: StoredPair): Promise<Compared> {
  const compared = (await comparedItems(desk.store.read, experiment, pair.item)).get(pair.item)
  if (!isShowable(pair, compared)) throw new DeskError('stale', `pair ${pair.id}`, 'its outputs can no longer be shown side by side')
  return compared
}

export async function viewPair(desk: DeskContext, actor: Actor, id: string): Promise<ComparisonPair> {
  const { read } = desk.store
  const { pair, experiment } = await demandPair(desk, id)
  const compared = await demandShowable(desk, experiment, pair)
  const vote = await findVote(read, id, actor.person.id)
  const given = vote !== null && vote.choice !== null
  const revealed = given || isClosed(experiment, await findComparison(read, experiment.id))
  return {
    id,
    experiment: experiment.id,
    task: experiment.card.task,
    item: pair.item,
    title: await titleOf(read, experiment, pair.item),
    a: await showOutputs(read, compared.outputs.get(pair.a) ?? []),
    b: await showOutputs(read, compared.outputs.get(pair.b) ?? []),
    informed: informedOf(actor.person.id, compared, vote),
    vote: vote && vote.choice !== null ? { choice: vote.choice, note: vote.note, at: vote.at, informed: vote.informed } : null,
    reveal: revealed ? { a: pair.a, b: pair.b } : null,
  }
}

/** @throws DeskError `bad-transition` when there is a vote already, or votes are closed; `stale` when the outputs cannot be shown. */
export async function giveVote(desk: DeskContext, actor: Actor, id: string, choice: Choice, note: string): Promise<ComparisonPair> {
  const { pair, experiment } = await demandPair(desk, id)
  const compared = await demandShowable(desk, experiment, pair)
  const { read } = desk.store
  const [a, b] = [await showOutputs(read, compared.outputs.get(pair.a) ?? []), await showOutputs(read, compared.outputs.get(pair.b) ?? [])]
  const person = actor.person.id
  await desk.pen.write(async (db) => {
    await demandOpen(db, experiment.id)
    const before = await findVote(db, id, person)
    if (before && before.choice !== null)
      throw new DeskError('bad-transition', `pair ${id}`, 'has your vote already: take it back first', { id })
    const informed = informedOf(person, compared, before)
    const said = note.trim()
    const entry = await desk.pen.append(db, {
      act: 'comparison.voted',
      subject: id,
      actor,
      // No engine: the ledger is read by people who have not voted yet. `comparison.ended` names them.
      facts: { experiment: experiment.id, task: experiment.card.task, item: pair.item, choice, informed },
      contents: { shownA: toJson(a), shownB: toJson(b), ...(said === '' ? {} : { note: said }) },
    })
    await saveVote(db, { pair: id, person, choice, note: said, informed, at: desk.clock().toISOString(), entry: entry.body.id })
  })
  desk.emit({ type: 'experiment.changed', id: experiment.id })
  return viewPair(desk, actor, id)
}

/** @throws DeskError `bad-transition` when there is no vote to take back, or votes are closed. */
export async function withdrawVote(desk: DeskContext, actor: Actor, id: string): Promise<ComparisonPair> {
  const { pair, experiment } = await demandPair(desk, id)
  await desk.pen.write(async (db) => {
    await demandOpen(db, experiment.id)
    const vote = await findVote(db, id, actor.person.id)
    if (!vote || vote.choice === null) throw new DeskError('bad-transition', `pair ${id}`, 'has no vote of yours', { id })
    const entry = await desk.pen.append(db, {
      act: 'comparison.withdrawn',
      subject: id,
      actor,
      facts: { experiment: experiment.id, task: experiment.card.task, item: pair.item, choice: vote.choice },
    })
    await saveVote(db, { ...vote, choice: null, note: '', informed: 'revealed', at: desk.clock().toISOString(), entry: entry.body.id })
  })
  desk.emit({ type: 'experiment.changed', id: experiment.id })
  return viewPair(desk, actor, id)
}

/** Closes the votes. @throws DeskError `role-required`, `bad-transition`. */
export async function endComparison(desk: DeskContext, actor: Actor, id: string): Promise<Comparison> {
  demandRole(actor, 'referent')
  const { experiment, comparison, pairs } = await standingOf(desk, id)
  if (!comparison) throw new DeskError('bad-transition', `experiment ${id}`, 'has no blind comparison', { id })
  await desk.pen.write(async (db) => {
    await demandOpen(db, id)
    const { votes, informed, duels } = addUpVotes(experiment.card.engines, pairs, await listVotes(db, id))
    const wins = duels.map(({ engines, wins: [one, other] }) => `${engines[0]} ${one} : ${other} ${engines[1]}`)
    const entry = await desk.pen.append(db, {
      act: 'comparison.ended',
      subject: id,
      actor,
      facts: { pairs: pairs.length, votes, informed, wins },
    })
    await markEnded(db, id, { at: desk.clock().toISOString(), by: actor.person.id, entry: entry.body.id })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewComparison(desk, actor, id)
}

/**
 * What the votes say, once they are closed or every pair has one. Somebody half way through waits for their own last vote.
 * Without `actor` (reports, documents) nobody is half way through.
 */
export async function blindTotals(desk: DeskContext, id: string, actor: Actor | null = null): Promise<BlindTotals> {
  const { experiment, comparison, compared, pairs, votes } = await standingOf(desk, id)
  const given = votes.filter((vote) => vote.choice !== null)
  const by = (choose: (vote: StoredVote) => boolean) => new Set(given.filter(choose).map((vote) => vote.pair))
  const voted = by(() => true)
  const mine = by((vote) => vote.person === actor?.person.id)
  const showable = pairs.filter((pair) => isShowable(pair, compared.get(pair.item)))
  const halfWay = mine.size > 0 && showable.some((pair) => !mine.has(pair.id))
  const complete = pairs.length > 0 && pairs.every((pair) => voted.has(pair.id)) && !halfWay
  const open = complete || (comparison !== null && isClosed(experiment, comparison))
  return {
    experiment: id,
    pairs: pairs.length,
    voted: voted.size,
    ended: isClosed(experiment, comparison),
    figures: open ? addUpVotes(experiment.card.engines, pairs, votes) : null,
  }
}
