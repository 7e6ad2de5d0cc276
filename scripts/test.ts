// Runs the tests: `npm test` = unit + browser, `npm test -- long`, `npm test -- all`. The last line is the count.
// It must not know any test.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { addCounts, countsLine, countTests, type TestCounts } from './test-counts.ts'

const root = join(import.meta.dirname, '..')
const projects = ['unit', 'browser', 'long'] as const
type Project = (typeof projects)[number]

/** Runs one vitest project, its progress passing straight through. */
async function runProject(project: Project, more: readonly string[]): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-test-'))
  const report = join(folder, 'report.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [vitest, 'run', '--project', project, '--passWithNoTests', ...reporters, ...more]
  try {
    const code = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      child.on('error', () => resolve(1))
      child.on('exit', (status) => resolve(status ?? 1))
    })
    return countTests(readIfThere(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without Chromium every browser test is collected and skipped, or failed where it is required. */
async function runBrowser(filters: readonly string[]): Promise<TestCounts> {
  if (findChromium() !== null) return runProject('browser', filters)
  const counts = await runProject('browser', ['--testNamePattern', '(?!)', ...filters])
  if (process.env['MARBRE_REQUIRE_BROWSER'] !== '1') {
    console.log('The browser tests are skipped: no Chromium here (set MARBRE_CHROMIUM to its path).')
    return counts
  }
  console.log('The browser tests fail: MARBRE_REQUIRE_BROWSER=1 and no Chromium here.')
  return { passed: 0, failed: Math.max(1, counts.failed + counts.skipped), skipped: 0 }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const asked = process.argv.slice(2)
const named = projects.filter((project) => asked.includes(project) || asked.includes('all'))
const chosen: readonly Project[] = named.length > 0 ? named : ['unit', 'browser']
const filters = asked.filter((argument) => argument !== 'all' && !projects.some((project) => project === argument))
const counts: TestCounts[] = []
for (const project of chosen) counts.push(project === 'browser' ? await runBrowser(filters) : await runProject(project, filters))
const total = addCounts(counts)
// nothing run is nothing shown
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
console.log(countsLine(total))
