// The network seal in words. It must say what is known, and no more (trust.md).
import type { EgressReport } from '../../shared/domain/network.ts'
import type { Words } from './use-words.ts'

/**
 * In the window, which is guarded whole: `0 sortie, 0 tentative`. In a browser Marbre answers for itself only: `Marbre : 0 sortie`,
 * and its attempts once there are any.
 */
export function sealText({ t }: Pick<Words, 't'>, report: Pick<EgressReport, 'shell' | 'out' | 'blocked'>): string {
  const outs = t('frame.outs', { count: report.out })
  const all = t('frame.seal', { outs, attempts: t('frame.attempts', { count: report.blocked }) })
  return report.shell === 'window' ? all : t('frame.sealHost', { outs: report.blocked > 0 ? all : outs })
}
