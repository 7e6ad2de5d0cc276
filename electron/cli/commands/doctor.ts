// marbre doctor: how this desk stands, also when it cannot open.
// It must not show any text, title or name: lines hold codes and figures.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeskError, errorCodes, type ErrorCode } from '../../../shared/domain/error.ts'
import type { DoctorLine, DoctorReport } from '../../../shared/domain/network.ts'
import { runDoctor, type DoctorCheck } from '../../core/guard/doctor.ts'
import { guardChecks } from '../../core/guard/guard-checks.ts'
import type { Cli, Register, Result } from '../cli.ts'
import { linesText } from '../doctor-text.ts'
import { describeFailure, logUnexpected } from '../failure.ts'
import { writeOut } from '../out-file.ts'
import { withDesk } from '../with-desk.ts'

export const registerDoctor: Register = (parent, act) => {
  parent
    .command('doctor')
    .description('check this desk: green, orange, red; exit code 1 on red')
    .option('--report <f>', 'also write the report to a file IT can be sent')
    .action((flags: { report?: string }) => act((cli) => examine(cli, flags.report)))
}

async function examine(cli: Cli, reportFile: string | undefined): Promise<Result> {
  const report = await withDesk(cli, (client) => client.desk.doctor({})).catch((error: unknown) => examineClosed(cli, error))
  if (reportFile !== undefined)
    await writeOut('--report', reportFile, () => Promise.resolve({ content: `${JSON.stringify(report, null, 2)}\n` }))
  const result = { json: report, text: linesText(report.lines) }
  return report.level === 'red' ? { ...result, failure: redFailure(report.lines) } : result
}

/** The desk does not open: the machine and its walls still answer, and the reason has its line. */
function examineClosed(cli: Cli, error: unknown): Promise<DoctorReport> {
  const { code, unexpected } = describeFailure(error)
  if (unexpected) logUnexpected(error, cli.dataDir)
  const policy = { platform: process.platform, env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') }
  const places = { data: cli.dataDir, logs: join(cli.dataDir, 'logs'), policy, nodeVersion: process.versions.node }
  // Somebody working on the desk is no fault of it.
  const opening: DoctorCheck = {
    check: 'desk',
    run: () => ({ level: code === 'desk-in-use' ? 'orange' : 'red', details: { error: code } }),
  }
  return runDoctor([...guardChecks(places), opening], () => new Date())
}

const codeOfCheck: Readonly<Record<string, ErrorCode>> = { ledger: 'ledger-broken', policy: 'policy-invalid' }

function redFailure(lines: readonly DoctorLine[]): DeskError {
  const red = lines.filter((line) => line.level === 'red')
  const said = red.flatMap((line) => errorCodes.find((code) => code === line.details['error']) ?? codeOfCheck[line.check] ?? [])
  return new DeskError(said[0] ?? 'internal', 'doctor', `red: ${red.map((line) => line.check).join(', ')}`)
}
