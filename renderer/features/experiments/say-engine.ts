// An engine's name on screen. It must not know what it did.
import type { Words } from '../../words/use-words.ts'

/** `Moteur intégré` for ours, the id otherwise. */
export function sayEngine(id: string, t: Words['t']): string {
  return id === 'builtin' ? t('engines.kind.builtin') : id
}
