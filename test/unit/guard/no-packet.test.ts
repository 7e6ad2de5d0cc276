// What the guard refuses is refused before the kernel hears of it: seen by strace, where it is installed and allowed.
// It must not know how the room does it: only what goes in and what comes out.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const traceable = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
const registerPath = join(import.meta.dirname, '../../../electron/core/guard/egress-guard-register.ts')
const script = `
  import net from 'node:net'; import dns from 'node:dns'; import dgram from 'node:dgram'; import https from 'node:https'
  const done = () => {}
  for (const host of ['192.0.2.1', '127.0.0.1.example.org', '0.0.0.0', '::ffff:8.8.8.8', '2130706433']) net.connect(80, host).on('error', done)
  fetch('https://example.org').catch(done)
  https.get('https://example.org').on('error', done)
  dns.resolve4('example.org', done)
  dns.promises.resolveTxt('example.org').catch(done)
  dns.promises.lookup('example.org').catch(done)
  try { dgram.createSocket('udp4').send('x', 53, '8.8.8.8') } catch {}
  new WebSocket('ws://192.0.2.1').onerror = done
  net.connect(1, '127.0.0.1').on('error', () => setTimeout(() => process.exit(), 300))
`

it.skipIf(!traceable)('sends no packet but to loopback', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-strace-'))
  writeFileSync(join(folder, 'tries.mjs'), script)
  const trace = join(folder, 'trace.txt')
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg'
  execFileSync('strace', ['-f', '-e', calls, '-o', trace, process.execPath, '--import', registerPath, join(folder, 'tries.mjs')])
  const internet = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes('AF_INET'))
  rmSync(folder, { recursive: true, force: true })
  expect(internet.filter((line) => !line.includes('inet_addr("127.0.0.1")'))).toEqual([])
  expect(internet.length).toBeGreaterThan(0)
})
