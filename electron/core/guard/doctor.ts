// Asks every check how this desk stands, and says the worst of it.
// It must not know any check; a line holds codes, figures and ids, no text, title or name.
import { DeskError } from '../../../shared/domain/error.ts'
import type { DoctorLine, DoctorReport } from '../../../shared/domain/network.ts'
import type { Clock } from '../ports.ts'

export type DoctorLevel = DoctorLine['level']
/** One check. What it throws becomes a red line with the error's code only. */
export type DoctorCheck = {
  readonly check: string
  readonly run: () => Omit<DoctorLine, 'check'> | Promise<Omit<DoctorLine, 'check'>>
}

const severity: readonly DoctorLevel[] = ['green', 'orange', 'red']

function worstOf(lines: readonly DoctorLine[]): DoctorLevel {
  return severity[Math.max(0, ...lines.map(({ level }) => severity.indexOf(level)))] ?? 'red'
}

async function runCheck({ check, run }: DoctorCheck): Promise<DoctorLine> {
  try {
    const { level, details } = await run()
    return { check, level, details }
  } catch (error) {
    return { check, level: 'red', details: { error: error instanceof DeskError ? error.code : 'internal' } }
  }
}

/** Runs the checks one after the other, in order; the report's level is the worst line's. */
export async function runDoctor(checks: readonly DoctorCheck[], clock: Clock): Promise<DoctorReport> {
  const lines: DoctorLine[] = []
  for (const check of checks) lines.push(await runCheck(check))
  return { at: clock().toISOString(), level: worstOf(lines), lines }
}
