// The Node bundles as the package carries them: every worker starts from the built output with plain Node.
// It must not know what the workers compute.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workerNames } from '../../../electron/core/workers/worker-files.ts'
import { buildNode, nodeEntries } from '../../../scripts/node-bundles.ts'

const root = join(import.meta.dirname, '..', '..', '..')
// inside the project, so that the bundles find its packages; named per process, so that runs do not meet
const outDir = join(root, 'build-output', `test-${process.pid}`)

beforeAll(async () => {
  await mkdir(outDir, { recursive: true })
  await buildNode(root, outDir)
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

/** Runs a module of the built output's folder in plain Node. */
function runNode(source: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--no-strip-types', '--eval', source],
      { cwd: outDir, timeout: 60_000 },
      (error, stdout, stderr) => {
        resolve({ code: error ? 1 : 0, output: stdout + stderr })
      },
    )
  })
}

test('the table names at least four workers', () => {
  expect(workerNames.length).toBeGreaterThanOrEqual(4)
})

test.each(workerNames)('the worker %s starts from the built output, behind the built guard', async (name) => {
  const file = join(outDir, 'shell', 'workers', `${name}.js`)
  const guard = pathToFileURL(join(outDir, 'shell', 'egress-guard-register.js')).href
  // Piscina imports a worker file when the first task comes: what the task answers to nonsense is not the question here
  const { code, output } = await runNode(`
    import { Worker } from 'node:worker_threads'
    const code = 'data:text/javascript,' + encodeURIComponent(\`
      import { parentPort } from 'node:worker_threads'
      const loaded = await import(${JSON.stringify(pathToFileURL(file).href)})
      const refused = await fetch('http://192.0.2.1/').then(() => 'sent', (error) => error.cause?.code ?? error.code)
      parentPort.postMessage([typeof loaded.run, refused])
    \`)
    const worker = new Worker(new URL(code), { execArgv: ['--import', ${JSON.stringify(guard)}] })
    worker.on('message', (message) => { console.log(JSON.stringify(message)); worker.terminate() })
    worker.on('error', (error) => { console.error(error); process.exit(1) })
  `)
  expect(output.trim()).toBe('["function","EEGRESS"]')
  expect(code).toBe(0)
})

test('Piscina finds and runs a built worker by the table', async () => {
  const { output } = await runNode(`
    import { Piscina } from 'piscina'
    const pool = new Piscina({ filename: ${JSON.stringify(join(outDir, 'shell', 'workers', 'extract.js'))}, name: 'run' })
    await pool.run(null).then((value) => console.log('ran', typeof value), (error) => console.log('ran', error.name))
    await pool.destroy()
  `)
  expect(output).toMatch(/^ran /)
  expect(output).not.toMatch(/not a function|does not export/)
  expect(output).not.toMatch(/ERR_MODULE_NOT_FOUND|Cannot find/)
})

test('every entry is there, and the preload is one CommonJS file', async () => {
  for (const name of Object.keys(nodeEntries(root))) expect([name, existsSync(join(outDir, `${name}.js`))]).toEqual([name, true])
  const preload = await readFile(join(outDir, 'shell', 'preload.cjs'), 'utf8')
  expect(preload).toMatch(/require\("electron"\)/)
  expect(preload.match(/require\(/g)).toHaveLength(1)
  expect(preload).not.toMatch(/^import |^export /m)
})

test('the core knows that it is packaged', async () => {
  const names = (await readdir(join(outDir, 'shell'))).filter((name) => name.endsWith('.js'))
  const texts = await Promise.all(names.map((name) => readFile(join(outDir, 'shell', name), 'utf8')))
  expect(texts.filter((text) => text.includes('__MARBRE_PACKAGED__')).length).toBe(0)
  // beside `shell/workers`, wherever the bundler put the table
  expect(texts.filter((text) => text.includes('./workers/')).length).toBeGreaterThan(0)
})

test('the built command line answers', async () => {
  await symlink(join(root, 'resources'), join(outDir, 'resources')).catch(() => undefined)
  await writeFile(join(outDir, 'package.json'), '{"type":"module"}')
  const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [join(outDir, 'shell', 'cli.js'), '--help'], { timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, output: stdout + stderr }),
    )
  })
  expect(output).toContain('ledger')
  expect(code).toBe(0)
})
