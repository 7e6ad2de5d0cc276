// The thesaurus: concepts with labels. On screen they are always "tags".
import { z } from 'zod'

export const labelSchema = z.object({ lang: z.string().nullable(), text: z.string(), kind: z.enum(['preferred', 'alternate']) })
export type Label = z.infer<typeof labelSchema>

export const conceptSchema = z.object({
  id: z.string(),
  labels: z.array(labelSchema),
  definition: z.string().nullable(),
  parent: z.string().nullable(),
  active: z.boolean(),
  replacedBy: z.string().nullable(),
})
export type Concept = z.infer<typeof conceptSchema>

/** The label to show: the asked language, then French, then English, then the first preferred, then the id. */
export function preferredLabel(concept: Concept, lang: string): string {
  const preferred = concept.labels.filter((label) => label.kind === 'preferred')
  const order = [lang, 'fr', 'en', null]
  for (const wanted of order) {
    const found = preferred.find((label) => label.lang === wanted)
    if (found) return found.text
  }
  return preferred[0]?.text ?? concept.id
}
