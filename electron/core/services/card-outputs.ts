// Outputs another tool made for an approved card: they come in as its engines' work, beside what runs here.
// It must not know formats, nor who reviews.
import { DeskError } from '../../../shared/domain/error.ts'
import type { ImportResult } from '../../../shared/domain/import.ts'
import type { OutputDraft } from '../readers/output-record.ts'
import type { DeskContext } from './context.ts'
import { demandExperiment } from './experiments.ts'
import type { Located } from './import-articles.ts'
import { importOutputs } from './import-outputs.ts'
import { itemsOfCard } from './runs.ts'

/**
 * Imports outputs under the card `id`: only of the engines, the task and the articles it names.
 *
 * @throws DeskError `not-approved`, `bad-transition` once it is concluded, `bad-input` for the standing card.
 */
export async function importOutputsOfCard(
  desk: DeskContext,
  records: AsyncIterable<Located<OutputDraft>>,
  id: string,
): Promise<ImportResult> {
  const { card, approval, hash, conclusion, standing } = await demandExperiment(desk, id)
  if (standing)
    throw new DeskError('bad-input', `experiment ${id}`, 'is the standing card: leave the experiment out', { field: 'experiment' })
  if (conclusion) throw new DeskError('bad-transition', `experiment ${id}`, 'it is concluded', { id })
  if (approval?.hash !== hash) throw new DeskError('not-approved', `experiment ${id}`, 'a referent has to approve its card first')
  const items = new Set((await itemsOfCard(desk, card)).map((item) => item.id))
  const result = await importOutputs(desk, ofCard(records, card, items), id)
  desk.emit({ type: 'experiment.changed', id })
  return result
}

async function* ofCard(
  records: AsyncIterable<Located<OutputDraft>>,
  card: { readonly task: string; readonly engines: readonly string[] },
  items: ReadonlySet<string>,
): AsyncGenerator<Located<OutputDraft>> {
  for await (const { file, read } of records) {
    const reason = read.ok ? refusalOf(read.draft, card, items) : null
    if (reason === null || !read.ok) yield { file, read }
    else yield { file, read: { ok: false, rejection: { file, at: read.at, reason } } }
  }
}

function refusalOf(
  draft: OutputDraft,
  card: { readonly task: string; readonly engines: readonly string[] },
  items: ReadonlySet<string>,
): string | null {
  if (draft.task !== card.task) return 'bad-input: its task is not the card’s'
  if (!card.engines.includes(draft.engine)) return 'bad-input: its engine is not one of the card’s'
  return items.has(draft.article) ? null : 'bad-input: its article is not in the card’s corpus'
}
