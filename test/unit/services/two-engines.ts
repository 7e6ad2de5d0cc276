// An approved experiment of two engines whose outputs came from elsewhere: for blind comparisons and the EBU form.
import { importOutputs } from '../../../electron/core/services/import-outputs.ts'
import type { OutputDraft } from '../../../electron/core/readers/output-record.ts'
import type { Located } from '../../../electron/core/services/import-articles.ts'
import type { Experiment } from '../../../shared/domain/experiment.ts'
import { harbour } from '../../make-desk.ts'
import type { Newsroom } from './newsroom.ts'

export const engines = ['moteur-lin', 'moteur-sel', 'moteur-lave'] as const
const points: Record<string, string> = {
  'moteur-lin': 'La flottille de Kerlouan compte désormais 14 bateaux.',
  'moteur-sel': 'La criée de Kerlouan a vendu 1 200 tonnes de poisson en 2025.',
  'moteur-lave': 'Une réunion est prévue le 12 avril à Kerlouan.',
}

/** One key point of each engine on each article. */
export async function* drafts(articles: readonly string[], names: readonly string[]): AsyncGenerator<Located<OutputDraft>> {
  for (const article of articles) {
    for (const engine of names) {
      const draft: OutputDraft = {
        id: `o-${article}-${engine}`,
        article,
        task: 'key-points',
        value: { text: points[engine] ?? '' },
        engine,
      }
      yield { file: 'outputs.jsonl', read: { ok: true, draft, at: 'line 1' } as Located<OutputDraft>['read'] }
    }
  }
}

/** A card for these engines on these articles. */
export function duelCard(articles: readonly string[], names: readonly string[]) {
  return {
    title: 'Deux moteurs',
    hypothesis: 'L’un vaut mieux que l’autre.',
    task: 'key-points' as const,
    owner: 'me',
    referent: 'me',
    engines: [...names],
    corpus: { articles: [...articles] },
    criterion: 'On verra.',
    stopRule: 'Aucune.',
  }
}

/** `count` articles `a0`…, one key point of each engine on each, under one approved card. */
export async function openDuel(room: Newsroom, count: number, names: readonly string[] = engines.slice(0, 2)): Promise<Experiment> {
  const articles = Array.from({ length: count }, (_, index) => `a${index}`)
  await room.bring(
    'articles',
    'duel.jsonl',
    articles.map((id, index) => ({ id, ...harbour, title: `Kerlouan, épisode ${index + 1}` })),
  )
  const { id } = await room.client.experiments.create(duelCard(articles, names))
  await room.client.experiments.approve({ id })
  const { rejected } = await importOutputs(room.desk, drafts(articles, names), id)
  if (rejected.length > 0) throw new TypeError(`outputs were refused: ${rejected[0]?.reason}`)
  return room.client.experiments.show({ id })
}
