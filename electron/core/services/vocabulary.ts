// The thesaurus: imported, made from the articles' own tags, corrected by hand.
import type { Rejection } from '../../../shared/domain/import.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { readVocabulary } from '../readers/read-vocabulary.ts'
import { walk } from '../readers/walk.ts'
import { countArticleTags, countTaggedArticles, countUses, listConcepts, saveConcepts } from '../store/concept-rows.ts'
import { vocabularyLock } from '../tasks/tags/vocabulary-lock.ts'
import { stemText } from '../text/stems.ts'
import { sha256 } from './card-hash.ts'
import type { Actor, DeskContext } from './context.ts'
import type { ImportSource } from './imports.ts'
import { announce, retireIn } from './tag-leaving.ts'
import { discardUpload, uploadPath } from './uploads.ts'
import { withOwnIds } from './vocabulary-export.ts'
import { settleWaiting } from './waiting-tags.ts'

export type VocabularyResult = { concepts: number; labels: number; rejected: Rejection[] }

const batchSize = 200
const noItems: { readonly items: readonly string[] } = { items: [] }

export async function importVocabulary(desk: DeskContext, source: ImportSource): Promise<VocabularyResult> {
  try {
    return await readInto(desk, source)
  } finally {
    if ('uploads' in source) for (const upload of source.uploads) await discardUpload(desk, upload)
  }
}

async function readInto(desk: DeskContext, source: ImportSource): Promise<VocabularyResult> {
  const paths = 'paths' in source ? source.paths : await Promise.all(source.uploads.map((upload) => uploadPath(desk, upload)))
  const result: VocabularyResult = { concepts: 0, labels: 0, rejected: [] }
  for await (const file of walk(paths)) {
    let batch: Concept[] = []
    for await (const read of readVocabulary(file, {})) {
      if (read.ok) batch.push(withOwnIds(read.draft))
      else result.rejected.push(read.rejection)
      if (batch.length >= batchSize) {
        await store(desk, batch, result)
        batch = []
      }
    }
    await store(desk, batch, result)
  }
  await settleAfterImport(desk)
  return result
}

/** A file may take tags out of use: what waited under them follows, and the ledger says so. */
async function settleAfterImport(desk: DeskContext): Promise<void> {
  const settled = await desk.pen.write(async (db) => {
    const done = await settleWaiting(db)
    if (done.items.length > 0) {
      const facts = { moved: done.moved.length, dropped: done.dropped.length }
      await desk.pen.append(db, { act: 'vocabulary.retired', subject: 'import', actor: null, facts })
    }
    return done
  })
  announce(desk, settled)
}

async function store(desk: DeskContext, concepts: readonly Concept[], result: VocabularyResult): Promise<void> {
  await desk.store.write((db) => saveConcepts(db, concepts))
  result.concepts += concepts.length
  result.labels += concepts.reduce((sum, concept) => sum + concept.labels.length, 0)
}

export async function viewVocabulary(desk: DeskContext): Promise<{ concept: Concept; articles: number }[]> {
  const uses = await countUses(desk.store.read)
  return (await listConcepts(desk.store.read)).map((concept) => ({ concept, articles: uses.get(concept.id) ?? 0 }))
}

/**
 * Writes one tag. One that was in use and no longer is retires as `retireTag` does, with its entry in the ledger.
 * @throws DeskError `bad-input` with the field.
 */
export async function saveConcept(desk: DeskContext, actor: Actor, concept: Concept): Promise<Concept> {
  const known = await listConcepts(desk.store.read)
  demandSound(known, concept)
  const retires = !concept.active && known.some((one) => one.id === concept.id && one.active)
  const settled = await desk.pen.write(async (db) => {
    await saveConcepts(db, [retires ? { ...concept, active: true, replacedBy: null } : concept])
    return retires
      ? retireIn(desk, db, actor, { concept: concept.id, into: vocabularyLock(known).resolve(concept.replacedBy ?? '') })
      : noItems
  })
  announce(desk, settled)
  return concept
}

