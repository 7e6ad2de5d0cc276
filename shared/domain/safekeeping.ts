// Backups, restores and purges: what each says it did.
import { z } from 'zod'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * `left-out`: who restores gets a new signing key and new pseudonyms; `encrypted`: both come back with the passphrase;
 * `pseudonyms`: only these do, since the signing key is kept by the system (the window) and is no file.
 */
export const backupKeysSchema = z.enum(['left-out', 'pseudonyms', 'encrypted'])
export type BackupKeys = z.infer<typeof backupKeysSchema>

/** The first file of a backup: what else is in it. */
export const backupManifestSchema = z.object({
  format: z.literal('marbre-backup'),
  version: z.literal(1),
  desk: z.string(),
  madeAt: z.string(),
  /** Length and head of the ledger when the backup was begun. */
  entries: z.int(),
  head: z.string(),
  keys: backupKeysSchema,
  files: z.array(z.object({ name: z.string(), bytes: z.int().min(0), sha256: sha256Schema })),
})
export type BackupManifest = z.infer<typeof backupManifestSchema>

export const backupMadeSchema = backupManifestSchema.omit({ format: true, version: true }).extend({
  file: z.string(),
  bytes: z.int(),
  files: z.int(),
})
export type BackupMade = z.infer<typeof backupMadeSchema>

/** What would go: comments before the moment asked about, or everything by kind; `copies`: the desk's own backups, in either case. */
export const purgePreviewSchema = z.object({
  desk: z.string(),
  comments: z.int(),
  everything: z.record(z.string(), z.int()),
  copies: z.int(),
})
export type PurgePreview = z.infer<typeof purgePreviewSchema>

/** What a purge erased, and the entry of the ledger that says so. */
export const purgeCertificateSchema = z.object({
  kind: z.literal('marbre-purge-certificate'),
  desk: z.string(),
  at: z.string(),
  scope: z.enum(['comments', 'all']),
  /** With `comments`: those dated before this moment. */
  before: z.string().nullable(),
  erased: z.record(z.string(), z.int()),
  /** What still refers to what was erased, by id and salted hash only: the ledger, verified after the purge. */
  ledger: z.object({ entries: z.int(), head: z.string(), intact: z.boolean(), erased: z.int() }),
  entry: z.string(),
  /** Ed25519 over SHA-256 of the certificate's canonical form without this field; the key is in the ledger. */
  signature: z.object({ key: z.string(), value: z.string() }),
})
export type PurgeCertificate = z.infer<typeof purgeCertificateSchema>
