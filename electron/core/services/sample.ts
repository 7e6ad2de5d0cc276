// Fills an empty desk with the sample newsroom, through the same services a newsroom uses.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cardSchema, type Experiment } from '../../../shared/domain/experiment.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { charterSchema } from '../../../shared/domain/comment.ts'
import { personSchema } from '../../../shared/domain/person.ts'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import type { OutputDraft } from '../readers/output-record.ts'
import { countArticles } from '../store/article-rows.ts'
import { writeSetting } from '../store/desk-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import type { Desk } from '../desk.ts'
import { sha256 } from './card-hash.ts'
import { saveCharter } from './charter.ts'
import type { Actor } from './context.ts'
import { approveCard, concludeExperiment, createExperiment } from './experiments.ts'
import type { Located } from './import-articles.ts'
import { importOutputs } from './import-outputs.ts'
import { runImport } from './imports.ts'
import { addPerson, demandPerson } from './people.ts'
import { acceptSuggestion, addSuggestion, checkText, rejectSuggestion, suggestionOf } from './reviews.ts'
import { blockingFindings, requiredChecks } from './review-checks.ts'
import { changeSettings } from './settings.ts'
import { importVocabulary } from './vocabulary.ts'

const decisionSchema = z.object({
  article: z.string(),
  kept: z.array(z.string()).default([]),
  refused: z.array(z.object({ text: z.string(), reason: z.string() })).default([]),
  added: z.array(z.string()).default([]),
})
const concludedSchema = z.object({
  card: z.unknown(),
  decisions: z.array(decisionSchema),
  verdict: z.enum(['continue', 'change', 'stop']),
  reason: z.string(),
})

/** @throws DeskError `bad-input` when the desk already holds articles. */
export async function loadSample(desk: Desk): Promise<{ articles: number; comments: number; concepts: number; outputs: number }> {
  if ((await countArticles(desk.store.read)) > 0)
    throw new DeskError('bad-input', 'sample', 'this desk already holds articles: use an empty folder')
  const file = (name: string) => join(desk.resources, 'sample', name)
  for (const person of z.array(personSchema).parse(JSON.parse(await readFile(file('people.json'), 'utf8'))))
    await addPerson(desk, null, person)
  await saveCharter(desk, charterSchema.parse(JSON.parse(await readFile(file('charter.json'), 'utf8'))))
  await changeSettings(desk, { newsroom: 'Le Courrier de l’Estuaire' })
  await desk.store.write((db) => writeSetting(db, 'sample', true))
  const { concepts } = await importVocabulary(desk, { paths: [file('thesaurus.jsonl')] })
  const articles = await runImport(desk, { paths: [file('articles.jsonl')] }, { kind: 'articles', rights: 'own', aiUse: null })
  const comments = await runImport(desk, { paths: [file('comments.jsonl')] }, { kind: 'comments', rights: 'own', aiUse: null })
  await loadConcluded(desk, file('concluded-experiment.json'))
  const outputs = await runImport(desk, { paths: [file('exercise-outputs.jsonl')] }, { kind: 'outputs', rights: 'own', aiUse: null })
  return { articles: articles.imported, comments: comments.imported, concepts, outputs: outputs.imported }
}

/** Its outputs were made elsewhere: they come in as another tool's, and what the newsroom decided is replayed on them. */
async function loadConcluded(desk: Desk, path: string): Promise<void> {
  const sample = concludedSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const card = { ...cardSchema.parse(sample.card), engines: [exampleEngine] }
  const experiment = await createExperiment(desk, card)
  const referent = await actorOf(desk, card.referent)
  const owner = await actorOf(desk, card.owner)
  await approveCard(desk, referent, experiment.id)
  for (const decision of sample.decisions) await replay(desk, experiment, decision, owner)
  await concludeExperiment(desk, referent, experiment.id, sample.verdict, sample.reason)
}

/** Not an engine of this desk, and named so that nobody takes it for one. */
const exampleEngine = 'exemple-2026'

async function actorOf(desk: Desk, id: string): Promise<Actor> {
  return { person: await demandPerson(desk, id), channel: desk.shell, identity: 'declared' }
}

async function replay(desk: Desk, experiment: Experiment, decision: z.infer<typeof decisionSchema>, owner: Actor): Promise<void> {
  const reasonOf = new Map(decision.refused.map((refusal) => [refusal.text, refusal.reason]))
  const texts = [...decision.kept, ...reasonOf.keys()]
  await importOutputs(desk, outputsOf(decision.article, texts), experiment.id)
  for (const suggestion of (
    await listSuggestions(desk.store.read, { experiment: experiment.id, item: decision.article, states: ['proposed'] })
  ).map(suggestionOf)) {
    const reason = 'text' in suggestion.value ? reasonOf.get(suggestion.value.text) : undefined
    if (reason === undefined)
      await acceptSuggestion(desk, owner, suggestion.id, {
        checks: requiredChecks('key-points', suggestion.flags),
        override: overrideFor(suggestion.flags),
      })
    else await rejectSuggestion(desk, owner, suggestion.id, reason)
  }
  for (const text of decision.added) {
    const { flags } = await checkText(desk, decision.article, text)
    const given = { checks: requiredChecks('key-points', flags), override: overrideFor(flags) }
    await addSuggestion(desk, owner, { item: decision.article, task: 'key-points', value: { text }, experiment: experiment.id, given })
  }
}

function overrideFor(flags: readonly Flag[]): string | undefined {
  return blockingFindings(flags).length === 0 ? undefined : 'Vérifié dans l’article par le service : la formulation est fidèle.'
}

async function* outputsOf(article: string, texts: readonly string[]): AsyncGenerator<Located<OutputDraft>> {
  for (const text of texts) {
    const id = `exemple-${sha256(`${article}\n${text}`).slice(0, 16)}`
    yield {
      file: 'concluded-experiment.json',
      read: { ok: true, at: article, draft: { id, article, task: 'key-points', value: { text }, engine: exampleEngine } },
    }
  }
}
