// Says which addresses are this machine's own, and reads `host:port` as a policy writes it.
// It must not know sockets, and never resolves a name.
import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Whether `address` is a literal loopback address: 127.0.0.0/8, ::1, or 127.0.0.0/8 mapped into IPv6.
 * Names, decimal, hex or octal spellings, `0.0.0.0`, `::` and scoped addresses are not: the resolver decides where those lead.
 */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address)
  // `::1%eth0` passes isIP; the zone could name another link.
  if (family === 0 || address.includes('%')) return false
  return loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** One on-premise host. `host`: lower-case name or address, without brackets. */
export type HostPort = { readonly host: string; readonly port: number }

/** Reads `llm.intra:8000`, `10.0.0.5:8000` or `[fd00::5]:8000`; null for anything else (no port, a URL, a wildcard). */
export function parseHostPort(text: string): HostPort | null {
  const found = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9]([a-z0-9.-]*[a-z0-9])?)):([0-9]{1,5})$/i.exec(text)
  const host = (found?.[1] ?? found?.[2] ?? '').toLowerCase()
  const port = Number(found?.[4] ?? 0)
  if (host === '' || port < 1 || port > 65_535) return null
  if (found?.[1] !== undefined && isIP(host) !== 6) return null
  // `010.0.0.1` or `0x7f.1` look like addresses and are names to the resolver: refused rather than guessed.
  return isIP(host) === 0 && /^[0-9.x]+$/.test(host) ? null : { host, port }
}

/** An on-premise host as the policy names it. */
export type OnPremiseHost = HostPort & { readonly tls: boolean }

/** Reads `llm.intra:8000` (http, but https on 443) or `https://llm.intra:8443`, as a policy names an on-premise host; null for anything else. */
export function parseOnPremiseHost(text: string): OnPremiseHost | null {
  const named = /^https:\/\//i.test(text)
  const parsed = parseHostPort(named ? text.slice('https://'.length) : text)
  return parsed === null ? null : { ...parsed, tls: named || parsed.port === 443 }
}
