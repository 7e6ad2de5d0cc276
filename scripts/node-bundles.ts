// Bundles the Node side (window shell, core, host, CLI, workers) into dist for the package.
// It must not know the renderer, nor what the bundles do.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { workerNames } from '../electron/core/workers/worker-files.ts'

/**
 * Entries by output name, all in one folder: `shell/main.js`, `shell/cli.js`…, their chunks beside them and the workers in
 * `shell/workers/`, where `workerFile` looks. A bundled file finds the rest as `join(import.meta.dirname, '..', …)`.
 */
export function nodeEntries(root: string): Record<string, string> {
  return {
    'shell/main': join(root, 'electron/shell/main.ts'),
    'shell/core-entry': join(root, 'electron/shell/core-entry.ts'),
    'shell/cli': join(root, 'electron/cli/main.ts'),
    'shell/egress-guard-register': join(root, 'electron/core/guard/egress-guard-register.ts'),
    ...Object.fromEntries(workerNames.map((name) => [`shell/workers/${name}`, join(root, `electron/core/workers/${name}.ts`)])),
  }
}

/** Builds into `outDir`. Packages stay packages: natives cannot be bundled, and licences stay beside their code. */
export async function buildNode(root: string, outDir: string, entries = nodeEntries(root)): Promise<void> {
  await build(nodeConfig(root, outDir, { input: entries, format: 'es', entryFileNames: '[name].js' }))
  // a sandboxed preload is one CommonJS file
  await build(
    nodeConfig(root, outDir, {
      input: { 'shell/preload': join(root, 'electron/shell/preload.ts') },
      format: 'cjs',
      entryFileNames: '[name].cjs',
    }),
  )
}

type Bundle = { input: Record<string, string>; format: 'es' | 'cjs'; entryFileNames: string }

function nodeConfig(root: string, outDir: string, { input, format, entryFileNames }: Bundle): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'globalThis.__MARBRE_PACKAGED__': 'true' },
    ssr: { external: [...packages(root), 'electron'], noExternal: [] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input,
        external: [/^node:/, 'electron', ...packages(root).map((name) => new RegExp(`^${name}(/|$)`))],
        output: { format, entryFileNames, chunkFileNames: 'shell/[name]-[hash].js' },
      },
    },
  }
}

function packages(root: string): string[] {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(manifest.dependencies)
}
