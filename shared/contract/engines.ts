// Engines: what there is, training the built-in one, fetching models for Ollama.
import { z } from 'zod'
import { engineInfoSchema, modelPullSchema, searchModelSchema } from '../domain/engine.ts'
import { doneSchema, procedure } from './procedure.ts'

const model = z.string().min(1).max(256)

export const engines = {
  list: procedure.input(z.object({})).output(z.array(engineInfoSchema)),
  /** Trains the built-in engine on the desk's own articles and decisions. */
  train: procedure.input(z.object({ what: z.enum(['tags', 'moderation', 'links']) })).output(doneSchema),
  /**
   * Asks Ollama to fetch a model: its process goes out to its registry (`leavesMachine: true`), Marbre's does not. Only
   * when a person asks. Returns at once; progress comes as `engine.pulled` events. A model the policy does not name
   * stays refused once it is there.
   */
  pull: procedure.input(z.object({ model })).output(modelPullSchema),
  cancelPull: procedure.input(z.object({ model })).output(modelPullSchema),
  /** The pulls of this session. */
  pulls: procedure.input(z.object({})).output(z.array(modelPullSchema)),
  /** What articles are searched with by meaning, and how far its reading of the archive is; progress comes as `search.progressed`. */
  searchModel: procedure.input(z.object({})).output(searchModelSchema),
  /**
   * Chooses it; null: the built-in one. `engine-refused` where the policy forbids the model, `engine-unavailable` where it
   * does not answer, `bad-input` where it makes no vectors. The archive is then read in the background.
   */
  setSearchModel: procedure.input(z.object({ engine: z.string().min(1).max(512).nullable() })).output(searchModelSchema),
}
