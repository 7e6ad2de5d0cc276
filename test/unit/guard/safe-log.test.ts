// The log holds codes, counts, milliseconds and ids, whatever it is given.
// It must not know how the room does it: only what goes in and what comes out.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { framesOf, loggableId, openSafeLog, safeLine } from '../../../electron/core/guard/safe-log.ts'
import type { LogLine } from '../../../electron/core/guard/log-fields.ts'

const at = new Date('2026-11-22T10:00:00Z')
const canary = 'perroquet orange du phare'
let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'marbre-log-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('safeLine', () => {
  it('keeps what the lists allow', () => {
    const line: LogLine = { level: 'info', code: 'import.finished', counts: { imported: 12, rejected: 1 }, ms: 40.5, ids: { job: '12' } }
    expect(JSON.parse(safeLine(line, at))).toEqual({ time: at.toISOString(), ...line })
  })

  it('drops everything else, wherever it hides', () => {
    const hidden = {
      level: canary,
      code: canary,
      message: canary,
      counts: { imported: canary, [canary]: 3, items: Number.NaN },
      ms: canary,
      ids: { article: canary, [canary]: 'x', run: { canary } },
      frames: [canary, `/home/${canary}/x.ts:1:1`, 3],
    }
    // @ts-expect-error a line with any other field or value does not compile
    const wrong: LogLine = hidden
    const text = safeLine(wrong, at)
    expect(text).not.toContain('perroquet')
    expect(JSON.parse(text)).toEqual({ time: at.toISOString(), level: 'error', code: 'unlisted', ids: { article: loggableId(canary) } })
    // @ts-expect-error neither does a message
    expect(safeLine({ level: 'info', code: 'internal', message: canary }, at)).not.toContain('perroquet')
  })
})

describe('loggableId', () => {
  it('keeps what Marbre made and hashes what may speak', () => {
    const own = ['0199f1c2-7a40-7000-8000-000000000001', 'x-0123456789abcdef', 'ab'.repeat(32), '42', 'art-12']
    for (const id of own) expect(loggableId(id)).toBe(id)
    for (const id of ['le-maire-mis-en-examen', 'a b', 'x'.repeat(65), 'secret.docx', ''])
      expect(loggableId(id)).toMatch(/^h-[0-9a-f]{16}$/)
  })
})

describe('framesOf', () => {
  it('gives places in code, without the message', () => {
    const error = new Error(`Unexpected token at electron/core/x.ts:1:1 in "${canary}"\n    at ${canary} (/x/electron/core/y.ts:1:1)`)
    const frames = framesOf(error)
    expect(JSON.stringify(frames)).not.toContain('perroquet')
    expect(framesOf('no error')).toEqual([])
    error.stack = `Error: ${canary}\n    at read (file:///home/lea/marbre/electron/core/readers/csv.ts:12:3)\n    at node:internal/x:1:2`
    expect(framesOf(error)).toEqual(['electron/core/readers/csv.ts:12:3', 'node:internal/x:1:2'])
  })
})

describe('openSafeLog', () => {
  it('rotates over five files, each within its size, for the owner only', () => {
    const log = openSafeLog({ folder: join(folder, 'logs'), clock: () => at, maxBytes: 500 })
    for (let seq = 0; seq < 60; seq += 1) log({ level: 'info', code: 'job.finished', counts: { seq } })
    const names = readdirSync(join(folder, 'logs')).sort()
    expect(names).toEqual(['marbre.1.log', 'marbre.2.log', 'marbre.3.log', 'marbre.4.log', 'marbre.log'])
    for (const name of names) expect(statSync(join(folder, 'logs', name)).size).toBeLessThanOrEqual(500)
    const last =
      readFileSync(join(folder, 'logs', 'marbre.log'), 'utf8')
        .trim()
        .split('\n')
        .at(-1) ?? ''
    expect(JSON.parse(last)).toMatchObject({ counts: { seq: 59 } })
    if (process.platform !== 'win32') expect(statSync(join(folder, 'logs', 'marbre.log')).mode & 0o777).toBe(0o600)
  })

  it('does not throw where it cannot write', () => {
    writeFileSync(join(folder, 'file'), '')
    const log = openSafeLog({ folder: join(folder, 'file'), clock: () => at })
    expect(() => log({ level: 'info', code: 'desk.opened' })).not.toThrow()
  })
})
