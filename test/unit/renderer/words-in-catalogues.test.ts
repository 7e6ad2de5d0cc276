// No word on screen outside the catalogues, no key of the catalogues unused, no used key missing; French and English set as they are printed.
import { describe, expect, test } from 'vitest'
import { setFrenchSpaces } from '../../../renderer/words/book.ts'
import { keyActions } from '../../../renderer/ui/key-defaults.ts'
import { en } from '../../../renderer/words/en.ts'
import { fr } from '../../../renderer/words/fr.ts'
import { looseWords } from './loose-words.ts'
import { isNode, pageSources, parse, walk, type Node } from './page-sources.ts'

const screens = pageSources(['app', 'features', 'ui'])

describe('words on screen', () => {
  test('all come from the catalogues', () => {
    expect(screens.length).toBeGreaterThan(150)
    expect(screens.flatMap(looseWords)).toEqual([])
  })

  test.each([
    ['text', '<p>Rien à relire</p>'],
    ['a chosen text', '<p>{open ? "Ouvert" : t("x")}</p>'],
    ['a template', '<p>{`Encore ${count} points`}</p>'],
    ['a template in a choice', '<b>{open && `${t("x")} ouvert`}</b>'],
    ['an aria-label', '<button aria-label="Fermer">✕</button>'],
    ['a title in an expression', '<b title={open ? undefined : "Fermé"} />'],
    ['a placeholder', '<input placeholder="Chercher…" />'],
    ['a component’s label', '<Field label={`Nom (${unit})`} />'],
    ['a message', 'notify("Copié.")'],
    ['a message with a choice', 'notify(ok ? t("x") : "Raté")'],
    ['a list of options', 'const o = [{ value: "a", label: "Avant tout" }]'],
    ['a text cut in two', '<p>{a} sur {b}</p>'],
  ])('%s outside them is found', (_what, planted) => {
    expect(looseWords({ path: 'planted.tsx', text: planted })).not.toEqual([])
  })

  test.each([
    '<p className="main">{t("home.start")}</p>',
    '<p>{`${t("a.b")} · ${number(3)}`}</p>',
    '<kbd>V</kbd>',
    '<a href="#/home" role="listbox" data-state="open">{name}</a>',
    '<b title={words("Bonjour")} />',
    'const o = { label: t("a.b"), id: "some-id" }',
    '<p>{kind === "plain one" ? t("a.b") : null}</p>',
  ])('%s is nothing to find', (text) => {
    expect(looseWords({ path: 'planted.tsx', text })).toEqual([])
  })
})

type Leaf = readonly [key: string, text: string]

function flatten(words: object, prefix = ''): Leaf[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as const]
      : typeof value === 'object' && value
        ? flatten(value, `${prefix}${key}.`)
        : [],
  )
}

const french = flatten(fr)
const english = flatten(en)
const baseOf = (key: string) => key.replace(/_(?:one|other|zero|many)$/, '')

/** What the sources name: whole keys, and patterns of keys made at run time (`flag.${code}`). */
function namedIn(tree: Node): { keys: string[]; patterns: RegExp[] } {
  const keys: string[] = []
  const patterns: RegExp[] = []
  for (const node of walk(tree)) {
    if (node.type === 'Literal' && typeof node['value'] === 'string') keys.push(node['value'])
    if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) continue
    const parts = node['quasis'].filter(isNode).map((quasi) => JSON.stringify(quasi['value']))
    const texts = parts.map((part) => /"cooked":"([^"]*)"/.exec(part)?.[1] ?? '')
    if (/^\w+\.[\w.-]*$/.test(texts[0] ?? ''))
      patterns.push(new RegExp(`^${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`))
  }
  return { keys, patterns }
}

