// Says which thesaurus is in force, by its content: the same in every process, another for every desk.
import { listConcepts } from '../store/concept-rows.ts'
import { recordHash } from './content-hashes.ts'
import type { DeskContext } from './context.ts'

export type VocabularyRevision = { readonly current: () => Promise<string>; readonly forget: () => void }

export function createVocabularyRevision(desk: Pick<DeskContext, 'store'>): VocabularyRevision {
  let known: Promise<string> | null = null
  return {
    current: () => (known ??= listConcepts(desk.store.read).then(recordHash)),
    forget: () => void (known = null),
  }
}
