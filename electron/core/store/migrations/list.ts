// Every migration, in rising order. A new one is added at the end; nothing else ever changes here.
import type { Migration } from '../migration.ts'
import { migration0010 } from './0010-people-and-articles.ts'
import { migration0020 } from './0020-comments.ts'
import { migration0030 } from './0030-vocabulary.ts'
import { migration0040 } from './0040-experiments-and-suggestions.ts'
import { migration0050 } from './0050-ledger.ts'
import { migration0060 } from './0060-replaced-tries.ts'
import { migration0070 } from './0070-article-profiles.ts'
import { migration0080 } from './0080-prompts.ts'
import { migration0090 } from './0090-tag-rules.ts'
import { migration0100 } from './0100-comparisons-and-rubrics.ts'
import { migration0110 } from './0110-second-readings.ts'
import { migration0120 } from './0120-review-queue.ts'
import { migration0130 } from './0130-packet-readings.ts'
import { migration0140 } from './0140-listed-articles.ts'

export const migrations: readonly Migration[] = [
  migration0010,
  migration0020,
  migration0030,
  migration0040,
  migration0050,
  migration0060,
  migration0070,
  migration0080,
  migration0090,
  migration0100,
  migration0110,
  migration0120,
  migration0130,
  migration0140,
]
