// The live seal: attempts become events, the first at once, a burst gathered; nothing after it was stopped.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeskEvent } from '../../../shared/contract/events.ts'
import { mostAttempts } from '../../../shared/domain/most-attempts.ts'
import { createEgressGate } from '../../../electron/core/guard/egress-gate.ts'
import { tellNetwork } from '../../../electron/core/services/network-watch.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function watched() {
  const gate = createEgressGate({ shell: 'window', clock: () => new Date(), allowHosts: ['llm.intranet:8080'] })
  const events: DeskEvent[] = []
  const stop = tellNetwork({ emit: (event) => events.push(event) }, { report: gate.report, watch: gate.watch })
  return { gate, events, stop }
}

test('the first attempt is told at once, the ones that follow within a second are told together', () => {
  const { gate, events } = watched()
  gate.reach('example.org', 443, 'net.connect')
  expect(events).toMatchObject([{ type: 'network.changed', report: { blocked: 1 } }])
  for (let knock = 0; knock < 500; knock++) gate.reach('example.org', 443, 'net.connect')
  expect(events).toHaveLength(1)
  vi.advanceTimersByTime(1000)
  expect(events).toHaveLength(2)
  expect(events[1]).toMatchObject({ report: { blocked: 501 } })
  vi.advanceTimersByTime(60_000)
  expect(events).toHaveLength(2)
})

test('the report names the latest attempts, newest first, allowed or not, and forgets the oldest', () => {
  const { gate } = watched()
  gate.reach('llm.intranet', 8080, 'net.connect')
  gate.reachName('elsewhere.example', 'dns.lookup')
  expect(gate.report().attempts).toMatchObject([
    { host: 'elsewhere.example', port: null, api: 'dns.lookup', allowed: false },
    { host: 'llm.intranet', port: 8080, api: 'net.connect', allowed: true },
  ])
  for (let knock = 0; knock < mostAttempts; knock++) gate.reach('example.org', knock, 'net.connect')
  const { attempts, blocked } = gate.report()
  expect(attempts).toHaveLength(mostAttempts)
  expect(attempts[0]?.port).toBe(mostAttempts - 1)
  expect(blocked).toBe(mostAttempts + 1)
})

test('loopback is no attempt; once stopped, nothing is told', () => {
  const { gate, events, stop } = watched()
  gate.reach('127.0.0.1', 80, 'net.connect')
  expect(events).toHaveLength(0)
  stop()
  gate.reach('example.org', 443, 'net.connect')
  vi.advanceTimersByTime(5000)
  expect(events).toHaveLength(0)
})
