// The thesaurus. The only SQL over `concepts`, `concept_labels`, `proposed_terms`.
import type { Selectable } from 'kysely'
import type { Concept, Label } from '../../../shared/domain/vocabulary.ts'
import { foldText } from './fold-text.ts'
import type { Readable, Writable } from './database.ts'
import type { Schema } from './schema.ts'

export async function listConcepts(db: Readable): Promise<Concept[]> {
  const concepts = await db.selectFrom('concepts').selectAll().orderBy('id').execute()
  const labels = await db.selectFrom('concept_labels').selectAll().orderBy('concept').orderBy('position').execute()
  const byConcept = Map.groupBy(labels, (label) => label.concept)
  return concepts.map((row) => conceptOfRow(row, byConcept.get(row.id) ?? []))
}

function conceptOfRow(row: Selectable<Schema['concepts']>, labels: readonly Selectable<Schema['concept_labels']>[]): Concept {
  return {
    id: row.id,
    definition: row.definition,
    parent: row.parent,
    active: row.active === 1,
    replacedBy: row.replaced_by,
    labels: labels.map((label): Label => ({
      lang: label.lang,
      text: label.text,
      kind: label.kind === 'preferred' ? 'preferred' : 'alternate',
    })),
  }
}

export async function findConcept(db: Readable, id: string): Promise<Concept | null> {
  const row = await db.selectFrom('concepts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const labels = await db.selectFrom('concept_labels').selectAll().where('concept', '=', id).orderBy('position').execute()
  return conceptOfRow(row, labels)
}

/** Writes concepts; one with a known id is replaced whole. */
export async function saveConcepts(db: Writable, concepts: readonly Concept[]): Promise<void> {
  for (const concept of concepts) {
    const row = { definition: concept.definition, parent: concept.parent, active: concept.active ? 1 : 0, replaced_by: concept.replacedBy }
    await db
      .insertInto('concepts')
      .values({ id: concept.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    await db.deleteFrom('concept_labels').where('concept', '=', concept.id).execute()
    if (concept.labels.length === 0) continue
    await db
      .insertInto('concept_labels')
      .values(
        concept.labels.map((label, position) => ({
          concept: concept.id,
          lang: label.lang,
          text: label.text,
          folded: foldText(label.text),
          kind: label.kind,
          position,
        })),
      )
      .execute()
  }
}

/** A concept and its labels go; what points at it is the caller's to look at. */
export async function deleteConcept(db: Writable, id: string): Promise<void> {
  await db.deleteFrom('concept_labels').where('concept', '=', id).execute()
  await db.deleteFrom('concepts').where('id', '=', id).execute()
}

export async function countConcepts(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('concepts')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

/** How many articles carry each concept, by any of its labels. */
export async function countUses(db: Readable): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('concept_labels')
    .innerJoin('article_tags', 'article_tags.folded', 'concept_labels.folded')
    .select((eb) => ['concept_labels.concept', eb.fn.count<number>('article_tags.article').distinct().as('articles')])
    .groupBy('concept_labels.concept')
    .execute()
  return new Map(rows.map((row) => [row.concept, row.articles]))
}

/** Each tag the articles carry, with how many articles, most used first. */
export async function countArticleTags(db: Readable): Promise<{ tag: string; folded: string; articles: number }[]> {
  const rows = await db
    .selectFrom('article_tags')
    .select((eb) => ['folded', eb.fn.min('tag').as('tag'), eb.fn.count<number>('article').distinct().as('articles')])
    .groupBy('folded')
    .orderBy('articles', 'desc')
    .execute()
  return rows.map((row) => ({ tag: row.tag ?? row.folded, folded: row.folded, articles: row.articles }))
}

export async function countTaggedArticles(db: Readable): Promise<number> {
  const row = await db
    .selectFrom('article_tags')
    .select((eb) => eb.fn.count<number>('article').distinct().as('articles'))
    .executeTakeFirstOrThrow()
  return row.articles
}

export async function proposeTerm(db: Writable, term: string, article: string, at: string): Promise<void> {
  await db
    .insertInto('proposed_terms')
    .values({ term, folded: foldText(term), article, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listProposedTerms(db: Readable): Promise<{ term: string; count: number; articles: string[] }[]> {
  const rows = await db.selectFrom('proposed_terms').selectAll().orderBy('folded').execute()
  return [...Map.groupBy(rows, (row) => row.folded).values()]
    .map((group) => ({ term: group[0]?.term ?? '', count: group.length, articles: group.map((row) => row.article) }))
    .toSorted((a, b) => b.count - a.count)
}
