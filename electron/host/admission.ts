// Who may enter the loopback host: single-use links exchanged for a session.
// It must not know HTTP servers, the desk, or the page.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a link printed in the terminal stays good, in milliseconds. */
export const linkLifetime = 60_000
/** One person, a few windows: beyond this the oldest session ends. */
const mostSessions = 8

export type Admission = {
  /** A fresh 256-bit secret for `/?token=…`, good once within `linkLifetime`. Earlier links end. */
  issueToken(): string
  /** The session a token is exchanged for, or null when it is unknown, used or expired. */
  redeem(token: string): string | null
  /** Whether a `Cookie` header holds a live session under `cookieName`. */
  admits(cookieHeader: string | undefined, cookieName: string): boolean
}

type Ports = { clock: () => Date; secret?: () => string }

/** Keeps hashes only: neither a token nor a session can be read back from memory by name. */
export function makeAdmission({ clock, secret = freshSecret }: Ports): Admission {
  let link: { hash: Buffer; until: number } | null = null
  const sessions: Buffer[] = []
  return {
    issueToken() {
      const token = secret()
      link = { hash: digest(token), until: clock().getTime() + linkLifetime }
      return token
    },
    redeem(token) {
      if (link === null || !timingSafeEqual(link.hash, digest(token))) return null
      const expired = clock().getTime() > link.until
      link = null
      if (expired) return null
      const session = secret()
      sessions.push(digest(session))
      if (sessions.length > mostSessions) sessions.shift()
      return session
    },
    admits(cookieHeader, cookieName) {
      const offered = cookieValues(cookieHeader, cookieName).map(digest)
      return offered.some((hash) => sessions.some((session) => timingSafeEqual(session, hash)))
    },
  }
}

function freshSecret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}

function cookieValues(header: string | undefined, name: string): string[] {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1))
}
