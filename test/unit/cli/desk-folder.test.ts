import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { answer, freshFolder, marbre, startMarbre } from './run-marbre.ts'

const minutes = 600_000
const page = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer', 'index.html')

describe("the desk's folder", () => {
  it(
    'starts empty, with one person',
    async () => {
      const { data } = freshFolder()
      expect(await answer(data, 'articles', 'list')).toEqual([])
      expect(await answer(data, 'person', 'list')).toMatchObject([{ id: 'me', roles: ['journalist', 'referent'] }])
      expect(await answer(data, 'person', 'add', 'lea', '--name', 'Léa Morin', '--role', 'journalist')).toMatchObject({
        id: 'lea',
        name: 'Léa Morin',
        roles: ['journalist'],
      })
      expect(await answer<unknown[]>(data, 'person', 'list')).toHaveLength(2)
    },
    minutes,
  )

  it(
    'is refused where a cloud would carry it away',
    async () => {
      const { folder } = freshFolder()
      const data = join(folder, 'Dropbox', 'marbre')
      const ran = await marbre(['articles', 'list', '--data', data, '--json'])
      expect([ran.code, ran.out]).toEqual([1, ''])
      expect(ran.lastLine).toMatch(/^marbre: data folder: .* \[synced-folder\]$/)
      expect(existsSync(data)).toBe(false)
    },
    minutes,
  )

  it(
    'has one owner: a second process is refused, and doctor still answers',
    async () => {
      const { data } = freshFolder()
      await answer(data, 'articles', 'list')
      // This test's own process holds the lock: alive, and not the one that asks.
      writeFileSync(join(data, 'desk.lock'), JSON.stringify({ pid: process.pid, start: null, at: '', token: 'test' }))
      const ran = await marbre(['articles', 'list', '--data', data, '--json'])
      expect([ran.code, ran.out]).toEqual([1, ''])
      expect(ran.lastLine).toContain(`process ${process.pid}`)
      expect(ran.lastLine).toContain('[desk-in-use]')
      const report = join(data, '..', 'doctor.json')
      const doctor = await marbre(['doctor', '--report', report, '--data', data, '--json'])
      const { lines } = JSON.parse(doctor.out) as { lines: { check: string; level: string; details: object }[] }
      expect(lines).toContainEqual({ check: 'desk', level: 'orange', details: { error: 'desk-in-use' } })
      expect(lines.filter(({ level }) => level === 'red')).toEqual([])
      expect(doctor.code).toBe(0)
      expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ level: 'orange' })
    },
    minutes,
  )

  it(
    'takes the sample newsroom once',
    async () => {
      const { data } = freshFolder()
      expect(await answer(data, 'sample', 'load')).toMatchObject({ articles: 66 })
      const again = await marbre(['sample', 'load', '--data', data, '--json'])
      expect([again.code, again.out]).toEqual([1, ''])
      expect(again.lastLine).toContain('[bad-input]')
      const doctor = await marbre(['doctor', '--data', data, '--json'])
      expect([doctor.code, doctor.lastLine]).toEqual([0, ''])
      expect(doctor.out).not.toContain('Courrier')
    },
    minutes,
  )
})

describe('policy', () => {
  it(
    'check says where a file is wrong, and such a file stops every command',
    async () => {
      const { folder, data } = freshFolder()
      const file = join(folder, 'policy.json')
      writeFileSync(file, JSON.stringify({ version: 1, allowSyncedFolder: true }))
      const good = await marbre(['policy', 'check', file, '--json'])
      expect(good.code).toBe(0)
      expect(JSON.parse(good.out)).toMatchObject({ level: 'orange' })
      writeFileSync(file, JSON.stringify({ version: 1, retentionDays: { coments: 3 } }))
      const bad = await marbre(['policy', 'check', file, '--json'])
      expect(bad.code).toBe(1)
      expect(JSON.parse(bad.out)).toMatchObject({
        level: 'red',
        lines: [{ level: 'red', details: { at: 'retentionDays.coments', why: 'unknown-key' } }],
      })
      expect(bad.lastLine).toBe('marbre: policy: at retentionDays.coments: unknown-key [policy-invalid]')
      if (existsSync('/etc/marbre/policy.json')) return
      const stopped = await marbre(['articles', 'list', '--data', data], { MARBRE_POLICY: file })
      expect([stopped.code, existsSync(data)]).toEqual([1, false])
      expect(stopped.lastLine).toContain('[policy-invalid]')
      const doctor = await marbre(['doctor', '--data', data, '--json'], { MARBRE_POLICY: file })
      expect(doctor.code).toBe(1)
      expect(doctor.lastLine).toContain('policy')
    },
    minutes,
  )
})

// `npm test` builds the page first
describe.skipIf(!existsSync(page))('serve', () => {
  it(
    'prints its link and process, answers on loopback, and closes the desk when told to stop',
    async () => {
      const { data } = freshFolder()
      const serving = startMarbre(['serve', '--no-open', '--json', '--data', data])
      for (let turn = 0; serving.out() === '' && serving.child.exitCode === null && turn < 1200; turn += 1) await wait(100)
      const { url, pid } = JSON.parse(serving.out()) as { url: string; pid: number }
      expect(pid).toBe(serving.child.pid)
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/)
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(303)
      expect((await marbre(['articles', 'list', '--data', data])).lastLine).toContain('[desk-in-use]')
      serving.child.kill('SIGTERM')
      expect(await serving.ended).toMatchObject({ code: 0 })
      expect(existsSync(join(data, 'desk.lock'))).toBe(false)
    },
    minutes,
  )
})
