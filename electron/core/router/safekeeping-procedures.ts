// Backups and purges.
import { DeskError } from '../../../shared/domain/error.ts'
import { makeBackup } from '../services/safekeeping/backup.ts'
import { previewPurge } from '../services/safekeeping/purge-preview.ts'
import { os } from './base.ts'

const day = 86_400_000

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * day).toISOString()
}

export const safekeeping = {
  backup: os.safekeeping.backup.handler(async ({ input, context }) => {
    if (context.uploadsOnly === true && input.out !== undefined)
      throw new DeskError('bad-input', 'backup', 'a page in a browser cannot name a place', { field: 'out' })
    return makeBackup(context.desk, await context.session.actor(), { out: input.out ?? null, passphrase: input.passphrase ?? null })
  }),
  preview: os.safekeeping.preview.handler(({ input, context: { desk } }) =>
    previewPurge(desk, daysBefore(desk.clock(), input.olderThanDays)),
  ),
  purgeComments: os.safekeeping.purgeComments.handler(async ({ input, context: { desk, session } }) => {
    return desk.purge(await session.actor(input.as), { scope: 'comments', before: daysBefore(desk.clock(), input.olderThanDays) })
  }),
  purgeAll: os.safekeeping.purgeAll.handler(async ({ input, context: { desk, session } }) => {
    if (input.desk !== desk.pen.desk) throw new DeskError('bad-input', 'purge', 'names another desk than this one')
    return desk.purge(await session.actor(input.as), { scope: 'all' })
  }),
}
