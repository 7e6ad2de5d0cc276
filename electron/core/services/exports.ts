// Exporting validated outputs: the policy's formats, the ledger's entry, the outputs marked as gone.
import { DeskError } from '../../../shared/domain/error.ts'
import type { ExportFormat } from '../../../shared/domain/policy.ts'

import { changeSuggestion } from '../store/suggestion-rows.ts'
import type { Actor, DeskContext } from './context.ts'
import { collectExportable } from './exportable.ts'
import { formatOutputs } from './formats/export-formats.ts'
import { readSettings } from './settings.ts'

export type ExportMade = { format: ExportFormat; name: string; mime: string; content: string; count: number }

export async function makeExport(
  desk: DeskContext,
  actor: Actor,
  wanted: { format: ExportFormat; ids?: string[] | undefined; item?: string | undefined },
): Promise<ExportMade> {
  if (!desk.policy.exportFormats.includes(wanted.format))
    throw new DeskError('bad-input', `--format ${wanted.format}`, 'is forbidden by the policy', { format: wanted.format })
  const settings = await readSettings(desk.store.read)
  const made = await desk.pen.write(async (db) => {
    const { outputs, articles } = await collectExportable(db, wanted, desk.clock())
    const formatted = formatOutputs(wanted.format, { outputs, articles, newsroom: settings.newsroom, lang: settings.lang })
    const at = desk.clock().toISOString()
    if (outputs.length > 0) {
      await desk.pen.append(db, {
        act: 'outputs.exported',
        subject: desk.ids(),
        actor,
        facts: { format: wanted.format, count: outputs.length, ids: outputs.map((output) => output.id) },
      })
      for (const output of outputs) await changeSuggestion(db, output.id, { exported_at: at })
    }
    return { ...formatted, count: outputs.length, at }
  })
  if (made.count > 0) desk.emit({ type: 'suggestion.changed', items: [] })
  return {
    format: wanted.format,
    name: `marbre-${made.at.slice(0, 10)}.${made.extension}`,
    mime: made.mime,
    content: made.content,
    count: made.count,
  }
}
