// What the scripts decide: which shell and why, whether the build is stale, what the tests counted.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseShell, findElectron, type Machine } from '../../../scripts/choose-shell.ts'
import { findChromium } from '../../../scripts/find-chromium.ts'
import { hashSources, isStale, writeStamp } from '../../../scripts/source-stamp.ts'
import { addCounts, countsLine, countTests } from '../../../scripts/test-counts.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'marbre-scripts-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('npm start', () => {
  const machine: Machine = { platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000, electron: '/e', hostAsked: false }

  test('opens the window where Electron and a display are', () => {
    expect(chooseShell(machine).shell).toBe('window')
    expect(chooseShell({ ...machine, env: {}, platform: 'win32', uid: null }).shell).toBe('window')
    expect(chooseShell({ ...machine, env: { WAYLAND_DISPLAY: 'w' } }).shell).toBe('window')
  })

  test('else serves the browser, and one sentence says why', () => {
    const cases: ReadonlyArray<readonly [Partial<Machine>, RegExp, boolean]> = [
      [{ electron: null }, /npm run window:install/, true],
      [{ env: {} }, /no display/, false],
      [{ env: { DISPLAY: '' } }, /no display/, false],
      [{ uid: 0 }, /root/, true],
      [{ hostAsked: true }, /--host/, true],
      [{ electron: null, env: { DISPLAY: ':10', SSH_CONNECTION: 'x' } }, /address below/, false],
    ]
    for (const [change, says, openBrowser] of cases) {
      const choice = chooseShell({ ...machine, ...change })
      expect([choice.shell, choice.openBrowser]).toEqual(['host', openBrowser])
      expect(choice.sentence).toMatch(says)
      expect(choice.sentence.split('\n')).toHaveLength(1)
    }
  })

  test('looks for the Electron binary and never fetches it', async () => {
    expect(findElectron(folder, {}, 'linux')).toBeNull()
    await mkdir(join(folder, 'node_modules', 'electron', 'dist'), { recursive: true })
    await writeFile(join(folder, 'node_modules', 'electron', 'dist', 'electron'), '')
    expect(findElectron(folder, {}, 'linux')).toBe(join(folder, 'node_modules', 'electron', 'dist', 'electron'))
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') }, 'linux')).toBeNull()
  })
})

describe('the build', () => {
  test('is stale after any change of a source, and only then', async () => {
    await mkdir(join(folder, 'electron', 'core'), { recursive: true })
    await writeFile(join(folder, 'electron', 'core', 'a.ts'), 'a')
    await writeFile(join(folder, 'package.json'), '{}')
    const [stamp, output] = [join(folder, 'dist', 'stamp'), join(folder, 'dist', 'index.html')]
    expect(isStale(folder, stamp, [output])).toBe(true)
    writeStamp(folder, stamp)
    expect(isStale(folder, stamp, [output])).toBe(true)
    await writeFile(output, '')
    expect(isStale(folder, stamp, [output])).toBe(false)
    const before = hashSources(folder)
    await writeFile(join(folder, 'electron', 'core', 'a.ts'), 'b')
    expect(isStale(folder, stamp, [output])).toBe(true)
    await writeFile(join(folder, 'electron', 'core', 'a.ts'), 'a')
    expect(hashSources(folder)).toBe(before)
    await writeFile(join(folder, 'electron', 'b.ts'), '')
    expect(isStale(folder, stamp, [output])).toBe(true)
    await rm(join(folder, 'electron', 'b.ts'))
    await writeFile(join(folder, 'package.json'), '{ }')
    expect(isStale(folder, stamp, [output])).toBe(true)
  })
})

describe('npm test', () => {
  const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) })
  const report = (...testResults: unknown[]) => JSON.stringify({ numTotalTests: 1, testResults })

  test('counts what vitest reported', () => {
    expect(countTests(report(file('passed', 'passed', 'passed', 'skipped', 'todo')), 0)).toEqual({ passed: 2, failed: 0, skipped: 2 })
    expect(countTests(report(file('failed', 'failed', 'passed')), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  test('counts as failed what broke without a failed test', () => {
    expect(countTests(report(file('failed')), 1).failed).toBe(1)
    expect(countTests(report(file('passed', 'passed')), 1).failed).toBe(1)
    expect(countTests(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countTests('{}', 0).failed).toBe(1)
  })

  test('ends with the agreed line', () => {
    expect(
      countsLine(
        addCounts([
          { passed: 1, failed: 0, skipped: 0 },
          { passed: 2, failed: 0, skipped: 0 },
        ]),
      ),
    ).toBe('3 passed, 0 failed')
    expect(countsLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped')
  })

  test('a named Chromium alone counts', () => {
    expect(findChromium({ MARBRE_CHROMIUM: join(folder, 'none') })).toBeNull()
    expect(findChromium({ MARBRE_CHROMIUM: folder })).toBe(folder)
  })
})
