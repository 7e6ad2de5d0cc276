// The steps of an import, and what each one knows. It must not show anything.
import type { Rights } from '../../../shared/domain/article.ts'
import type { ImportSource } from '../../client-upload.ts'
import type { ColumnMap, ImportPreview, ImportResult } from '../../../shared/domain/import.ts'

export const importKinds = ['articles', 'comments', 'outputs', 'vocabulary'] as const
export type Kind = (typeof importKinds)[number]

/** What the person says about the files. `auto`: AI may work on the newsroom's own articles only. `map` null: nothing was said of the columns. */
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
  | { readonly at: 'run'; readonly ticket: string; readonly stopping: boolean }
  | { readonly at: 'done'; readonly kind: Kind; readonly result: ImportResult }
  | { readonly at: 'vocabulary-done'; readonly result: VocabularyResult }

/** Guesses from the names what the files contain; the person sees it and can change it. */
export function guessKind(files: readonly { readonly name: string }[]): Kind {
  const names = files.map((file) => file.name.toLowerCase())
  if (names.length > 0 && names.every((name) => /comment/.test(name))) return 'comments'
  if (names.length > 0 && names.every((name) => /(thesaur|thésaur|vocab|skos|\.ttl$|\.nt$|\.rdf$)/.test(name))) return 'vocabulary'
  if (names.length > 0 && names.every((name) => /(outputs?|sorties?|suggestions?)/.test(name))) return 'outputs'
  return 'articles'
}

/** Puts one column in the map; an empty one says that no column feeds the field, not even one that could be guessed. */
export function mapColumn(map: ColumnMap, field: string, column: string): ColumnMap {
  return { ...map, [field]: column }
}

/** Columns of the file that feed no field. */
export function unusedColumns(columns: readonly string[], map: ColumnMap): readonly string[] {
  const used = new Set(Object.values(map))
  return columns.filter((column) => !used.has(column))
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
