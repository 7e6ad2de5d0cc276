// Imports: files reach the core as staged uploads (page) or paths (window, CLI).
import { z } from 'zod'
import { importOptionsSchema, importPreviewSchema, importResultSchema } from '../domain/import.ts'
import { conceptSchema } from '../domain/vocabulary.ts'
import { doneSchema, procedure } from './procedure.ts'

/** Files chosen for one import: staged uploads, or paths on this machine. */
export const importSourceSchema = z.union([
  z.object({ uploads: z.array(z.string()).min(1) }),
  z.object({ paths: z.array(z.string()).min(1) }),
])

export const imports = {
  /** Stages a file the page holds: begin, then append base64 parts of at most 1 MiB in order. */
  beginUpload: procedure
    .input(z.object({ name: z.string().min(1).max(255), bytes: z.int().min(0) }))
    .output(z.object({ upload: z.string() })),
  appendUpload: procedure
    .input(z.object({ upload: z.string(), offset: z.int().min(0), part: z.string().max(1_500_000) }))
    .output(doneSchema),
  discardUpload: procedure.input(z.object({ upload: z.string() })).output(doneSchema),
  /** What would be read, skipped and why, from the first records; stores nothing. */
  preview: procedure.input(importOptionsSchema.extend({ source: importSourceSchema })).output(importPreviewSchema),
  /** Imports; progress comes as `import.progressed` events carrying `ticket`. */
  run: procedure
    .input(importOptionsSchema.extend({ source: importSourceSchema, ticket: z.string().optional() }))
    .output(importResultSchema),
  /** Stops the import carrying `ticket` after the record it is at; its `run` then answers what was kept. False when it is over. */
  stop: procedure.input(z.object({ ticket: z.string() })).output(z.object({ stopped: z.boolean() })),
}

export const vocabularyStatsSchema = z.object({ concept: conceptSchema, articles: z.int() })

export const vocabulary = {
  list: procedure.input(z.object({})).output(z.object({ concepts: z.array(vocabularyStatsSchema) })),
  import: procedure
    .input(z.object({ source: importSourceSchema }))
    .output(z.object({ concepts: z.int(), labels: z.int(), rejected: importResultSchema.shape.rejected })),
  /** Counts what `makeFromTags` would make, and the near-duplicate tags it would merge. */
  previewFromTags: procedure.input(z.object({ min: z.int().min(1).default(3) })).output(
    z.object({
      articles: z.int(),
      tags: z.int(),
      kept: z.int(),
      merges: z.array(z.object({ keep: z.string(), merge: z.array(z.string()) })),
    }),
  ),
  makeFromTags: procedure
    .input(z.object({ min: z.int().min(1).default(3), merge: z.boolean().default(false) }))
    .output(z.object({ concepts: z.int(), labels: z.int(), rejected: importResultSchema.shape.rejected })),
  /** Writes one tag, new or known. `active: false` retires it as `retire` does. */
  save: procedure.input(z.object({ concept: conceptSchema, as: z.string().optional() })).output(conceptSchema),
  /** Sends a term the thesaurus lacks to the parking lane; it never becomes a tag by itself. */
  proposeTerm: procedure.input(z.object({ term: z.string().min(1).max(200), article: z.string() })).output(doneSchema),
  /** Terms people typed that the thesaurus lacks, with how often. */
  proposedTerms: procedure
    .input(z.object({}))
    .output(z.array(z.object({ term: z.string(), count: z.int(), articles: z.array(z.string()) }))),
}
