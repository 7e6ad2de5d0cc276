// Links: copies of one text in the archive.
import { findNearDuplicates } from '../services/near-duplicates.ts'
import { os } from './base.ts'

export const links = {
  nearDuplicates: os.links.nearDuplicates.handler(({ input, context: { desk } }) => findNearDuplicates(desk, input)),
}
