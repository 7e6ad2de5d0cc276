// What proposes: an engine's own description.
import { z } from 'zod'
import { taskSchema } from './suggestion.ts'

export const engineInfoSchema = z.object({
  /** `builtin`, `ollama:MODEL`, `on-premise:HOST/MODEL`. */
  id: z.string(),
  kind: z.enum(['builtin', 'ollama', 'on-premise']),
  state: z.enum(['ready', 'training', 'untrained', 'unavailable', 'refused']),
  reason: z.string().nullable(),
  digest: z.string(),
  tasks: z.array(taskSchema),
  size: z.int().nullable(),
  license: z.string().nullable(),
  /** What the model was trained on, for the built-in engine. */
  trained: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type EngineInfo = z.infer<typeof engineInfoSchema>
