// What the engines of an experiment made of the same items, and how an output is shown without its engine.
// It must not know pairs, votes or who asks.
import { DeskError } from '../../../shared/domain/error.ts'
import type { ShownOutput } from '../../../shared/domain/comparison.ts'
import type { Evidence, Suggestion, ValueOf } from '../../../shared/domain/suggestion.ts'
import { articleMarks, findArticle } from '../store/article-rows.ts'
import { findComment } from '../store/comment-rows.ts'
import type { Readable } from '../store/database.ts'
import { itemsOf, listRuns, type StoredExperiment } from '../store/experiment-rows.ts'
import { fromJsonOrNull } from '../store/rows.ts'
import { listSuggestions, type SuggestionRow } from '../store/suggestion-rows.ts'
import { withholdOpinions } from './judge-first.ts'
import { suggestionOf } from './reviews.ts'

/** An item and the outputs of each engine that worked on it; an empty list when it found nothing to propose. */
export type Compared = {
  readonly item: string
  readonly outputs: ReadonlyMap<string, readonly Suggestion[]>
  readonly reviewers: Set<string>
}

/** Items at least two engines of the card worked on and one proposed something for, as their texts stand now. */
export async function comparedItems(db: Readable, experiment: StoredExperiment, only?: string): Promise<Map<string, Compared>> {
  const engines = new Set(experiment.card.engines)
  const runs = await latestRuns(db, experiment.id)
  const found = new Map<string, Map<string, SuggestionRow[]>>()
  const rowsOf = (item: string, engine: string): SuggestionRow[] => {
    const byEngine = found.get(item) ?? new Map<string, SuggestionRow[]>()
    found.set(item, byEngine)
    const rows = byEngine.get(engine) ?? []
    byEngine.set(engine, rows)
    return rows
  }
  for (const [engine, run] of runs)
    for (const { item, state } of await itemsOf(db, run))
      if (state === 'done' && (only === undefined || item === only)) rowsOf(item, engine)
  for (const row of await listSuggestions(db, { experiment: experiment.id, item: only })) {
    // Of an engine that ran twice the last run speaks; what another tool brought has no run.
    const current = row.run === null || row.run === runs.get(row.engine)
    if (row.origin !== 'human' && engines.has(row.engine) && current) rowsOf(row.item, row.engine).push(row)
  }
  return keepComparable(db, experiment, found)
}

async function latestRuns(db: Readable, experiment: string): Promise<Map<string, string>> {
  const runs = (await listRuns(db, { experiment })).filter((run) => run.state !== 'cancelled')
  return new Map(runs.map((run) => [run.engine, run.id]))
}

async function keepComparable(
  db: Readable,
  experiment: StoredExperiment,
  found: ReadonlyMap<string, ReadonlyMap<string, readonly SuggestionRow[]>>,
): Promise<Map<string, Compared>> {
  const comparable = [...found].filter(([, byEngine]) => byEngine.size >= 2 && [...byEngine.values()].some((rows) => rows.length > 0))
  const hashes = await presentHashes(
    db,
    experiment,
    comparable.map(([item]) => item),
  )
  const kept = new Map<string, Compared>()
  for (const [item, byEngine] of comparable) {
    const rows = [...byEngine.values()].flat()
    // Made from a text that is no longer there: its proofs would point beside the words.
    if (rows.some((row) => row.item_hash !== hashes.get(item)?.hash)) continue
    const all = rows.map(suggestionOf)
    const shown = await withholdOpinions(db, all)
    // A card that asks to judge first keeps its opinions back here too.
    if (shown.some((one, index) => one !== all[index])) continue
    const outputs = new Map([...byEngine].map(([engine, own]) => [engine, own.map(asProposed)]))
    const decided = all.flatMap((one) => (one.decision ? [one.decision.by] : []))
    kept.set(item, { item, outputs, reviewers: new Set([...decided, ...(hashes.get(item)?.decided ?? [])]) })
  }
  return kept
}

/** The machine's own words, proofs and findings, whatever a person made of them since. */
function asProposed(row: SuggestionRow): Suggestion {
  return { ...suggestionOf(row), ...fromJsonOrNull<Pick<Suggestion, 'value' | 'flags' | 'evidence'>>(row.proposed) }
}

type Present = { readonly hash: string; readonly decided: readonly string[] }

async function presentHashes(db: Readable, { card }: StoredExperiment, ids: readonly string[]): Promise<Map<string, Present>> {
  if (card.task !== 'moderation') return new Map((await articleMarks(db, ids)).map(({ id, hash }) => [id, { hash, decided: [] }]))
  const present = new Map<string, Present>()
  for (const id of ids) {
    const comment = await findComment(db, id)
    if (comment) present.set(id, { hash: comment.hash, decided: comment.decided ? [comment.decided.by] : [] })
  }
  return present
}

/** An engine's outputs in its own order, without anything that tells whose they are. */
export async function showOutputs(db: Readable, outputs: readonly Suggestion[]): Promise<ShownOutput[]> {
  return Promise.all(outputs.map((output) => showOutput(db, output)))
}

async function showOutput(db: Readable, output: Suggestion): Promise<ShownOutput> {
  const { value } = output
  const evidence = output.evidence.flatMap(textProof)
  switch (output.task) {
    case 'key-points': {
      const flags = output.flags.filter((flag) => flag.code !== 'without-protocol' && flag.code !== 'verbatim')
      return { kind: 'point', text: (value as ValueOf['key-points']).text, evidence, flags }
    }
    case 'tags':
      return { kind: 'tag', label: (value as ValueOf['tags']).label, evidence }
    case 'links': {
      const { article, anchor, type } = value as ValueOf['links']
      const target = await findArticle(db, article)
      return { kind: 'link', article, title: target?.title ?? '', date: target?.date ?? null, type, anchor }
    }
    case 'moderation': {
      const { hold, clauses } = value as ValueOf['moderation']
      return { kind: 'opinion', hold, clauses, evidence }
    }
  }
}

type TextProof = Extract<Evidence, { kind: 'text' }>

/** Neighbours and rules are the built-in engine's alone: they would name it. */
function textProof(one: Evidence): TextProof[] {
  return one.kind === 'text' ? [one] : []
}

/** What a pair is called in a list: the article's title, the comment's first words. @throws DeskError `not-found`. */
export async function titleOf(db: Readable, { card }: StoredExperiment, item: string): Promise<string> {
  if (card.task === 'moderation') {
    const comment = await findComment(db, item)
    if (!comment) throw new DeskError('not-found', `comment ${item}`, 'is not on this desk', { id: item })
    return comment.body.replaceAll(/\s+/g, ' ').slice(0, 90)
  }
  return (await findArticle(db, item))?.title ?? ''
}
