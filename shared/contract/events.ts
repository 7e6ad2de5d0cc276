// What happens in the core while somebody looks.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { modelPullSchema, searchModelSchema } from '../domain/engine.ts'
import { runSchema } from '../domain/experiment.ts'
import { egressReportSchema } from '../domain/network.ts'
import { procedure } from './procedure.ts'

export const deskEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('article.changed'), ids: z.array(z.string()) }),
  z.object({ type: z.literal('comment.changed'), ids: z.array(z.string()) }),
  z.object({ type: z.literal('vocabulary.changed') }),
  z.object({ type: z.literal('suggestion.changed'), items: z.array(z.string()) }),
  z.object({ type: z.literal('experiment.changed'), id: z.string() }),
  z.object({ type: z.literal('run.progressed'), run: runSchema }),
  z.object({
    type: z.literal('import.progressed'),
    ticket: z.string(),
    file: z.string(),
    read: z.int(),
    bytes: z.int(),
    totalBytes: z.int(),
  }),
  z.object({ type: z.literal('index.progressed'), done: z.int(), total: z.int() }),
  z.object({ type: z.literal('search.progressed'), search: searchModelSchema }),
  /** All that was decided on comments has been read: similar decisions can be asked again. */
  z.object({ type: z.literal('similar.ready') }),
  z.object({ type: z.literal('engine.changed'), id: z.string() }),
  z.object({ type: z.literal('engine.pulled'), pull: modelPullSchema }),
  z.object({ type: z.literal('network.changed'), report: egressReportSchema }),
  z.object({ type: z.literal('settings.changed') }),
  z.object({ type: z.literal('desk.switched') }),
])
export type DeskEvent = z.infer<typeof deskEventSchema>

export const events = {
  watch: procedure.input(z.object({})).output(eventIterator(deskEventSchema)),
}
