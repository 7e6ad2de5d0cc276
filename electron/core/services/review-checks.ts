// What a decision on text must carry: its checks, and a reason where the fact-lock objects. Pure.
import { DeskError } from '../../../shared/domain/error.ts'
import { blockingFlags, type Check, type Flag, type Task } from '../../../shared/domain/suggestion.ts'

/** The shortest reason for going against a finding of the fact-lock. */
export const overrideMinimum = 15

export const textChecks: readonly Check[] = ['accuracy', 'plausibility', 'sources']

/** The checks a person must make for this output; a verbatim sentence has its accuracy recorded by code. */
export function requiredChecks(task: Task, flags: readonly Flag[]): readonly Check[] {
  if (task !== 'key-points') return []
  return flags.some((flag) => flag.code === 'verbatim') ? ['stands-alone'] : textChecks
}

export function blockingFindings(flags: readonly Flag[]): Flag[] {
  return flags.filter((flag) => blockingFlags.includes(flag.code))
}

/**
 * Refuses a validation that lacks a check or an override.
 *
 * @throws DeskError `checks-missing` (details: `missing`), `ungrounded` (details: `flags`).
 */
export function demandChecks(task: Task, flags: readonly Flag[], given: { checks: readonly Check[]; override?: string | undefined }): void {
  const missing = requiredChecks(task, flags).filter((check) => !given.checks.includes(check))
  if (missing.length > 0) {
    throw new DeskError('checks-missing', 'checks', `still to check: ${missing.join(', ')}`, { missing: missing.join(',') })
  }
  const findings = blockingFindings(flags)
  if (findings.length > 0 && Array.from((given.override ?? '').trim()).length < overrideMinimum) {
    const codes = [...new Set(findings.map((flag) => flag.code))].join(',')
    throw new DeskError(
      'ungrounded',
      'text',
      `the article does not support it (${codes}): edit it, or give a reason of at least ${overrideMinimum} characters`,
      {
        flags: codes,
        minimum: overrideMinimum,
      },
    )
  }
}
