// A desk's core alone in a process: opened, searched, left to rest; then its resident memory in bytes, one line of JSON.
// `node core-memory.ts FOLDER WORDS.json`. It must not know what the figure is held against.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDesk } from '../../electron/core/desk.ts'
import { directClient } from '../../electron/core/router/router.ts'

const [folder = '', words = ''] = process.argv.slice(2)
/** Workers at rest leave after 15 s. */
const rest = 18_000

/** Linux counts the pages of mapped files apart: the database's belong to the system's cache. */
function resident(): { total: number; mapped: number } {
  const read = (name: string): number => {
    const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)
    return Number(line?.[1] ?? 0) * 1024
  }
  let status = ''
  try {
    status = readFileSync('/proc/self/status', 'utf8')
  } catch {
    return { total: process.memoryUsage().rss, mapped: 0 }
  }
  return { total: read('VmRSS'), mapped: read('RssFile') }
}

const desk = await openDesk({ dataDir: folder, shell: 'host', resources: join(import.meta.dirname, '..', '..', 'resources') })
const client = await directClient(desk)
await desk.background.idle()
const started = resident()
for (const query of JSON.parse(readFileSync(words, 'utf8')) as string[]) await client.articles.list({ query, limit: 100 })
await wait(rest)
const rested = resident()
process.stdout.write(`${JSON.stringify({ started, rested })}\n`)
await desk.close()
process.exit(0)
