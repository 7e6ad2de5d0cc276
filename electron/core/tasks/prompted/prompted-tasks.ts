// The four tasks as they are put to a language model, in one list.
// It must not know how any of them asks.
import type { Task } from '../../../../shared/domain/suggestion.ts'
import { promptedKeyPoints } from '../key-points/prompted.ts'
import { promptedLinks } from '../links/prompted.ts'
import { promptedModeration } from '../moderation/prompted.ts'
import { promptedTags } from '../tags/prompted.ts'
import type { PromptedTask } from './prompted-task.ts'

export const promptedTasks = {
  tags: promptedTags,
  'key-points': promptedKeyPoints,
  moderation: promptedModeration,
  links: promptedLinks,
} satisfies Record<Task, PromptedTask>
