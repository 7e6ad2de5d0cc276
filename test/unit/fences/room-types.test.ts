// Each room's tsconfig must refuse what its platform does not have, and accept what it has.
// It must not know the sources: files are planted beside a copy of the configurations.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, roomConfigs, type ProjectCopy } from './project-copy.ts'

const refused: ReadonlyArray<readonly [room: string, path: string, source: string]> = [
  ['electron/core', 'electron/core/a-window.ts', 'export const title = (): string => window.document.title\n'],
  ['electron/core', 'electron/core/a-document.ts', 'export const root = (): unknown => document.body\n'],
  ['electron/core', 'electron/core/an-enum.ts', 'export enum State { Open }\n'],
  ['electron/core', 'electron/core/unchecked.ts', 'export const first = (list: string[]): string => list[0]\n'],
  ['electron/core', 'electron/core/undefined-value.ts', 'export const a: { b?: string } = { b: undefined }\n'],
  ['shared', 'shared/domain/a-process.ts', 'export const home = (): unknown => process.env\n'],
  ['shared', 'shared/domain/a-buffer.ts', "export const bytes = (): unknown => Buffer.from('')\n"],
  ['shared', 'shared/domain/a-window.ts', 'export const w = (): unknown => window\n'],
  ['shared', 'shared/contract/a-node.ts', "import { join } from 'node:path'\nexport const j = join\n"],
  ['electron', 'electron/host/a-window.ts', 'export const w = (): unknown => window\n'],
  ['electron', 'electron/cli/a-document.ts', 'export const d = (): unknown => document\n'],
  ['renderer', 'renderer/a-process.ts', 'export const p = (): unknown => process.cwd()\n'],
  ['renderer', 'renderer/ui/a-node.ts', "import { readFileSync } from 'node:fs'\nexport const r = readFileSync\n"],
  ['renderer', 'renderer/ui/a-require.ts', "export const fs = require('fs')\n"],
]

const accepted: Readonly<Record<string, string>> = {
  'electron/core/good.ts': "import { join } from 'node:path'\nexport const a = join('b', process.platform)\n",
  'shared/domain/good.ts': 'export const a = 1\n',
  'electron/host/good.ts': "import { createServer } from 'node:http'\nexport const a = createServer\n",
  'electron/shell/good.ts': "import type { App } from 'electron'\nexport type A = App\n",
  'renderer/good.tsx': 'export const A = () => <p>{window.document.title}</p>\n',
  'test/good.ts': 'export const a = [process.platform, document]\n',
}

let copy: ProjectCopy
const told = new Map<string, string>()

beforeAll(async () => {
  copy = await copyProject()
  await copy.plant(Object.fromEntries(refused.map(([, path, source]) => [path, source])))
  await copy.plant(accepted)
  for (const room of roomConfigs) told.set(room, (await copy.run('tsc', ['-p', room, '--pretty', 'false'])).output)
})
afterAll(() => copy.remove())

test.each(refused)('%s refuses %s', (room, path) => {
  expect(told.get(room)).toContain(`${path}(`)
})

test('what a room has compiles', () => {
  const output = [...told.values()].join('\n')
  for (const path of Object.keys(accepted)) expect(output).not.toContain(`${path}(`)
})
