// News Integrity forms on validated key points: listed, kept, taken back, added up.
// It must not know the screen, nor sampling.
import { DeskError } from '../../../shared/domain/error.ts'
import { rubricAxes, type RubricItem, type RubricScores, type RubricTotals } from '../../../shared/domain/rubric.ts'
import { exactShare } from '../evaluation/sign-test.ts'
import { findArticle } from '../store/article-rows.ts'
import { findExperiment, type StoredExperiment } from '../store/experiment-rows.ts'
import { toJson } from '../store/rows.ts'
import { listForms, removeForm, saveForm, type StoredForm } from '../store/rubric-rows.ts'
import { listSuggestions } from '../store/suggestion-rows.ts'
import { sha256 } from './card-hash.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandExperiment } from './experiments.ts'
import { suggestionOf } from './reviews.ts'

/** Validated key points by article, in the order the machine gave them. */
async function validatedPoints(desk: DeskContext, experiment: string): Promise<Map<string, string[]>> {
  const rows = await listSuggestions(desk.store.read, { experiment, task: 'key-points', states: ['accepted', 'edited'] })
  const points = new Map<string, string[]>()
  for (const { item, value } of rows.map(suggestionOf)) if ('text' in value) points.set(item, [...(points.get(item) ?? []), value.text])
  return points
}

const hashOf = (outputs: readonly string[]): string => sha256(toJson(outputs))

async function rubricItem(desk: DeskContext, item: string, outputs: string[], form: StoredForm | undefined): Promise<RubricItem> {
  return {
    item,
    title: (await findArticle(desk.store.read, item))?.title ?? '',
    outputs,
    form: form ? { scores: form.scores, at: form.at, outdated: form.outputsHash !== hashOf(outputs) } : null,
  }
}

export async function viewRubrics(desk: DeskContext, actor: Actor, id: string): Promise<RubricItem[]> {
  await demandExperiment(desk, id)
  const points = await validatedPoints(desk, id)
  const mine = new Map((await listForms(desk.store.read, id)).filter((one) => one.person === actor.person.id).map((one) => [one.item, one]))
  return Promise.all([...points].map(([item, outputs]) => rubricItem(desk, item, outputs, mine.get(item))))
}

async function viewOne(desk: DeskContext, actor: Actor, id: string, item: string): Promise<RubricItem> {
  const form = (await listForms(desk.store.read, id)).find((one) => one.item === item && one.person === actor.person.id)
  return rubricItem(desk, item, (await validatedPoints(desk, id)).get(item) ?? [], form)
}

function demandUnconcluded(experiment: StoredExperiment | null, id: string): void {
  if (!experiment || experiment.conclusion) throw new DeskError('bad-transition', `experiment ${id}`, 'it is concluded', { id })
}

/** @throws DeskError `not-signed-off` when the article has no validated key point; `bad-transition` once the experiment is concluded. */
export async function saveRubric(desk: DeskContext, actor: Actor, id: string, item: string, scores: RubricScores): Promise<RubricItem> {
  await demandExperiment(desk, id)
  const outputs = (await validatedPoints(desk, id)).get(item)
  if (!outputs) throw new DeskError('not-signed-off', `article ${item}`, 'has no validated key point in this experiment', { id: item })
  const notes = rubricAxes.flatMap((axis) => (scores[axis].note.trim() === '' ? [] : [`${axis}: ${scores[axis].note.trim()}`]))
  const levels = Object.fromEntries(rubricAxes.map((axis) => [axis, scores[axis].level]))
  await desk.pen.write(async (db) => {
    demandUnconcluded(await findExperiment(db, id), id)
    const entry = await desk.pen.append(db, {
      act: 'rubric.scored',
      subject: item,
      actor,
      facts: { experiment: id, task: 'key-points', ...levels },
      contents: { after: outputs.join('\n'), ...(notes.length > 0 ? { note: notes.join('\n') } : {}) },
    })
    const at = desk.clock().toISOString()
    await saveForm(db, { experiment: id, item, person: actor.person.id, scores, outputsHash: hashOf(outputs), at, entry: entry.body.id })
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewOne(desk, actor, id, item)
}

/** @throws DeskError `bad-transition` when there is no form to take back. */
export async function withdrawRubric(desk: DeskContext, actor: Actor, id: string, item: string): Promise<RubricItem> {
  await demandExperiment(desk, id)
  const key = { experiment: id, item, person: actor.person.id }
  await desk.pen.write(async (db) => {
    demandUnconcluded(await findExperiment(db, id), id)
    const there = (await listForms(db, id)).some((one) => one.item === item && one.person === actor.person.id)
    if (!there) throw new DeskError('bad-transition', `article ${item}`, 'has no form of yours', { id: item })
    await desk.pen.append(db, { act: 'rubric.withdrawn', subject: item, actor, facts: { experiment: id, task: 'key-points' } })
    await removeForm(db, key)
  })
  desk.emit({ type: 'experiment.changed', id })
  return viewOne(desk, actor, id, item)
}

/** Forms of everybody added up; none by person. */
export async function rubricTotals(desk: DeskContext, id: string): Promise<RubricTotals> {
  await demandExperiment(desk, id)
  const forms = await listForms(desk.store.read, id)
  const answered = forms.filter(({ scores }) => rubricAxes.some((axis) => scores[axis].level !== 'unknown'))
  const significant = answered.filter(({ scores }) => rubricAxes.some((axis) => scores[axis].level === 'significant')).length
  return {
    experiment: id,
    articles: (await validatedPoints(desk, id)).size,
    read: new Set(forms.map((form) => form.item)).size,
    forms: forms.length,
    significant: { count: significant, of: answered.length, ...exactShare(significant, answered.length) },
    axes: rubricAxes.map((axis) => {
      const count = (level: RubricScores[typeof axis]['level']) => forms.filter(({ scores }) => scores[axis].level === level).length
      const counts = { none: count('none'), some: count('some'), significant: count('significant'), unknown: count('unknown') }
      return { axis, ...counts, ...exactShare(counts.significant, forms.length - counts.unknown) }
    }),
  }
}
