// Every migration, in rising order. A new one is added at the end; nothing else ever changes here.
import type { Migration } from '../migration.ts'
import { migration0010 } from './0010-people-and-articles.ts'
import { migration0020 } from './0020-comments.ts'
import { migration0030 } from './0030-vocabulary.ts'
import { migration0040 } from './0040-experiments-and-suggestions.ts'
import { migration0050 } from './0050-ledger.ts'
import { migration0060 } from './0060-replaced-tries.ts'

export const migrations: readonly Migration[] = [migration0010, migration0020, migration0030, migration0040, migration0050, migration0060]
