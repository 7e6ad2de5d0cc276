// What the package holds, made offline by electron-builder with a stand-in for Electron's own files.
// It must not know what the files do. Fuses need the real binary: they are flipped where releases are made.
import { execFile } from 'node:child_process'
import { access, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '../../../scripts/build.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const here = process.platform === 'linux' && process.arch === 'x64'
let folder: string
let files: string[]

beforeAll(async () => {
  if (!here) return
  folder = await mkdtemp(join(tmpdir(), 'marbre-package-'))
  await buildIfStale()
  await makeStandIn(join(folder, 'electron'))
  const config = {
    extends: join(root, 'electron-builder.yml'),
    electronDist: join(folder, 'electron'),
    electronFuses: null,
    directories: { output: join(folder, 'out') },
  }
  await writeFile(join(folder, 'config.json'), JSON.stringify(config))
  await packageDir(join(folder, 'config.json'))
  files = listPackage(join(folder, 'out', 'linux-unpacked', 'resources', 'app.asar'), { isPack: false })
}, 240_000)
afterAll(async () => {
  if (here) await rm(folder, { recursive: true, force: true })
})

async function makeStandIn(dir: string): Promise<void> {
  await mkdir(join(dir, 'resources'), { recursive: true })
  await copyFile('/bin/true', join(dir, 'electron'))
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))
  await writeFile(join(dir, 'version'), version)
  await writeFile(join(dir, 'LICENSE'), '')
}

function packageDir(config: string): Promise<void> {
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  // no proxy, no mirror: whatever it would download fails at once
  const env = { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9', ELECTRON_BUILDER_OFFLINE: 'true' }
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [builder, '--linux', 'dir', '--x64', '--config', config],
      { cwd: root, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${stdout}\n${stderr}`))
        else resolve()
      },
    )
  })
}

test.runIf(here)('one SQLite, one LanceDB, unpacked beside the archive', async () => {
  expect(files.filter((file) => file.includes('/prebuilds/') && file.endsWith('.node'))).toEqual([
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])
  const unpacked = join(folder, 'out', 'linux-unpacked', 'resources', 'app.asar.unpacked', 'node_modules')
  await access(join(unpacked, 'better-sqlite3', 'prebuilds', 'linux-x64.node'))
  await access(join(unpacked, '@lancedb', 'lancedb-linux-x64-gnu', 'lancedb.linux-x64-gnu.node'))
  expect(files.filter((file) => /\/lancedb-(?!linux-x64-gnu)/.test(file))).toEqual([])
})

test.runIf(here)('no Node, no stubs, no sources, tests or maps', () => {
  const refused = [
    /^\/node_modules\/node-(linux|win|darwin)/,
    /^\/node_modules\/(openai|@huggingface)\b/,
    /^\/(electron|renderer|shared|scripts|test|docs)\b/,
    /\.(ts|tsx|map)$/,
    /^\/\.|\/\.git/,
  ]
  for (const pattern of refused) expect(files.filter((file) => pattern.test(file))).toEqual([])
  expect(files.filter((file) => /^\/node_modules\/(electron|vite|vitest|typescript|playwright|oxlint|prettier)\b/.test(file))).toEqual([])
})

test.runIf(here)('the page, the shell, the workers and the resources', () => {
  for (const file of [
    '/dist/renderer/index.html',
    '/dist/shell/main.js',
    '/dist/shell/preload.cjs',
    '/dist/shell/core-entry.js',
    '/dist/shell/workers/extract.js',
    '/resources/charter.json',
    '/package.json',
  ]) {
    expect(files).toContain(file)
  }
})

test('the configuration closes the fuses and publishes nowhere', async () => {
  const text = await readFile(join(root, 'electron-builder.yml'), 'utf8')
  for (const line of [
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'onlyLoadAppFromAsar: true',
    'enableEmbeddedAsarIntegrityValidation: true',
    'grantFileProtocolExtraPrivileges: false',
    'publish: null',
    'npmRebuild: false',
    'perMachine: true',
    'hardenedRuntime: true',
  ]) {
    expect(text).toContain(line)
  }
})
