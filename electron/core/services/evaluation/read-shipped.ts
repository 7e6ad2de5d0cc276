// The resources shipped with the app that an evaluation may read.
// It must not know the desk's own rules or charter.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { charterSchema } from '../../../../shared/domain/comment.ts'
import type { Shipped } from './evaluation-data.ts'

export async function readShipped(resources: string): Promise<Shipped> {
  const json = async (...path: string[]): Promise<unknown> => JSON.parse(await readFile(join(resources, ...path), 'utf8'))
  const lexicons = await Promise.all(['fr', 'en'].map((lang) => json('rules', `${lang}.json`)))
  return { lexicons, charter: charterSchema.parse(await json('charter.json')) }
}
