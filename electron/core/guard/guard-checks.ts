// The doctor's checks of the machine and its walls: node, folder, disk, lock, egress, policy, log.
// It must not know the database, the ledger or engines: their checks are handed to the doctor by others.
import { readFileSync, readdirSync, statSync, statfsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import type { DoctorCheck, DoctorLevel } from './doctor.ts'
import { parseLock } from './desk-lock.ts'
import { rehearsal } from './egress-gate.ts'
import { isEgressGuarded } from './egress-guard.ts'
import { hasCode } from './has-code.ts'
import { loadPolicy, policyPaths } from './policy.ts'
import type { PolicySource } from './policy.ts'
import { isAlive } from './process-alive.ts'

const oldestNode: readonly [number, number] = [22, 18]
const megabyte = 1024 * 1024

/** Node runs `.ts` without a flag from 22.18 on. `version`: `process.versions.node`. */
export function nodeCheck(version: string): DoctorCheck {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  return { check: 'node', run: () => ({ level: recent ? 'green' : 'red', details: { version } }) }
}

/** Whether the data folder is closed to other accounts. */
export function folderCheck(folder: string): DoctorCheck {
  const run: DoctorCheck['run'] = () => {
    const stat = statSync(folder)
    if (!stat.isDirectory()) return { level: 'red', details: { folder: false } }
    // Windows has access lists instead, which a folder under %LOCALAPPDATA% inherits.
    if (process.platform === 'win32') return { level: 'green', details: { mode: 'acl' } }
    const mode = stat.mode & 0o777
    return { level: (mode & 0o077) === 0 ? 'green' : 'orange', details: { mode: mode.toString(8).padStart(4, '0') } }
  }
  return { check: 'data-folder', run }
}

/** Free space where the desk lives: red under 200 MB (a backup before migrating no longer fits), orange under 1 GB. */
export function diskCheck(folder: string): DoctorCheck {
  const run: DoctorCheck['run'] = () => {
    const { bavail, bsize } = statfsSync(folder)
    const freeMb = Math.floor((bavail * bsize) / megabyte)
    const level: DoctorLevel = freeMb < 200 ? 'red' : freeMb < 1024 ? 'orange' : 'green'
    return { level, details: { freeMb } }
  }
  return { check: 'disk', run }
}

/** Who owns the desk. A lock whose owner is gone is orange: the next start takes it over. */
export function lockCheck(folder: string): DoctorCheck {
  const run: DoctorCheck['run'] = () => {
    let text: string
    try {
      text = readFileSync(join(folder, 'desk.lock'), 'utf8')
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return { level: 'green', details: { locked: false } }
      throw error
    }
    const owner = parseLock(text)
    if (owner === null) return { level: 'orange', details: { locked: true, readable: false } }
    const alive = isAlive(owner.pid, owner.start)
    return { level: alive ? 'green' : 'orange', details: { locked: true, alive, pid: owner.pid, own: owner.pid === process.pid } }
  }
  return { check: 'lock', run }
}

function knock(): Promise<string> {
  return new Promise((done) => {
    const socket = connect(rehearsal)
    const end = (outcome: string): void => {
      socket.destroy()
      done(outcome)
    }
    socket.once('error', (error) => end(hasCode(error, 'EEGRESS') ? 'refused' : 'passed'))
    socket.once('connect', () => end('passed'))
  })
}

/** Knocks at a TEST-NET address through the guard and expects to be refused; without a guard it does not even knock. */
export function egressCheck(): DoctorCheck {
  const run: DoctorCheck['run'] = async () => {
    if (!isEgressGuarded()) return { level: 'red', details: { guard: false } }
    const outcome = await knock()
    return { level: outcome === 'refused' ? 'green' : 'red', details: { guard: true, outcome } }
  }
  return { check: 'egress-guard', run }
}

/** Whether the policy in force can be read. Its absence is green: then everything local is allowed, no remote host is. */
export function policyCheck(source: PolicySource): DoctorCheck {
  // Which place, not which path: a path under a home folder names a person.
  const from = (file: string): string => (policyPaths(source.platform, source.env).includes(file) ? 'machine' : 'environment')
  const run: DoctorCheck['run'] = () => {
    try {
      const { policy, file } = loadPolicy(source)
      return { level: 'green', details: { from: file === null ? 'none' : from(file), onPremiseHosts: policy.onPremiseHosts.length } }
    } catch (error) {
      if (!(error instanceof DeskError)) throw error
      const { file, at } = error.details
      return { level: 'red', details: { from: from(String(file)), at: String(at), error: error.code } }
    }
  }
  return { check: 'policy', run }
}

/** The log's weight: rotation keeps it under 25 MB; more says that rotating fails. */
export function logCheck(folder: string): DoctorCheck {
  const run: DoctorCheck['run'] = () => {
    let names: string[] = []
    try {
      names = readdirSync(folder).filter((name) => /^marbre(\.\d+)?\.log$/.test(name))
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
    }
    const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    return { level: bytes > 26 * megabyte ? 'orange' : 'green', details: { files: names.length, bytes } }
  }
  return { check: 'log', run }
}

/** What the guard's checks look at. `data`: the desk's folder; `logs`: where the log is written. */
export type GuardPlaces = { readonly data: string; readonly logs: string; readonly policy: PolicySource; readonly nodeVersion: string }

/** All checks of this room, in the order they are read. */
export function guardChecks({ data, logs, policy, nodeVersion }: GuardPlaces): DoctorCheck[] {
  return [nodeCheck(nodeVersion), folderCheck(data), diskCheck(data), lockCheck(data), egressCheck(), policyCheck(policy), logCheck(logs)]
}
