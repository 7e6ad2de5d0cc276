// One owner at a time, also when many processes find the same dead lock at once.
// It must not know how the room does it: only what goes in and what comes out.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireDeskLock, parseLock } from '../../../electron/core/guard/desk-lock.ts'
import { isAlive, processStart } from '../../../electron/core/guard/process-alive.ts'

const clock = () => new Date('2026-11-22T10:00:00Z')
let dir = ''
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'marbre-lock-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))
const inUse = (pid: number) => expect.objectContaining({ code: 'desk-in-use', details: { pid } })
const nobody = 4_194_301
const deadLock = (token: string, pid = nobody, start: string | null = '1') => `${JSON.stringify({ pid, start, at: 'x', token })}\n`
const plant = (text: string) => writeFileSync(join(dir, 'desk.lock'), text)
const claimOf = (text: string) => join(dir, `desk.lock.${createHash('sha256').update(text).digest('hex').slice(0, 24)}`)

describe('acquireDeskLock', () => {
  it('names its owner, refuses a second one, and is given up once', () => {
    const release = acquireDeskLock(dir, clock)
    expect(parseLock(readFileSync(join(dir, 'desk.lock'), 'utf8'))).toMatchObject({ pid: process.pid, start: processStart(process.pid) })
    expect(() => acquireDeskLock(dir, clock)).toThrow(inUse(process.pid))
    release()
    expect(readdirSync(dir)).toEqual([])
    const again = acquireDeskLock(dir, clock)
    release()
    expect(readdirSync(dir)).toEqual(['desk.lock'])
    again()
  })

  it.each([
    ['of a process that is gone', deadLock('a')],
    ['half written by a crash', '{"pid": 12'],
    ['empty', ''],
  ])('takes over a lock %s', (_, text) => {
    plant(text)
    const release = acquireDeskLock(dir, clock)
    expect(readdirSync(dir)).toEqual(['desk.lock'])
    release()
    expect(readdirSync(dir)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('takes over the lock of another process that had the same number', () => {
    plant(deadLock('a', process.pid, '1'))
    acquireDeskLock(dir, clock)()
    plant(deadLock('a', process.pid, processStart(process.pid)))
    expect(() => acquireDeskLock(dir, clock)).toThrow(inUse(process.pid))
    plant(deadLock('a', process.pid, null))
    expect(() => acquireDeskLock(dir, clock)).toThrow(inUse(process.pid))
  })

  it('succeeds one that died while taking over, but not one that lives', () => {
    const first = deadLock('first')
    const second = deadLock('second')
    plant(first)
    writeFileSync(claimOf(first), second)
    acquireDeskLock(dir, clock)()
    expect(readdirSync(dir)).toEqual([])
    plant(first)
    writeFileSync(claimOf(first), second)
    writeFileSync(claimOf(second), deadLock('third', process.pid, processStart(process.pid)))
    expect(() => acquireDeskLock(dir, clock)).toThrow(inUse(process.pid))
    expect(readFileSync(join(dir, 'desk.lock'), 'utf8')).toBe(first)
  })

  it('lets exactly one of many processes take over the same dead lock', async () => {
    for (let round = 0; round < 3; round += 1) {
      plant(deadLock(`round ${round}`))
      const racers: ChildProcess[] = []
      const said = await Promise.all(
        Array.from({ length: 6 }, async () => {
          const racer = spawn(process.execPath, [join(import.meta.dirname, 'lock-racer.ts'), dir], { stdio: ['pipe', 'pipe', 'inherit'] })
          racers.push(racer)
          if (racer.stdout === null) throw new Error('no output')
          const [data] = (await once(racer.stdout, 'data')) as [Buffer]
          return data.toString().trim()
        }),
      )
      expect(said.sort()).toEqual(['desk-in-use', 'desk-in-use', 'desk-in-use', 'desk-in-use', 'desk-in-use', 'held'])
      expect(readdirSync(dir)).toEqual(['desk.lock'])
      for (const racer of racers) {
        const gone = racer.exitCode === null && racer.signalCode === null ? once(racer, 'exit') : null
        racer.kill('SIGKILL')
        await gone
      }
    }
    // The last owner was killed: its lock is dead, and free.
    acquireDeskLock(dir, clock)()
  })
})

describe('isAlive', () => {
  it('knows this process and no other', () => {
    expect(isAlive(process.pid, processStart(process.pid))).toBe(true)
    expect(isAlive(nobody, null)).toBe(false)
  })
})
