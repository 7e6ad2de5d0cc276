// Tells whether the process that wrote a lock still runs, and is not another one with its number.
// It must not know locks.
import { readFileSync } from 'node:fs'
import { hasCode } from './has-code.ts'

/** When a process started, in clock ticks since boot (field 22 of /proc/PID/stat, proc(5)); null elsewhere than on Linux. */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command stands in parentheses and may hold spaces and parentheses: count from the last one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** Whether process `pid`, started at `start`, still runs. Without a start time (macOS, Windows) the number alone decides. */
export function isAlive(pid: number, start: string | null): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!hasCode(error, 'EPERM')) return false
  }
  const now = processStart(pid)
  return start === null || now === null || now === start
}
