// Step one of moderation: the comment, its thread, article and charter, read with the desk's own rules and model.
// It must not decide.
import type { Charter, Comment } from '../../../../shared/domain/comment.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { TaskPorts } from '../ports.ts'
import { remembered } from '../remembered.ts'
import type { Candidates } from '../task-definition.ts'
import type { CommentContext } from './context-signals.ts'
import { ruleHolds } from './decide-hold.ts'
import { compileLexicon, rulesScore, type Lexicon } from './lexicon.ts'
import { readModerator, type Moderator } from './moderator-model.ts'
import { readComment, type CommentReading } from './read-comment.ts'
import { ruleHits } from './rule-hits.ts'

export interface ModerationCandidates extends CommentReading {
  readonly comment: Comment
  readonly charter: Charter | null
  readonly moderator: Moderator | null
}

const lexicons = remembered<Lexicon>()
const moderators = remembered<Moderator | null>()

async function moderatorOf(ports: TaskPorts): Promise<Moderator | null> {
  const digest = await ports.models.digest('moderator')
  if (digest === null) return null
  return moderators(digest, async () => {
    const bytes = await ports.models.load('moderator')
    return bytes && readModerator(bytes, ports.digest).moderator
  })
}

function contextOf(item: TaskItem & { kind: 'comment' }, lexicon: Lexicon): CommentContext {
  return {
    parents: item.parents.map(({ body }, at) => ({ body, strong: at === 0 && rulesScore(ruleHits(body, lexicon)) >= ruleHolds })),
    article: item.article && `${item.article.title}\n${item.article.body}`,
  }
}

export async function moderationCandidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<ModerationCandidates>> {
  if (item.kind !== 'comment') return { abstained: 'wrong-item' }
  const { comment } = item
  if (comment.body.trim() === '') return { abstained: 'empty-text' }
  const lexicon = await lexicons(ports.rules.hash, async () => compileLexicon(ports.rules.lexicons))
  const [charter, moderator] = await Promise.all([ports.charter.current(), moderatorOf(ports)])
  const read = readComment(comment.body, { lexicon, moderator, charter }, contextOf(item, lexicon))
  return { found: { comment, charter, moderator, ...read } }
}
