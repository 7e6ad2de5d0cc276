// Reads what IT allows on this machine, from where only IT can write. Strict: what is not understood stops the app.
// It must not know what the policy is used for.
import { win32 } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import { policySchema } from '../../../shared/domain/policy.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import { hasCode } from './has-code.ts'
import { parseOnPremiseHost } from './loopback.ts'

/** Where a policy is looked for. `readFile` gives UTF-8 text and throws system errors, as `readFileSync` does. */
export type PolicySource = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly readFile: (path: string) => string
}
/** The policy in force; `file` is null where no file says anything and the defaults hold. */
export type LoadedPolicy = { readonly policy: Policy; readonly file: string | null }
/** One thing wrong. `at`: path in the JSON (`retentionDays.comments`, `onPremiseHosts[0]`), empty for the whole file. */
export type PolicyIssue = { readonly at: string; readonly why: string }
export type PolicyCheck = { readonly file: string; readonly policy: Policy | null; readonly issues: readonly PolicyIssue[] }

/** What holds without a file: everything local is allowed, no remote host is. */
export function defaultPolicy(): Policy {
  return policySchema.parse({ version: 1 })
}

/** The fixed places, first come first served. On Windows the usual place is asked before an environment variable a user can set. */
export function policyPaths(platform: NodeJS.Platform, env: PolicySource['env']): string[] {
  if (platform === 'darwin') return ['/Library/Application Support/Marbre/policy.json']
  if (platform !== 'win32') return ['/etc/marbre/policy.json']
  const named = env['ProgramData'] ?? env['PROGRAMDATA']
  const roots = ['C:\\ProgramData', ...(named === undefined || named === '' ? [] : [named])]
  return [...new Set(roots.map((root) => win32.join(root, 'Marbre', 'policy.json')))]
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('')
}

function syntaxPlace(error: unknown, text: string): string {
  // Only the number is taken from the parser's message: the rest of it quotes the file.
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return ''
  return `line ${text.slice(0, Number(position)).split('\n').length}`
}

function checkText(text: string): Omit<PolicyCheck, 'file'> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { policy: null, issues: [{ at: syntaxPlace(error, text), why: 'not JSON' }] }
  }
  const parsed = policySchema.safeParse(value)
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((issue): PolicyIssue[] => {
      if (issue.code !== 'unrecognized_keys') return [{ at: placeOf(issue.path), why: issue.code.replaceAll('_', '-') }]
      return issue.keys.map((key) => ({ at: placeOf([...issue.path, key.slice(0, 64)]), why: 'unknown-key' }))
    })
    return { policy: null, issues }
  }
  const issues = parsed.data.onPremiseHosts.flatMap((host, index): PolicyIssue[] =>
    parseOnPremiseHost(host) === null ? [{ at: `onPremiseHosts[${index}]`, why: 'not host:port' }] : [],
  )
  return issues.length > 0 ? { policy: null, issues } : { policy: parsed.data, issues }
}

/** Everything wrong with one policy file, for `policy check`. A file that cannot be read is an issue too. */
export function checkPolicyFile(path: string, readFile: PolicySource['readFile']): PolicyCheck {
  try {
    return { file: path, ...checkText(readFile(path)) }
  } catch (error) {
    return { file: path, policy: null, issues: [{ at: '', why: hasCode(error, 'ENOENT') ? 'no such file' : 'cannot be read' }] }
  }
}

function requirePolicy(check: PolicyCheck): LoadedPolicy {
  if (check.policy !== null) return { policy: check.policy, file: check.file }
  const issue = check.issues[0] ?? { at: '', why: 'invalid' }
  const details = { file: check.file, at: issue.at, issue: issue.why, issues: check.issues.length }
  throw new DeskError('policy-invalid', 'policy', `${check.file}${issue.at === '' ? '' : ` at ${issue.at}`}: ${issue.why}`, details)
}

function isThere(path: string, readFile: PolicySource['readFile']): boolean {
  try {
    readFile(path)
    return true
  } catch (error) {
    // A file that is there but cannot be read still is IT's word: it is checked, and refused.
    return !hasCode(error, 'ENOENT', 'ENOTDIR')
  }
}

/**
 * The policy in force: the first fixed file that exists, else the file `MARBRE_POLICY` names, else the defaults.
 * Throws `policy-invalid` with `file` and `at` for anything unreadable, invalid or unknown: the app must not start.
 */
export function loadPolicy({ platform, env, readFile }: PolicySource): LoadedPolicy {
  const fixed = policyPaths(platform, env).find((path) => isThere(path, readFile))
  const file = fixed ?? env['MARBRE_POLICY']
  if (file === undefined || file === '') return { policy: defaultPolicy(), file: null }
  return requirePolicy(checkPolicyFile(file, readFile))
}
