// Builds the page and the Node bundles into dist. `--if-stale`: only when a source changed since the last build.
// It must not know what is done with the output.
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isStale, writeStamp } from './source-stamp.ts'

const root = join(import.meta.dirname, '..')

/** Builds everything beside `outDir` and sets it in its place: who reads there meanwhile has the old build, whole. */
export async function buildAll(outDir = join(root, 'dist')): Promise<void> {
  // Built by a test, the page would else carry React's development build, five times slower.
  process.env['NODE_ENV'] = 'production'
  // Only to build: a start that finds everything built does not load the builder.
  const [{ build }, { buildNode }] = await Promise.all([import('vite'), import('./node-bundles.ts')])
  const building = `${outDir}.${process.pid}`
  try {
    await build({
      configFile: join(root, 'renderer', 'vite.config.ts'),
      root: join(root, 'renderer'),
      logLevel: 'warn',
      build: { outDir: join(building, 'renderer') },
    })
    await buildNode(root, building)
    writeStamp(root, join(building, 'stamp'))
    rmSync(outDir, { recursive: true, force: true })
    renameSync(building, outDir)
  } finally {
    rmSync(building, { recursive: true, force: true })
  }
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
