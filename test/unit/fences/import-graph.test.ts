// The whole import graph against the table of rooms, and proof that the scanner sees what it must.
// It must not trust any tool but its own scanner.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findCycle, importsOf, readGraph } from './import-graph.ts'

const root = join(import.meta.dirname, '..', '..', '..')

test('every import of the house is in the table', () => {
  const graph = readGraph(root)
  expect(graph.modules.length).toBeGreaterThan(50)
  expect(graph.imports.length).toBeGreaterThan(graph.modules.length)
  expect(graph.violations).toEqual([])
})

test('no module imports itself through others', () => {
  expect(findCycle(readGraph(root))).toBeNull()
})

test('the scanner sees every form of import, and only those', () => {
  const source = `import a from 'a'
import { b, type B } from 'b'
import type { C } from 'c'
import { type D, type E } from 'd'
import * as f from 'f'
import {
  g,
} from 'g'
import 'h'
export { i } from 'i'
export * from 'j'
export type { K } from 'k'
const l = await import('l')
const m = require('m')
const n = import.meta.resolve('x')
// import o from 'o'
/* import p from 'p' */
export const q = 'import r from "r"'
export const from = { s: 't' }
`
  const found = importsOf('file.ts', source).map(({ specifier, typeOnly }) => (typeOnly ? `type ${specifier}` : specifier))
  expect(found).toEqual(['a', 'b', 'type c', 'd', 'f', 'g', 'h', 'i', 'j', 'type k', 'l', 'm'])
})

test('planted violations are found, through every form and every depth', async () => {
  const planted: Record<string, string> = {
    'electron/core/tasks/tags/save.ts': "import { insert } from '../../store/rows.ts'\n",
    'electron/core/tasks/tags/fine.ts': "import type { Row } from '../../store/rows.ts'\n",
    'electron/core/store/rows.ts': 'export type Row = 1\n',
    'electron/core/store/late.ts': "const lance = await import('@lancedb/lancedb')\n",
    'electron/core/store/bind.ts': "export { default as Sqlite } from 'better-sqlite3'\n",
    'electron/core/engines/window.ts': "import 'electron'\n",
    'electron/core/text/sneaky.ts': "import { read } from './../store/rows.ts'\n",
    'electron/core/text/gone.ts': "import { gone } from './nowhere.ts'\n",
    'electron/shell/security.ts': "import { app } from 'electron'\n",
    'electron/shell/types.ts': "import type { App } from 'electron'\n",
    'renderer/features/review/a.ts': "import { b } from '../ledger/b.ts'\n",
    'renderer/features/ledger/b.ts': "import { readFileSync } from 'node:fs'\n",
    'renderer/ui/core.ts': "export * from '../../electron/core/store/rows.ts'\n",
    'shared/stray.ts': "import { z } from 'zod'\n",
  }
  const dir = await mkdtemp(join(tmpdir(), 'marbre-graph-'))
  for (const [path, text] of Object.entries(planted)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), text)
  }
  const graph = readGraph(dir)
  await rm(dir, { recursive: true })
  const caught = new Set(graph.violations.map((line) => line.split(' → ')[0]))
  const fine = ['electron/core/tasks/tags/fine.ts', 'electron/core/store/rows.ts', 'electron/shell/types.ts']
  expect(caught).toEqual(new Set(Object.keys(planted).filter((file) => !fine.includes(file))))
})

test('a planted cycle is found', () => {
  const modules = ['a/x.ts', 'a/y.ts', 'a/z.ts']
  const link = (from: string, specifier: string, typeOnly = false) => ({ from, specifier, typeOnly })
  const imports = [link('a/x.ts', './y.ts'), link('a/y.ts', './z.ts'), link('a/z.ts', './x.ts')]
  expect(findCycle({ modules, imports, violations: [] })).toEqual(['a/x.ts', 'a/y.ts', 'a/z.ts', 'a/x.ts'])
  const typed = [link('a/x.ts', './y.ts'), link('a/y.ts', './x.ts', true)]
  expect(findCycle({ modules, imports: typed, violations: [] })).toBeNull()
})
