// The page's sources, parsed: every file of the frame, the screens and the components, with a walker over its tree.
// It must not know what is looked for.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseAst } from 'vite'

const root = join(import.meta.dirname, '..', '..', '..')

export interface Source {
  readonly path: string
  readonly text: string
}

/** A node of the tree, as much as the tests read of it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** Files under `renderer`, in the given folders (`.` is its own top). */
export function pageSources(folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, 'renderer', folder), { recursive: folder !== '.', withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []))
}

/** Every node under one, itself first. */
export function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}

/** The tree of a file. */
export function parse({ path, text }: Source): Node {
  const tree: unknown = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
  if (!isNode(tree)) throw new Error(`${path} gave no tree`)
  return tree
}

export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length
