// A small copy of the project's fences in a temporary folder, to plant violations in.
// It must not know which violations.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')
const configs = ['.oxlintrc.json', '.oxlint-fences.json', 'package.json', 'tsconfig.json']
export const roomConfigs = ['shared', 'electron/core', 'electron', 'electron/shell', 'renderer', 'test']

export type ProjectCopy = {
  dir: string
  plant(files: Readonly<Record<string, string>>): Promise<void>
  /** The output of a tool of the project run in the copy, whatever its exit code. */
  run(tool: 'oxlint' | 'tsc', args: readonly string[]): Promise<{ code: number; output: string }>
  remove(): Promise<void>
}

/** The configurations alone (no sources), with the project's packages. */
export async function copyProject(): Promise<ProjectCopy> {
  const dir = await mkdtemp(join(tmpdir(), 'marbre-fences-'))
  for (const config of [...configs, ...roomConfigs.map((room) => join(room, 'tsconfig.json'))]) {
    await mkdir(dirname(join(dir, config)), { recursive: true })
    await cp(join(root, config), join(dir, config))
  }
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'))
  return {
    dir,
    plant: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(dir, path)), { recursive: true })
        await writeFile(join(dir, path), text)
      }
    },
    run: (tool, args) => runTool(join(root, 'node_modules', '.bin', tool), args, dir),
    remove: () => rm(dir, { recursive: true, force: true }),
  }
}

function runTool(tool: string, args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(tool, args, { cwd, maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr })
    })
  })
}
