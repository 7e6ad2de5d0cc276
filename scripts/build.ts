// Builds the page and the Node bundles into dist. `--if-stale`: only when a source changed since the last build.
// It must not know what is done with the output.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { buildNode } from './node-bundles.ts'
import { isStale, writeStamp } from './source-stamp.ts'

const root = join(import.meta.dirname, '..')

/** Builds everything into `outDir`; the stamp is written last. */
export async function buildAll(outDir = join(root, 'dist')): Promise<void> {
  rmSync(outDir, { recursive: true, force: true })
  await build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    root: join(root, 'renderer'),
    logLevel: 'warn',
    build: { outDir: join(outDir, 'renderer') },
  })
  await buildNode(root, outDir)
  writeStamp(root, join(outDir, 'stamp'))
}

/** Builds when needed. Resolves to whether it did. */
export async function buildIfStale(outDir = join(root, 'dist')): Promise<boolean> {
  const outputs = ['renderer/index.html', 'shell/main.js', 'shell/preload.cjs', 'shell/cli.js'].map((file) => join(outDir, file))
  if (!isStale(root, join(outDir, 'stamp'), outputs)) return false
  await buildAll(outDir)
  return true
}

if (import.meta.main) {
  const started = Date.now()
  const built = process.argv.includes('--if-stale') ? await buildIfStale() : (await buildAll(), true)
  console.error(built ? `built in ${((Date.now() - started) / 1000).toFixed(1)} s` : 'the build is up to date')
}
