// Backups and purges of an open desk. Restoring needs a folder without one: the command line and the start screen do it.
import { z } from 'zod'
import { backupMadeSchema, purgeCertificateSchema, purgePreviewSchema } from '../domain/safekeeping.ts'
import { procedure } from './procedure.ts'

export const safekeeping = {
  /** `out`: absolute path, not from a page in a browser; left out, a dated file among the desk's own backups. */
  backup: procedure.input(z.object({ out: z.string().optional(), passphrase: z.string().optional() })).output(backupMadeSchema),
  /** What the two purges below would erase now. */
  preview: procedure.input(z.object({ olderThanDays: z.number().min(0).max(36_500) })).output(purgePreviewSchema),
  /** Comments written more than this many days ago. */
  purgeComments: procedure
    .input(z.object({ olderThanDays: z.number().min(0).max(36_500), as: z.string().optional() }))
    .output(purgeCertificateSchema),
  /** Everything but the ledger. `desk` repeats the desk's id: nothing this large happens by one click. */
  purgeAll: procedure.input(z.object({ desk: z.string(), as: z.string().optional() })).output(purgeCertificateSchema),
}