describe('keys of the catalogues', () => {
  const sources = [...screens, ...pageSources(['words', 'gallery', '.'])].filter(
    ({ path }) => !/words\/(?:fr|en)(?:-[\w-]+)?\.ts$/.test(path),
  )
  const named = sources.map((source) => namedIn(parse(source)))
  const keys = new Set(named.flatMap((one) => one.keys))
  const patterns = named.flatMap((one) => one.patterns)
  const bases = new Set(french.map(([key]) => baseOf(key)))

  test('are all used somewhere', () => {
    expect([...bases].filter((key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([])
  })

  test('that the page names all exist', () => {
    const spaces = Object.keys(fr).join('|')
    const looksLikeKey = new RegExp(`^(?:${spaces})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*$`)
    // Keys of the page's memory and of the key map are written alike.
    const others = new Set<string>([...keyActions.map(({ id }) => id), ...keysRemembered(sources.map((source) => parse(source)))])
    expect([...keys].filter((key) => looksLikeKey.test(key) && !bases.has(key) && !others.has(key))).toEqual([])
  })
})

const rememberers = new Set(['useRemembered', 'rememberLasting', 'rememberedLasting', 'useDeskEvent'])

/** Strings with a dot that are no words: names of what is remembered, of events and procedures, files. */
function keysRemembered(trees: readonly Node[]): string[] {
  return trees.flatMap((tree) =>
    [...walk(tree)].flatMap((node) => {
      const name = isNode(node['callee']) ? node['callee']['name'] : null
      const callee = typeof name === 'string' ? name : ''
      const wanted =
        (node.type === 'CallExpression' && rememberers.has(callee)) ||
        (node.type === 'Property' && isNode(node['key']) && node['key']['name'] === 'refreshOn')
      return wanted
        ? [...walk(node)].flatMap((one) => (one.type === 'Literal' && typeof one['value'] === 'string' ? [one['value']] : []))
        : []
    }),
  )
}

/** Sentences that quote what a person types in a rule: its signs are the rule's. */
const typedExamples = new Set(['vocabulary.rule.hint'])

/** The sentence without its parameters. */
const bare = (text: string) => text.replace(/\{\{.*?\}\}/g, '0')

describe('typography', () => {
  test('plural forms are complete in both languages', () => {
    for (const leaves of [french, english]) {
      const all = new Set(leaves.map(([key]) => key))
      for (const key of all) {
        if (key.endsWith('_one')) expect(all.has(key.replace(/_one$/, '_other')), key).toBe(true)
        if (key.endsWith('_other')) expect(all.has(key.replace(/_other$/, '_one')), key).toBe(true)
        if (/_(?:one|other)$/.test(key)) expect(all.has(baseOf(key)), `${baseOf(key)} beside its plural`).toBe(false)
      }
    }
  })

  test('no straight apostrophe or quotation mark, no three dots, no double or outer space, in either language', () => {
    const wrong = /['"]|\.\.\.| {2}|^ | $/
    const sentences = [...french, ...english].filter(([key]) => !typedExamples.has(key))
    expect(sentences.filter(([, text]) => wrong.test(bare(text)))).toEqual([])
  })

  test('French has its no-break spaces', () => {
    const set = french.filter(([key]) => !typedExamples.has(key)).map(([key, text]) => [key, setFrenchSpaces(bare(text))] as const)
    const breaking = / [;:!?»%€]|« /
    const missing = /[\p{L}\p{N})…][;!?»€%]|\p{L}:(?!\/\/|\w)|«[^\u00a0\u202f]/u
    expect(set.filter(([, text]) => breaking.test(text) || missing.test(text))).toEqual([])
  })

  test('French opens and closes its guillemets, and writes no English quotation marks', () => {
    const count = (text: string, sign: string) => text.split(sign).length
    expect(french.filter(([, text]) => count(text, '«') !== count(text, '»') || /[“”]/.test(text))).toEqual([])
  })

  test('English has no space before a sign, and no guillemets', () => {
    expect(english.filter(([key, text]) => key !== 'frame.actLang' && (/ [;:!?%]/.test(bare(text)) || /[«»]/.test(text)))).toEqual([])
  })

  test('numbers in sentences are written by Intl', () => {
    const loose = [...french, ...english].filter(([, text]) => /\{\{count\}\}/.test(text))
    expect(loose).toEqual([])
  })
})
