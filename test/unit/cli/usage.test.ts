import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder, marbre } from './run-marbre.ts'

const lastLine = /^marbre: .+: .+ \[[a-z-]+\]$/

describe('wrong usage', () => {
  const wrong: Record<string, string[]> = {
    'no command': [],
    'an unknown command': ['frob'],
    'an unknown command of a group': ['review', 'frob'],
    'a group without its command': ['ledger'],
    'an unknown option': ['articles', 'list', '--frob'],
    'a missing argument': ['articles', 'show'],
    'one argument too many': ['articles', 'show', 'a', 'b'],
    'a kind that is none': ['import', 'x.jsonl', '--kind', 'poems'],
    'a task that is none': ['suggest', 'haiku', '--article', 'a'],
    'a number that is none': ['articles', 'list', '--limit', 'many'],
    'a decision without a person': ['review', 'accept', 'id'],
    'a check that is none': ['review', 'accept', 'id', '--as', 'me', '--checks', 'accuracy,vibes'],
    'a role that is none': ['person', 'add', 'p', '--name', 'P', '--role', 'boss'],
    'no item to suggest for': ['suggest', 'tags'],
    'two items to suggest for': ['suggest', 'tags', '--article', 'a', '--file', 'f'],
    'an article to moderate': ['suggest', 'moderation', '--article', 'a'],
    'a format that is none': ['export', '--format', 'pdf'],
    'no format': ['export'],
    'a bundle without a file': ['ledger', 'export'],
  }
  it.each(Object.entries(wrong))(
    '%s exits 2, says so on stderr, and opens no desk',
    async (_name, args) => {
      const { data } = freshFolder()
      const ran = await marbre(['--data', data, '--json', ...args])
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.lastLine).toMatch(/^marbre: usage: .+ \[bad-input\]$/)
      expect(existsSync(data)).toBe(false)
    },
    120_000,
  )
})

describe('help', () => {
  it('is a success on stdout and names every command of the contract', async () => {
    const ran = await marbre(['--help'])
    expect(ran.code).toBe(0)
    for (const name of [
      'import',
      'vocabulary',
      'articles',
      'person',
      'suggest',
      'experiment',
      'review',
      'export',
      'ledger',
      'serve',
      'policy',
      'doctor',
    ]) {
      expect(ran.out).toContain(`\n  ${name}`)
    }
  }, 120_000)
})

describe('the version', () => {
  it('is that of package.json, on stdout', async () => {
    const ran = await marbre(['--version'])
    const { version }: { version: string } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'))
    expect([ran.code, ran.out]).toEqual([0, `${version}\n`])
  }, 120_000)
})

describe('refusals', () => {
  it('leave stdout empty with --json and end stderr with what, why and the code', async () => {
    const { data } = freshFolder()
    const ran = await marbre(['articles', 'show', 'nobody', '--json', '--data', data])
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.lastLine).toMatch(lastLine)
    expect(ran.lastLine).toContain('[not-found]')
    const quiet = await marbre(['--quiet', '--data', data, 'import', '/nowhere/at-all.jsonl'])
    expect([quiet.code, quiet.out]).toEqual([1, ''])
    expect(quiet.err.trimEnd()).toBe(quiet.lastLine)
    expect(quiet.lastLine).toMatch(lastLine)
  }, 120_000)

  it('name a person nobody knows', async () => {
    const { data } = freshFolder()
    const ran = await marbre(['review', 'accept', 'x', '--as', 'nobody', '--data', data])
    expect([ran.code, ran.lastLine]).toEqual([1, 'marbre: person nobody: is not on this desk [unknown-person]'])
  }, 120_000)
})
