// The first ten minutes again, in a network namespace that holds nothing but loopback: nothing can leave, nothing is missed.
import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { say } from './say.ts'
import { noBrowser } from './stage.ts'

const walk = join(import.meta.dirname, 'journeys', 'run-first-ten-minutes.ts')

/** Why a namespace cannot be made here, or null. */
function hindrance(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s'
  try {
    execFileSync('unshare', ['-rn', 'sh', '-c', 'ip link set lo up'], { stdio: 'ignore', timeout: 10_000 })
    return null
  } catch {
    return 'unshare -rn, or ip, is not permitted on this machine'
  }
}

const why = hindrance()
if (why !== null) console.log(`The run without a network is skipped: ${why}.`)

function runWithoutNetwork(): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', ['-rn', 'sh', '-c', 'ip link set lo up && exec "$0" "$1"', process.execPath, walk], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

describe.skipIf(noBrowser || why !== null)('with no way out', () => {
  test('the whole journey passes, and the seal says nothing left nor tried to', async () => {
    const { code, out, err } = await runWithoutNetwork()
    expect(code, err.slice(-2000)).toBe(0)
    const seen: unknown = JSON.parse(out.trim().split('\n').at(-1) ?? '')
    expect(seen).toMatchObject({ interfaces: ['lo'], copied: true, witness: { errors: [], strangers: [] } })
    const sealed = say('frame.sealHost', { outs: say('frame.outs', { count: 0 }) })
    expect(seen).toMatchObject({ seal: expect.stringContaining(sealed) as unknown, network: { out: 0, blocked: 0 } })
  })
})
