// Where things are: the desk's folder, what is shipped beside the code, the paths people type.
// It must not know what is in them.
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultDataFolder } from '../core/guard/data-folder.ts'

/** The project's root; two folders up in a checkout (`electron/cli`) as in a build (`dist/cli`). */
const root = join(import.meta.dirname, '..', '..')

/** Charter, rules, sample newsroom. */
export const resourcesFolder = join(root, 'resources')
export const pageFolder = join(root, 'dist', 'renderer')
export const packagesFolder = join(root, 'node_modules')
/** Builds the page in a checkout; not there in the package, which comes built. */
export const buildScript = join(root, 'scripts', 'build.ts')

/** `npm run` changes to the project's folder first: what a person types is relative to where they stood. */
function startFolder(): string {
  const env = process.env
  return env['npm_lifecycle_event'] === 'marbre' && env['INIT_CWD'] ? env['INIT_CWD'] : process.cwd()
}

/** The absolute path of what a person typed. */
export function typedPath(given: string): string {
  return resolve(startFolder(), given)
}

/** The desk's folder: `--data`, else the system's place for it. Absolute. */
export function dataFolder(given: string | undefined): string {
  return given === undefined ? defaultDataFolder(process.platform, process.env, homedir()) : typedPath(given)
}
