// The doctor says the worst of what its checks found; the guard's own checks see what they claim to see.
// It must not know how the room does it: only what goes in and what comes out.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireDeskLock } from '../../../electron/core/guard/desk-lock.ts'
import { runDoctor } from '../../../electron/core/guard/doctor.ts'
import type { DoctorCheck } from '../../../electron/core/guard/doctor.ts'
import { installEgressGuard } from '../../../electron/core/guard/egress-guard.ts'
import { signEgressReport, verifyEgressReport } from '../../../electron/core/guard/egress-report.ts'
import { egressCheck, folderCheck, guardChecks, lockCheck, nodeCheck, policyCheck } from '../../../electron/core/guard/guard-checks.ts'
import { createKey, signerOf } from '../../../electron/core/ledger/sign.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import { doctorReportSchema } from '../../../shared/domain/network.ts'

const clock = () => new Date('2026-11-22T10:00:00Z')
const noFile = () => {
  throw Object.assign(new Error('no'), { code: 'ENOENT' })
}
let dir = ''
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'marbre-doctor-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('runDoctor', () => {
  it('is as bad as its worst line, and a check that throws is red without its message', async () => {
    const line = (level: 'green' | 'orange'): DoctorCheck => ({ check: level, run: () => ({ level, details: {} }) })
    const throwing = (error: Error): DoctorCheck => ({ check: 'x', run: () => Promise.reject(error) })
    expect((await runDoctor([], clock)).level).toBe('green')
    expect((await runDoctor([line('orange'), line('green')], clock)).level).toBe('orange')
    const bad = await runDoctor([throwing(new Error('le texte')), throwing(new DeskError('ledger-broken', 'x', 'y'))], clock)
    expect(bad.lines.map(({ details }) => details)).toEqual([{ error: 'internal' }, { error: 'ledger-broken' }])
    expect(bad.level).toBe('red')
  })
})

describe("the guard's checks", () => {
  it('see no guard, then the guard, without counting the knock', async () => {
    expect(await egressCheck().run()).toEqual({ level: 'red', details: { guard: false } })
    const report = installEgressGuard({ shell: 'cli', clock, allowHosts: [] })
    expect(await egressCheck().run()).toEqual({ level: 'green', details: { guard: true, outcome: 'refused' } })
    expect(report()).toMatchObject({ out: 0, blocked: 0, last: null })
  })

  it('are green on a sound machine, and typed', async () => {
    installEgressGuard({ shell: 'cli', clock, allowHosts: [] })
    const policy = { platform: 'linux', env: {}, readFile: noFile } as const
    const report = await runDoctor(guardChecks({ data: dir, logs: join(dir, 'logs'), policy, nodeVersion: process.versions.node }), clock)
    expect(doctorReportSchema.parse(report)).toEqual(report)
    expect(report.lines.map(({ check }) => check)).toEqual(['node', 'data-folder', 'disk', 'lock', 'egress-guard', 'policy', 'log'])
    expect(report.lines.filter(({ check, level }) => check !== 'disk' && level !== 'green')).toEqual([])
  })

  it('see an old Node, an open folder, a dead lock and a broken policy', async () => {
    expect(await nodeCheck('20.20.2').run()).toMatchObject({ level: 'red' })
    expect(await nodeCheck('22.18.0').run()).toMatchObject({ level: 'green' })
    if (process.platform !== 'win32') {
      chmodSync(dir, 0o755)
      expect(await folderCheck(dir).run()).toEqual({ level: 'orange', details: { mode: '0755' } })
    }
    await expect((async () => folderCheck(join(dir, 'none')).run())()).rejects.toThrow()
    const release = acquireDeskLock(dir, clock)
    expect(await lockCheck(dir).run()).toMatchObject({ level: 'green', details: { alive: true, own: true } })
    release()
    writeFileSync(join(dir, 'desk.lock'), JSON.stringify({ pid: 4_194_301, start: '1', at: '', token: '' }))
    expect(await lockCheck(dir).run()).toMatchObject({ level: 'orange', details: { alive: false } })
    const broken = policyCheck({
      platform: 'linux',
      env: { MARBRE_POLICY: '/p' },
      readFile: (path) => (path === '/p' ? '{"version":3}' : noFile()),
    })
    expect(await broken.run()).toEqual({ level: 'red', details: { from: 'environment', at: 'version', error: 'policy-invalid' } })
  })
})

describe('the egress report', () => {
  it('is signed, and any change in it shows', async () => {
    const report = installEgressGuard({ shell: 'window', clock, allowHosts: [] })
    await new Promise((done) => connect(80, '198.51.100.7').once('error', done))
    const signer = signerOf(createKey())
    const json = JSON.stringify(await signEgressReport('desk-1', report(), clock(), signer))
    expect(verifyEgressReport(json)).toMatchObject({ desk: 'desk-1', key: signer.key, report: { shell: 'window', out: 0, blocked: 1 } })
    expect(verifyEgressReport(json.replace('blocked\\":1', 'blocked\\":0'))).toBeNull()
    expect(verifyEgressReport(json.replace(signer.key, '0'.repeat(64)))).toBeNull()
    expect(() => verifyEgressReport('{}')).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(() => verifyEgressReport('{')).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })
})
