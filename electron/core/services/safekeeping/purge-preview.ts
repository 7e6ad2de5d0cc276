// What a purge would take with it, told before anybody confirms.
// It must not erase.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PurgePreview } from '../../../../shared/domain/safekeeping.ts'
import { commentsBefore, countEverything } from '../../store/purge-rows.ts'
import type { DeskContext } from '../context.ts'

/** `before`: an ISO moment, as a purge of comments takes it. */
export async function previewPurge(desk: DeskContext, before: string): Promise<PurgePreview> {
  const [comments, everything, copies] = await Promise.all([
    commentsBefore(desk.store.read, before),
    countEverything(desk.store.read),
    readdir(join(desk.store.folder, 'backups')),
  ])
  return { desk: desk.pen.desk, comments: comments.length, everything, copies: copies.length }
}
