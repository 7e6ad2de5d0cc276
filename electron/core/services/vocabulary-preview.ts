// What a thesaurus file would change, told before it changes anything.
// It must not write; the upload stays for the import.
import type { Rejection } from '../../../shared/domain/import.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import { readVocabulary } from '../readers/read-vocabulary.ts'
import { walk } from '../readers/walk.ts'
import { listConcepts } from '../store/concept-rows.ts'
import type { DeskContext } from './context.ts'
import type { ImportSource } from './imports.ts'
import { uploadPath } from './uploads.ts'
import { withOwnIds } from './vocabulary-export.ts'

type Some = { count: number; some: { id: string; label: string }[] }
export type VocabularyPreview = { read: number; added: Some; changed: Some; missing: Some; rejected: Rejection[] }

const shown = 30

function some(concepts: readonly Concept[]): Some {
  return { count: concepts.length, some: concepts.slice(0, shown).map((one) => ({ id: one.id, label: preferredLabel(one, 'fr') })) }
}

/** The file read whole against the thesaurus of the desk; of a tag that stands there twice, the last one counts. */
export async function previewVocabulary(desk: DeskContext, source: ImportSource): Promise<VocabularyPreview> {
  const paths = 'paths' in source ? source.paths : await Promise.all(source.uploads.map((upload) => uploadPath(desk, upload)))
  const known = new Map((await listConcepts(desk.store.read)).map((concept) => [concept.id, concept]))
  const read = new Map<string, Concept>()
  const rejected: Rejection[] = []
  for await (const file of walk(paths)) {
    for await (const one of readVocabulary(file, {})) {
      if (one.ok) {
        const concept = withOwnIds(one.draft)
        read.set(concept.id, concept)
      } else rejected.push(one.rejection)
    }
  }
  const all = [...read.values()]
  return {
    read: all.length,
    added: some(all.filter((concept) => !known.has(concept.id))),
    changed: some(all.filter((concept) => differs(known.get(concept.id), concept))),
    missing: some([...known.values()].filter((concept) => !read.has(concept.id))),
    rejected,
  }
}

function differs(before: Concept | undefined, after: Concept): boolean {
  return before !== undefined && asText(before) !== asText(after)
}

/** A file may give the same labels in another order. */
function asText({ labels, definition, parent, active, replacedBy }: Concept): string {
  const inOrder = labels.map(({ lang, text, kind }) => JSON.stringify([lang, text, kind])).toSorted()
  return JSON.stringify([inOrder, definition, parent, active, replacedBy])
}
