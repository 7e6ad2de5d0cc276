// The words of the review desk's actions, for Ctrl-K. It must not know how their keys are listened to.
import type { Task } from '../../../shared/domain/suggestion.ts'
import type { Words } from '../../words/use-words.ts'
import { keyWord } from '../../words/key-word.ts'
import { keyIdOf, type ReviewAction } from './review-keys.ts'

/** An action of a queue in words. */
export function actionWords(t: Words['t'], task: Task, action: ReviewAction): string {
  if (action === 'add' && task !== 'key-points') return t(task === 'tags' ? 'review.act.addTag' : 'review.act.addLink')
  const id = keyIdOf(task, action)
  return id === null ? '' : t(keyWord(id))
}
