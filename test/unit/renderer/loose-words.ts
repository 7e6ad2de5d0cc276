// Finds words on screen that come from no catalogue: text in JSX, props people read, messages, labels in lists.
// It must not know the catalogues.
import { childrenOf, isNode, lineOf, parse, walk, type Node, type Source } from './page-sources.ts'

/** Props, and fields of objects handed to components, whose text people see or hear. */
const readProps = new Set(
  'aria-label aria-description aria-roledescription aria-valuetext title placeholder alt label description hint problem lead caption note summary text heading empty confirm why'.split(
    ' ',
  ),
)
/** The same names in plain objects mean other things more often: fewer are looked at. */
const readFields = new Set('label title placeholder hint description caption note text lead'.split(' '))
/** Functions that show their first argument. */
const speakers = new Set(['notify', 'alert', 'confirm'])

/** Names that are the same in every language: the house, the two languages, keys of the keyboard. */
const names = new Set(['Marbre', 'Français', 'English', 'Ctrl K', '⌘ K', 'Ollama', 'SHA-256'])

const speaks = (text: string): boolean => /\p{L}{2,}/u.test(text) && !names.has(text.replace(/^[\s,]+|[\s,]+$/g, ''))

function textOf(node: Node): string {
  if (typeof node['value'] === 'string') return node['value']
  const value = node['value']
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string' ? value.cooked : ''
}

/** The literal words of an expression that is shown, through choices, templates and sums; not through calls, which make them. */
function* shownIn(node: Node): Generator<Node> {
  if (node.type === 'Literal' || node.type === 'JSXText' || node.type === 'TemplateElement') {
    if (speaks(textOf(node))) yield node
  } else if (node.type === 'ConditionalExpression') {
    for (const branch of [node['consequent'], node['alternate']]) if (isNode(branch)) yield* shownIn(branch)
  } else if (node.type === 'BinaryExpression' && node['operator'] !== '+') {
    return
  } else if (
    /^(?:JSXExpressionContainer|TemplateLiteral|LogicalExpression|BinaryExpression|ParenthesizedExpression|TS\w+Expression)$/.test(
      node.type,
    )
  ) {
    for (const child of childrenOf(node)) yield* shownIn(child)
  }
}

const nameOf = (node: unknown): string => {
  const name = isNode(node) ? (node['name'] ?? node['value']) : null
  return typeof name === 'string' ? name : ''
}

function shownBy(node: Node): Node[] {
  if (node.type === 'JSXText') return [...shownIn(node)]
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const children = Array.isArray(node['children']) ? node['children'].filter(isNode) : []
    return children.filter((child) => child.type === 'JSXExpressionContainer').flatMap((child) => [...shownIn(child)])
  }
  if (node.type === 'JSXAttribute') return readProps.has(nameOf(node['name'])) && isNode(node['value']) ? [...shownIn(node['value'])] : []
  if (node.type === 'Property') return readFields.has(nameOf(node['key'])) && isNode(node['value']) ? [...shownIn(node['value'])] : []
  if (node.type !== 'CallExpression' || !speakers.has(nameOf(node['callee']))) return []
  const first = Array.isArray(node['arguments']) ? node['arguments'].find(isNode) : undefined
  return first ? [...shownIn(first)] : []
}

/** Each loose word as `path:line words`. */
export function looseWords(source: Source): string[] {
  const found = new Map<number, string>()
  for (const node of walk(parse(source)))
    for (const shown of shownBy(node)) found.set(shown.start, `${source.path}:${lineOf(source.text, shown.start)} ${textOf(shown).trim()}`)
  return [...found.values()]
}
