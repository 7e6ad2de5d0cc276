// The desk itself: people, session, home, settings, ledger, exports, network.
import { z } from 'zod'
import { exportFormatSchema, policySchema } from '../domain/policy.ts'
import { channelSchema, identitySchema, personSchema, roleSchema } from '../domain/person.ts'
import { ledgerActs, ledgerEntrySchema, verificationSchema } from '../domain/ledger.ts'
import { doctorReportSchema, egressReportSchema } from '../domain/network.ts'
import { runSchema } from '../domain/experiment.ts'
import { tasks } from '../domain/suggestion.ts'
import { doneSchema, procedure } from './procedure.ts'

export const settingsSchema = z.object({
  lang: z.enum(['fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Name of the newsroom, in exports and reports. */
  newsroom: z.string(),
})
export type Settings = z.infer<typeof settingsSchema>

export const sessionSchema = z.object({
  person: personSchema,
  channel: channelSchema,
  identity: identitySchema,
  settings: settingsSchema,
  /** True on the sample newsroom's own data folder. */
  sample: z.boolean(),
  dataFolder: z.string(),
  /** The ledger's entry of the last purge of everything, and of comments: the page forgets what was half-written about what went. */
  erased: z.object({ all: z.string().nullable(), comments: z.string().nullable() }),
  version: z.string(),
})
export type Session = z.infer<typeof sessionSchema>

export const desk = {
  session: procedure.input(z.object({})).output(sessionSchema),
  /** Everything Accueil shows. */
  home: procedure.input(z.object({})).output(
    z.object({
      waiting: z.record(z.enum(tasks), z.int()),
      articles: z.int(),
      comments: z.int(),
      concepts: z.int(),
      experiments: z.int(),
      runs: z.array(runSchema),
      recent: z.array(z.object({ id: z.string(), title: z.string(), at: z.string() })),
      indexing: z.object({ done: z.int(), total: z.int() }).nullable(),
    }),
  ),
  changeSettings: procedure.input(settingsSchema.partial()).output(settingsSchema),
  policy: procedure.input(z.object({})).output(z.object({ policy: policySchema, file: z.string().nullable() })),
  network: procedure.input(z.object({})).output(egressReportSchema),
  doctor: procedure.input(z.object({})).output(doctorReportSchema),
  /** Opens the sample newsroom in its own data folder, or comes back to one's own. The shell reloads the page. */
  switchTo: procedure.input(z.object({ desk: z.enum(['sample', 'own']) })).output(doneSchema),
}

export const people = {
  list: procedure.input(z.object({})).output(z.array(personSchema)),
  add: procedure
    .input(
      z.object({
        id: z.string().min(1).max(64),
        name: z.string().min(1),
        roles: z.array(roleSchema).min(1),
        form: personSchema.shape.form.default('unspecified'),
      }),
    )
    .output(personSchema),
  /** Who acts in this session. */
  become: procedure.input(z.object({ id: z.string() })).output(sessionSchema),
}

/** Something an entry is about. `title` is null when the desk no longer has it, empty when it has no title; a comment's is its article's. */
export const ledgerSubjectSchema = z.object({
  kind: z.enum(['article', 'comment', 'experiment', 'concept']),
  id: z.string(),
  title: z.string().nullable(),
  /** Of a comment: the pseudonym its author has on this desk. */
  author: z.string().optional(),
})
export type LedgerSubject = z.infer<typeof ledgerSubjectSchema>

/** An entry as it may be read now. Not the signed one: a vote’s choice is left out of it while the votes are blind. */
export const ledgerViewSchema = ledgerEntrySchema.extend({
  /** Null for the desk itself, and for somebody whose name this desk no longer has. */
  personName: z.string().nullable(),
  /** Facts and contents left out: others have not voted yet. */
  withheld: z.array(z.string()),
  contents: z.record(z.string(), z.string().nullable()),
  about: z.array(ledgerSubjectSchema),
})
export type LedgerView = z.infer<typeof ledgerViewSchema>

export const ledger = {
  list: procedure
    .input(
      z.object({
        subject: z.string().optional(),
        /** Id of anything an entry speaks of: article, comment, experiment, tag. */
        about: z.string().optional(),
        acts: z.array(z.enum(ledgerActs)).min(1).optional(),
        /** Nobody else can be asked for: the ledger is a record of decisions, not of people. */
        who: z.enum(['me', 'desk']).optional(),
        /** Instants, ISO 8601; `until` is not included. */
        since: z.iso.datetime().optional(),
        until: z.iso.datetime().optional(),
        before: z.int().optional(),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    /** `inReading`: things left out altogether until the person who asks has given their second reading of them. */
    .output(z.object({ total: z.int(), entries: z.array(ledgerViewSchema), inReading: z.int() })),
  /** Things of the desk whose title, label or author’s pseudonym holds the words, or the one thing named; what is gone keeps its id. */
  subjects: procedure
    .input(
      z.union([
        z.object({ query: z.string().min(1).max(200), limit: z.int().min(1).max(20).default(8) }),
        ledgerSubjectSchema.pick({ kind: true, id: true }),
      ]),
    )
    .output(z.array(ledgerSubjectSchema)),
  /** The desk's own chain, or a bundle's text (never its path). */
  verify: procedure.input(z.object({ bundle: z.string().optional(), trust: z.string().optional() })).output(verificationSchema),
  /** The whole chain as one JSON document that verifies offline. */
  export: procedure.input(z.object({})).output(z.object({ bundle: z.string(), entries: z.int() })),
}

export const exported = {
  /** Validated outputs only; an `ids` member that is not validated is refused with `not-signed-off`. */
  make: procedure
    .input(z.object({ format: exportFormatSchema, ids: z.array(z.string()).optional(), item: z.string().optional() }))
    .output(z.object({ format: exportFormatSchema, name: z.string(), mime: z.string(), content: z.string(), count: z.int() })),
}
