// The doctor's lines for a terminal.
// It must not know any check.
import type { DoctorLine } from '../../shared/domain/network.ts'
import { table } from './table.ts'

const severity = ['green', 'orange', 'red'] as const

export function worstLevel(lines: readonly DoctorLine[]): DoctorLine['level'] {
  return severity[Math.max(0, ...lines.map((line) => severity.indexOf(line.level)))] ?? 'red'
}

export function linesText(lines: readonly DoctorLine[]): string {
  const rows = lines.map((line) => [
    line.level,
    line.check,
    Object.entries(line.details)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  ])
  return table(['level', 'check', 'details'], rows)
}
