// The four tasks, in one list.
// It must not know how any of them works.
import type { Task } from '../../../shared/domain/suggestion.ts'
import { keyPoints } from './key-points/key-points.ts'
import { links } from './links/links.ts'
import { moderation } from './moderation/moderation.ts'
import { tags } from './tags/tags.ts'
import type { TaskDefinition } from './task-definition.ts'

export const registry = { tags, 'key-points': keyPoints, moderation, links } satisfies Record<Task, TaskDefinition>
