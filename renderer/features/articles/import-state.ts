// The steps of an import, and what each one knows. It must not show anything.
import type { Rights } from '../../../shared/domain/article.ts'
import type { ImportSource } from '../../client-upload.ts'
import type { ColumnMap, ImportPreview, ImportResult } from '../../../shared/domain/import.ts'

export const importKinds = ['articles', 'comments', 'outputs', 'vocabulary'] as const
export type Kind = (typeof importKinds)[number]

/** What the person says about the files. `auto`: AI may work on the newsroom's own articles only. */
export interface Choices {
  readonly kind: Kind
  readonly rights: Rights
  readonly ai: 'auto' | 'yes' | 'no'
  readonly map: ColumnMap | null
}

export interface VocabularyResult {
  readonly concepts: number
  readonly labels: number
  readonly rejected: ImportResult['rejected']
}

export type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'upload'; readonly sent: number; readonly total: number }
  | { readonly at: 'preview'; readonly source: ImportSource; readonly preview: ImportPreview }
  | { readonly at: 'run'; readonly ticket: string }
  | { readonly at: 'done'; readonly result: ImportResult }
  | { readonly at: 'vocabulary-done'; readonly result: VocabularyResult }

/** Guesses from the names what the files contain; the person sees it and can change it. */
export function guessKind(files: readonly { readonly name: string }[]): Kind {
  const names = files.map((file) => file.name.toLowerCase())
  if (names.length > 0 && names.every((name) => /comment/.test(name))) return 'comments'
  if (names.length > 0 && names.every((name) => /(thesaur|thésaur|vocab|skos|\.ttl$|\.nt$|\.rdf$)/.test(name))) return 'vocabulary'
  if (names.length > 0 && names.every((name) => /(outputs?|sorties?|suggestions?)/.test(name))) return 'outputs'
  return 'articles'
}

/** The options the contract wants. */
export function toOptions(choices: Choices): { kind: Exclude<Kind, 'vocabulary'>; rights: Rights; aiUse: boolean | null; map?: ColumnMap } {
  return {
    kind: choices.kind === 'vocabulary' ? 'articles' : choices.kind,
    rights: choices.rights,
    aiUse: choices.ai === 'auto' ? null : choices.ai === 'yes',
    ...(choices.map === null ? {} : { map: choices.map }),
  }
}
