// What a person did by mistake, taken back. Nothing leaves the ledger: each is a new entry that names the one it takes back.
// `bad-transition` with `details.since` (`noWayBack` of core/services) when something rests on it by now.
import { z } from 'zod'
import { articleSchema } from '../domain/article.ts'
import { cardSchema, experimentSchema } from '../domain/experiment.ts'
import { conceptSchema } from '../domain/vocabulary.ts'
import { doneSchema, procedure } from './procedure.ts'

const as = z.string().optional()
const id = z.string()

/** What a correction of an article can change. */
export const articleVersionSchema = articleSchema.pick({
  title: true,
  body: true,
  lang: true,
  date: true,
  section: true,
  rights: true,
  aiUse: true,
})
export type ArticleVersion = z.infer<typeof articleVersionSchema>

export const undo = {
  /** Puts `former` back where `corrected` stands; outputs made from the former text stand again as they stood. */
  correction: procedure.input(z.object({ id, corrected: articleVersionSchema, former: articleVersionSchema })).output(articleSchema),
  /** A term adopted from the parking lane waits there again; the tag or the name it made leaves the thesaurus. */
  adoption: procedure.input(z.object({ key: z.string(), as })).output(doneSchema),
  /** What was saved of a tag: its former words return; `former` null, it was new and goes while nothing uses it. */
  tag: procedure.input(z.object({ saved: conceptSchema, former: conceptSchema.nullable() })).output(doneSchema),
  /** A card just proposed, while nobody approved it and nothing was made under it. */
  card: procedure.input(z.object({ id, hash: z.string() })).output(doneSchema),
  /** Puts the former card back where the one of this `hash` stands; an approval that the change voided stays void. */
  cardChange: procedure.input(z.object({ id, hash: z.string(), card: cardSchema })).output(experimentSchema),
  /** One's own approval, while no run and no output rests on it. */
  approval: procedure.input(z.object({ id, as })).output(experimentSchema),
  /** One's own conclusion: the experiment is in review again. `reason` is asked once it left in a packet. */
  conclusion: procedure.input(z.object({ id, reason: z.string().default(''), as })).output(experimentSchema),
  /** The last reset of what decisions taught, of one concept or of all. A referent's. */
  reset: procedure.input(z.object({ concept: z.string().optional(), as })).output(doneSchema),
  /** The last import of articles, by its result's `ticket`: what it brought leaves, while nobody worked with it. What it changed stays. */
  import: procedure.input(z.object({ ticket: z.string() })).output(z.object({ removed: z.int() })),
  /** A pasted article that still reads as it was pasted (`hash`), while nobody worked with it. */
  pasted: procedure.input(z.object({ id, hash: z.string() })).output(doneSchema),
  /** A person nothing on the desk names. */
  person: procedure.input(z.object({ id })).output(doneSchema),
}
