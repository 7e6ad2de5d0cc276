// The thesaurus as rows: a tree that can be folded, or what a search and a filter leave of it with its ancestors. Pure.
// It must not know React.
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'

export type CountedConcept = { concept: Concept; articles: number }
export type ConceptRow = CountedConcept & {
  readonly label: string
  readonly depth: number
  /** Id of the row it hangs on; null for a root. */
  readonly above: string | null
  readonly children: number
  /** The alternate or id that was matched, where the label was not. */
  readonly matched: string | null
  /** False for an ancestor shown only to say where a match stands. */
  readonly hit: boolean
  /** Place among its siblings shown, from 1, and how many they are. */
  readonly place: number
  readonly of: number
}

export const conceptFilters = ['all', 'unused', 'retired', 'undefined'] as const
export type ConceptFilter = (typeof conceptFilters)[number]

/** Lower case without accents. */
export function foldText(text: string): string {
  return fold(text).trim()
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every name of a tag and its id, folded once: searched at each key. */
const everyName = new WeakMap<Concept, string>()
function namesOf(concept: Concept): string {
  const known = everyName.get(concept)
  if (known !== undefined) return known
  const names = fold([...concept.labels.map((label) => label.text), concept.id].join('\n'))
  everyName.set(concept, names)
  return names
}

/** Where what is typed stands in a label, as offsets of the label; null when it does not. */
export function matchIn(label: string, typed: string): { start: number; end: number } | null {
  const query = foldText(typed)
  if (query === '') return null
  // By code point, so that the offsets count what the label is made of.
  const pieces = Array.from(label.normalize('NFC'))
  const folded = pieces.map(fold)
  const at = folded.join('').indexOf(query)
  if (at < 0) return null
  let seen = 0
  let offset = 0
  let start = -1
  for (const [index, piece] of pieces.entries()) {
    if (start < 0 && seen + (folded[index]?.length ?? 0) > at) start = offset
    seen += folded[index]?.length ?? 0
    offset += piece.length
    if (seen >= at + query.length) return { start, end: offset }
  }
  return null
}

export function passes({ concept, articles }: CountedConcept, filter: ConceptFilter): boolean {
  if (filter === 'retired') return !concept.active
  if (filter === 'unused') return concept.active && articles === 0
  return filter === 'all' || (concept.active && !concept.definition)
}

type Node = CountedConcept & { readonly label: string; readonly folded: string; readonly children: Node[]; above: string | null }

/** The tree read once: 10,000 tags are sorted and folded here, not at each key. */
export interface TreeIndex {
  readonly roots: readonly Node[]
  readonly byId: ReadonlyMap<string, Node>
}

/** Roots and children in the order of the language. A parent that is missing or circular makes a root. */
export function indexTree(concepts: readonly CountedConcept[], lang: string): TreeIndex {
  const { compare } = new Intl.Collator(lang)
  const nodes = concepts
    .map((one): Node => {
      const label = preferredLabel(one.concept, lang)
      return { ...one, label, folded: fold(label), children: [], above: null }
    })
    .sort((a, b) => compare(a.label, b.label))
  const byId = new Map(nodes.map((node) => [node.concept.id, node]))
  const roots: Node[] = []
  for (const node of nodes) {
    const parent = byId.get(node.concept.parent ?? '')
    if (!parent || goesRound(node, byId)) roots.push(node)
    else {
      parent.children.push(node)
      node.above = parent.concept.id
    }
  }
  return { roots, byId }
}

/** Only one that is itself on the circle: what hangs on a circle still hangs on it. */
function goesRound(node: Node, byId: ReadonlyMap<string, Node>): boolean {
  const seen = new Set<string>()
  for (let at = node.concept.parent; at !== null && !seen.has(at); at = byId.get(at)?.concept.parent ?? null) {
    if (at === node.concept.id) return true
    seen.add(at)
  }
  return false
}

type Shown = {
  /** Which nodes appear; null: all. */
  readonly keep: ReadonlySet<string> | null
  readonly folded: ReadonlySet<string>
  readonly told: (node: Node) => { readonly matched: string | null; readonly hit: boolean }
}

function rowsOf(index: TreeIndex, { keep, folded, told }: Shown): ConceptRow[] {
  const rows: ConceptRow[] = []
  const visit = (nodes: readonly Node[], depth: number) => {
    const here = keep === null ? nodes : nodes.filter((node) => keep.has(node.concept.id))
    for (const [position, node] of here.entries()) {
      const { concept, articles, label, above, children } = node
      const place = { depth, above, place: position + 1, of: here.length }
      rows.push({ concept, articles, label, children: children.length, ...place, ...told(node) })
      if (!folded.has(concept.id)) visit(children, depth + 1)
    }
  }
  visit(index.roots, 0)
  return rows
}

/** The whole tree; `folded` tags hide what is under them. */
export function treeRows(index: TreeIndex, folded: ReadonlySet<string>): ConceptRow[] {
  return rowsOf(index, { keep: null, folded, told: () => ({ matched: null, hit: true }) })
}

/** What matches (a label, an alternate, the id) and passes the filter, under its ancestors. Nothing is folded. */
export function searchRows(index: TreeIndex, typed: string, filter: ConceptFilter = 'all'): ConceptRow[] {
  const query = foldText(typed)
  const hits = new Map<string, string | null>()
  const keep = new Set<string>()
  for (const [id, node] of index.byId) {
    if (!passes(node, filter)) continue
    const matched = matchOf(node, query)
    if (matched === undefined) continue
    hits.set(id, matched)
    for (let at: string | null = id; at !== null && !keep.has(at); at = index.byId.get(at)?.above ?? null) keep.add(at)
  }
  const told = (node: Node) => ({ matched: hits.get(node.concept.id) ?? null, hit: hits.has(node.concept.id) })
  return rowsOf(index, { keep, folded: new Set(), told })
}

/** Null when the label itself matches, the words that do otherwise, undefined when nothing does. */
function matchOf(node: Node, query: string): string | null | undefined {
  if (!namesOf(node.concept).includes(query)) return undefined
  if (node.folded.includes(query)) return null
  const other = node.concept.labels.find((label) => fold(label.text).includes(query))
  return other?.text ?? (fold(node.concept.id).includes(query) ? node.concept.id : undefined)
}

/** Every tag under this one. */
export function below(index: TreeIndex, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      found.add(node.concept.id)
      visit(node.children)
    }
  }
  visit(index.byId.get(id)?.children ?? [])
  return found
}