function demandSound(known: readonly Concept[], concept: Concept): void {
  if (concept.labels.every((label) => label.kind !== 'preferred'))
    throw new DeskError('bad-input', 'tag', 'needs a preferred label', { field: 'labels' })
  for (const [field, id] of [
    ['parent', concept.parent],
    ['replacedBy', concept.replacedBy],
  ] as const) {
    if (id !== null && (id === concept.id || !known.some((candidate) => candidate.id === id))) {
      throw new DeskError('bad-input', `tag ${concept.id}`, `its ${field} is not another tag of the thesaurus`, { field })
    }
  }
  if (goesRound(known, concept)) throw new DeskError('bad-input', `tag ${concept.id}`, 'would be its own ancestor', { field: 'parent' })
}

function goesRound(known: readonly Concept[], changed: Concept): boolean {
  const parentOf = new Map(known.map((concept) => [concept.id, concept.parent]))
  const seen = new Set([changed.id])
  for (let next = changed.parent; next !== null; next = parentOf.get(next) ?? null) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}

export type FromTags = { articles: number; tags: number; kept: number; merges: { keep: string; merge: string[] }[] }

/** What a thesaurus made of the tags used on at least `min` articles would hold. */
export async function previewFromTags(desk: DeskContext, min: number): Promise<FromTags> {
  const tags = await countArticleTags(desk.store.read)
  return {
    articles: await countTaggedArticles(desk.store.read),
    tags: tags.length,
    kept: tags.filter((tag) => tag.articles >= min).length,
    merges: nearDuplicates(tags),
  }
}

/** Tags whose stems are the same (`élection`, `élections`), the most used one kept. */
function nearDuplicates(tags: readonly { tag: string; articles: number }[]): { keep: string; merge: string[] }[] {
  const groups = Map.groupBy(tags, (tag) => stemText(tag.tag, 'fr'))
  return [...groups.values()].flatMap((group) => {
    const [keep, ...merge] = group
    return keep && merge.length > 0 ? [{ keep: keep.tag, merge: merge.map((tag) => tag.tag) }] : []
  })
}

export async function makeFromTags(desk: DeskContext, min: number, merge: boolean): Promise<VocabularyResult> {
  const tags = await countArticleTags(desk.store.read)
  const merges = merge ? nearDuplicates(tags) : []
  const merged = new Set(merges.flatMap((group) => group.merge))
  const alternatesOf = new Map(merges.map((group) => [group.keep, group.merge]))
  const uses = new Map(tags.map((tag) => [tag.tag, tag.articles]))
  const total = (tag: string) => [tag, ...(alternatesOf.get(tag) ?? [])].reduce((sum, other) => sum + (uses.get(other) ?? 0), 0)
  const concepts = tags
    .filter((tag) => !merged.has(tag.tag) && total(tag.tag) >= min)
    .map((tag): Concept => {
      const alternates = alternatesOf.get(tag.tag) ?? []
      return {
        id: conceptId(tag.folded),
        labels: [
          { lang: null, text: tag.tag, kind: 'preferred' },
          ...alternates.map((text) => ({ lang: null, text, kind: 'alternate' as const })),
        ],
        definition: null,
        parent: null,
        active: true,
        replacedBy: null,
      }
    })
  const result: VocabularyResult = { concepts: 0, labels: 0, rejected: [] }
  for (let start = 0; start < concepts.length; start += batchSize) await store(desk, concepts.slice(start, start + batchSize), result)
  desk.emit({ type: 'vocabulary.changed' })
  return result
}

/** A readable id that stays the same when the thesaurus is made again. */
function conceptId(folded: string): string {
  const slug = folded.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  return slug === '' || slug.length > 100 ? `x-${sha256(folded).slice(0, 16)}` : slug
}
