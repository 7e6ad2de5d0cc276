// Reads a file of the built renderer by its URL path, and nothing outside that folder.
// It must not know HTTP, Electron, or who asks.
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

/** Exact types of what a build emits; any other extension is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

export type RendererFile = { bytes: Buffer; mime: string }

/** The path under `root` that a URL path names, or null when it escapes, is malformed or has an unknown type. */
export function rendererPath(root: string, pathname: string): string | null {
  const decoded = decodePath(pathname)
  if (decoded === null || !decoded.startsWith('/')) return null
  // the page's routes live in its hash: the only address without a file name is the page itself
  const wanted = decoded === '/' ? '/index.html' : decoded
  if (mimeTypes[extname(wanted)] === undefined) return null
  const base = resolve(root)
  const path = resolve(join(base, wanted))
  return path.startsWith(base + sep) ? path : null
}

/** The file, or null. Symbolic links that lead out of `root` are refused too. */
export async function readRendererFile(root: string, pathname: string): Promise<RendererFile | null> {
  const path = rendererPath(root, pathname)
  if (path === null) return null
  try {
    const [real, base] = await Promise.all([realpath(path), realpath(root)])
    if (!real.startsWith(base + sep)) return null
    return { bytes: await readFile(real), mime: mimeTypes[extname(path)] ?? 'application/octet-stream' }
  } catch {
    return null
  }
}

function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname)
    // a hidden file, a drive or stream (`C:`), a backslash or a parent step is never ours
    const refused = /[\0-\x1f\\:]/.test(decoded) || decoded.split('/').some((part) => part.startsWith('.'))
    return refused ? null : decoded
  } catch {
    return null
  }
}
