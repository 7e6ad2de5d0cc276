// oxlint must catch an import that a room may not make, in every room, and must let the right ones through.
// It must not know the sources: violations are planted in a copy of the configuration.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fencesFile } from '../../../scripts/lint-fences.ts'
import { copyProject, type ProjectCopy } from './project-copy.ts'

/** One file each: path, source, and a piece of the message that must name the right room. */
const violations: ReadonlyArray<readonly [path: string, source: string, says: string]> = [
  ['electron/core/services/a-window.ts', "import { app } from 'electron'\napp.quit()\n", 'driver package belongs to its home file'],
  ['electron/core/electron-type.ts', "import type { App } from 'electron'\nexport type A = App\n", 'belongs to electron/shell'],
  ['electron/core/store/other.ts', "import { connect } from '@lancedb/lancedb'\nexport const open = connect\n", 'LanceDB in vectors.ts'],
  [
    'electron/core/store/database.ts',
    "import { connect } from '@lancedb/lancedb'\nexport const open = connect\n",
    'only home of better-sqlite3',
  ],
  ['electron/core/store/rows.ts', "import Database from 'better-sqlite3'\nexport const open = () => new Database('')\n", 'As types only'],
  [
    'electron/core/store/migrations/0099-late.ts',
    "import { connect } from '@lancedb/lancedb'\nexport const open = connect\n",
    'LanceDB in vectors.ts',
  ],
  ['electron/core/services/rows.ts', "import { sql } from 'kysely'\nexport const one = sql`1`\n", 'driver package'],
  ['electron/core/services/chat.ts', "import { Ollama } from 'ollama'\nexport const chat = new Ollama()\n", 'driver package'],
  ['electron/core/services/serve.ts', "import { os } from '@orpc/server'\nexport const base = os\n", 'core/router'],
  ['electron/core/engines/other.ts', "import { Ollama } from 'ollama'\nexport const chat = new Ollama()\n", 'engines/ollama.ts'],
  ['electron/core/tasks/tags/save.ts', "import { insert } from '../../store/rows.ts'\nexport const save = insert\n", 'As types only'],
  [
    'electron/core/tasks/tags/act.ts',
    "import { act } from '../../services/act.ts'\nexport const go = act\n",
    'ports that core/services fills',
  ],
  [
    'electron/core/tasks/disk.ts',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
    'ports that core/services fills',
  ],
  ['electron/core/text/rows.ts', "import type { Row } from '../store/rows.ts'\nexport type R = Row\n", 'core/text knows text only'],
  [
    'electron/core/text/fact-lock/deep.ts',
    "import type { Row } from '../../store/rows.ts'\nexport type R = Row\n",
    'core/text knows text only',
  ],
  ['electron/core/learning/task.ts', "import { task } from '../tasks/task.ts'\nexport const t = task\n", 'numbers in, models out'],
  [
    'electron/core/readers/save.ts',
    "import { insert } from '../store/rows.ts'\nexport const save = insert\n",
    'storing them belongs to core/services',
  ],
  ['electron/core/guard/rows.ts', "import { insert } from '../store/rows.ts'\nexport const save = insert\n", 'As types only'],
  ['electron/core/router/rows.ts', "import { insert } from '../store/rows.ts'\nexport const save = insert\n", 'nothing else'],
  ['electron/host/logic.ts', "import { act } from '../core/services/act.ts'\nexport const go = act\n", 'core/services'],
  ['electron/host/window.ts', "import { app } from 'electron'\napp.quit()\n", 'Electron to electron/shell'],
  ['electron/shell/security.ts', "import { app } from 'electron'\napp.quit()\n", 'main.ts and preload.ts only'],
  ['electron/shell/preload.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", 'one sandboxed file'],
  ['electron/cli/logic.ts', "import { act } from '../core/services/act.ts'\nexport const go = act\n", 'core/desk.ts'],
  ['shared/domain/shape.ts', "import { contract } from '../contract/contract.ts'\nexport const c = contract\n", 'plain data'],
  ['shared/contract/code.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", 'shared/contract declares'],
  ['renderer/features/review/other.ts', "import { list } from '../ledger/list.ts'\nexport const l = list\n", 'never another feature'],
  [
    'renderer/features/review/parts/deep.ts',
    "import { list } from '../../ledger/list.ts'\nexport const l = list\n",
    'never another feature',
  ],
  [
    'renderer/features/review/core.ts',
    "import { act } from '../../../electron/core/services/act.ts'\nexport const go = act\n",
    'client, ui, words',
  ],
  [
    'renderer/features/review/wire.ts',
    "import { createORPCClient } from '@orpc/client'\nexport const c = createORPCClient\n",
    'client, ui, words',
  ],
  ['renderer/ui/article.ts', "import type { Article } from '../../shared/domain/article.ts'\nexport type A = Article\n", 'itself'],
  ['renderer/words/client.ts', "import { client } from '../client.ts'\nexport const c = client\n", 'renderer/words is words'],
  ['renderer/app/node.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n", 'renderer/client.ts'],
]

const allowed: Readonly<Record<string, string>> = {
  'electron/core/tasks/tags/types.ts':
    "import type { Row } from '../../store/rows.ts'\nimport { words } from '../../text/words.ts'\nimport { near } from '../near.ts'\nexport type R = Row\nexport const w = [words, near]\n",
  'electron/core/store/migrations/0001-first.ts':
    "import { sql } from 'kysely'\nimport type { Row } from '../rows.ts'\nexport type R = Row\nexport const one = sql`1`\n",
  'electron/core/readers/file.ts':
    "import { readFile } from 'node:fs/promises'\nimport { words } from '../text/words.ts'\nexport const r = [readFile, words]\n",
  'electron/shell/types.ts': "import type { App } from 'electron'\nexport type A = App\n",
  'renderer/features/review/right.ts':
    "import { client } from '../../client.ts'\nimport { events } from '../../client-events.ts'\nimport { button } from '../../ui/button.tsx'\nimport type { Article } from '../../../shared/domain/article.ts'\nexport type A = Article\nexport const r = [client, events, button]\n",
}

const habits: ReadonlyArray<readonly [path: string, source: string, rule: string]> = [
  ['electron/host/floating.ts', 'const later = async () => 1\nexport const go = () => {\n  later()\n}\n', 'no-floating-promises'],
  ['electron/host/default.ts', 'export default 1\n', 'no-default-export'],
  ['electron/host/NotKebab.ts', 'export const a = 1\n', 'filename-case'],
  ['electron/host/long-file.ts', Array.from({ length: 301 }, (_, line) => `export const a${line} = ${line}`).join('\n'), 'max-lines'],
  [
    'electron/host/long-function.ts',
    `export function f(): number {\n  let a = 0\n${'  a += 1\n'.repeat(60)}  return a\n}\n`,
    'max-lines-per-function',
  ],
  ['electron/host/any.ts', 'export const a = (b: any): unknown => b\n', 'no-explicit-any'],
  ['electron/host/barrel.ts', "export * from './any.ts'\n", 'no-barrel-file'],
  [
    'electron/host/value.ts',
    "import { WebSocket } from 'ws'\nexport const a = (b: WebSocket): number => b.readyState\n",
    'consistent-type-imports',
  ],
  ['electron/host/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = (): number => b()\n", 'no-cycle'],
  ['electron/host/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = (): number => a()\n", 'no-cycle'],
]

let copy: ProjectCopy
let lines: string[]

beforeAll(async () => {
  copy = await copyProject()
  await copy.plant(Object.fromEntries([...violations, ...habits].map(([path, source]) => [path, source])))
  await copy.plant(allowed)
  const { code, output } = await copy.run('oxlint', ['--type-aware', '-f', 'unix'])
  expect(code).toBe(1)
  lines = output.split('\n').map((line) => line.replace(`${copy.dir}/`, ''))
})
afterAll(() => copy.remove())

test('the fences file is the one the table of rooms gives', () => {
  const file = readFileSync(join(import.meta.dirname, '..', '..', '..', '.oxlint-fences.json'), 'utf8')
  expect(JSON.parse(file), 'run: node scripts/lint-fences.ts').toEqual(JSON.parse(fencesFile()))
})

test.each(violations)('%s is caught', (path, _source, says) => {
  const caught = lines.filter((line) => line.startsWith(`${path}:`) && line.includes('no-restricted-imports'))
  expect(caught.length, path).toBeGreaterThan(0)
  expect(fencesFile()).toContain(says)
})

test.each(habits)('%s is caught', (path, _source, rule) => {
  expect(lines.some((line) => line.startsWith(`${path}:`) && line.includes(`(${rule})`))).toBe(true)
})

test('what the table allows passes', () => {
  for (const path of Object.keys(allowed)) expect(lines.filter((line) => line.startsWith(`${path}:`))).toEqual([])
})

test('messages name the right room', async () => {
  const { output } = await copy.run('oxlint', ['-f', 'json'])
  const report: { diagnostics: { filename: string; message: string; help?: string }[] } = JSON.parse(output)
  for (const [path, , says] of violations) {
    const told = report.diagnostics.filter(({ filename }) => filename.endsWith(path)).map(({ message, help }) => `${message} ${help ?? ''}`)
    expect(told.join('\n'), path).toContain(says)
  }
})
