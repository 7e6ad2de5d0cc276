// Counts what vitest's JSON report says, so that nothing that broke counts as nothing.
// It must not run anything.
import { z } from 'zod'

export type TestCounts = { passed: number; failed: number; skipped: number }

const reportSchema = z.object({
  numTotalTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/**
 * Counts of one run. A file that failed without a failed test (it did not load, a hook broke) is one failure;
 * so is a run that ended badly with no failure in its report, or with no report.
 */
export function countTests(report: string | null, exitCode: number): TestCounts {
  const parsed = report === null ? null : reportSchema.safeParse(JSON.parse(report))
  if (!parsed?.success) return { passed: 0, failed: 1, skipped: 0 }
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of parsed.data.testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length
    counts.passed += passed
    counts.skipped += file.assertionResults.length - failed - passed
    counts.failed += failed === 0 && file.status === 'failed' ? 1 : failed
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

export function addCounts(all: readonly TestCounts[]): TestCounts {
  const sum = (key: keyof TestCounts) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

/** The last line of `npm test`. */
export function countsLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
