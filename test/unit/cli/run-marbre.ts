// Runs the real command line as a child process, as a script of IT would.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const main = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'main.ts')

export type Ran = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string; lastLine: string }
export type Started = { child: ChildProcess; ended: Promise<Ran>; out: () => string; err: () => string }

/** Started and not waited for: the test stops it or waits for `ended`. */
export function startMarbre(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said.err += text))
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...said, lastLine: said.err.trimEnd().split('\n').at(-1) ?? '' }))
  })
  return { child, ended, out: () => said.out, err: () => said.err }
}

export function marbre(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return startMarbre(args, env).ended
}

/** Runs with `--json`, asserts success and that stdout is one JSON document. */
export async function answer<T>(data: string, ...args: string[]): Promise<T> {
  const ran = await marbre([...args, '--data', data, '--json'])
  if (ran.code !== 0) throw new Error(`marbre ${args.join(' ')}: exit ${ran.code}\n${ran.err}`)
  const lines = ran.out.split('\n')
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`marbre ${args.join(' ')}: stdout is not one line of JSON`)
  return JSON.parse(ran.out) as T
}

/** A folder of this test alone; the desk's folder in it is not made yet. */
export function freshFolder(): { folder: string; data: string } {
  const folder = mkdtempSync(join(tmpdir(), 'marbre-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return { folder, data: join(folder, 'desk') }
}
