// The desk's own checks, beside the guard's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineInfo } from '../../../shared/domain/engine.ts'
import type { DoctorReport, EgressReport } from '../../../shared/domain/network.ts'
import { runDoctor, type DoctorCheck } from '../guard/doctor.ts'
import { guardChecks } from '../guard/guard-checks.ts'
import { countArticles } from '../store/article-rows.ts'
import { countUnindexed } from '../store/article-search.ts'
import type { DeskContext } from './context.ts'
import { verifyLedger } from './ledger-view.ts'

type Parts = { network: () => EgressReport; policyFile: string | null; engines: () => Promise<EngineInfo[]> }

export async function examineDesk(desk: DeskContext, parts: Parts): Promise<DoctorReport> {
  const policy = { platform: process.platform, env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') }
  const guard = guardChecks({ data: desk.store.folder, logs: join(desk.store.folder, 'logs'), policy, nodeVersion: process.versions.node })
  return runDoctor([...guard, ...deskChecks(desk, parts)], desk.clock)
}

function deskChecks(desk: DeskContext, parts: Parts): DoctorCheck[] {
  return [
    {
      check: 'ledger',
      run: async () => {
        const verified = await verifyLedger(desk)
        return {
          level: verified.intact ? 'green' : 'red',
          details: {
            entries: verified.entries,
            erased: verified.erased,
            ...(verified.broken ? { seq: verified.broken.seq, why: verified.broken.why } : {}),
          },
        }
      },
    },
    {
      check: 'full-text',
      run: async () => {
        const [articles, left] = [await countArticles(desk.store.read), await countUnindexed(desk.store.read)]
        return { level: left === 0 ? 'green' : 'orange', details: { articles, left } }
      },
    },
    {
      check: 'engines',
      run: async () => {
        const engines = await parts.engines()
        const ready = engines.filter((engine) => engine.state === 'ready').length
        return {
          level:
            ready > 0 ? 'green' : engines.some((engine) => engine.state === 'untrained' || engine.state === 'training') ? 'orange' : 'red',
          details: { engines: engines.length, ready },
        }
      },
    },
    {
      check: 'network',
      run: () => {
        const report = parts.network()
        return { level: report.out === 0 ? 'green' : 'orange', details: { out: report.out, blocked: report.blocked, shell: report.shell } }
      },
    },
  ]
}
