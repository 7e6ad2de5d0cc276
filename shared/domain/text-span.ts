// Places in stored text. Offsets are UTF-16 code units of the stored (NFC, LF) text.
import { z } from 'zod'

/** `field.slice(start, end) === quote`, always. */
export const textSpanSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
})
export type TextSpan = z.infer<typeof textSpanSchema>
