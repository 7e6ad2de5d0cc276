// Step one of moderation: the rules that speak on a comment, what the model thinks, and what speaks against both.
// It must not decide.
import type { Charter, CharterClause, Comment } from '../../../../shared/domain/comment.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import type { SparseVector } from '../../learning/sparse.ts'
import { readPlainly, type PlainReading } from '../../text/obfuscation.ts'
import type { TaskPorts } from '../ports.ts'
import { remembered } from '../remembered.ts'
import type { Candidates } from '../task-definition.ts'
import { commentVector, commentWords, hashedCounts, type CommentWord } from './comment-features.ts'
import { contextSignals, type ContextSignal } from './context-signals.ts'
import { compileLexicon, rulesScore, type Lexicon, type RuleHit } from './lexicon.ts'
import { judge, readModerator, type Moderator } from './moderator-model.ts'
import { ruleHits } from './train-moderator.ts'

/** A rule that speaks, and the clauses of the house charter it touches. */
export interface TouchedRule extends RuleHit {
  readonly clauses: readonly CharterClause[]
}

export interface ModerationCandidates {
  readonly comment: Comment
  readonly charter: Charter | null
  /** Only rules the charter has a clause for; all of them when the desk has no charter yet. */
  readonly touched: readonly TouchedRule[]
  readonly rules: number
  readonly signals: readonly ContextSignal[]
  readonly opinion: { readonly raw: number; readonly probability: number } | null
  readonly moderator: Moderator | null
  readonly words: readonly CommentWord[]
  readonly reading: PlainReading
  readonly vector: SparseVector | null
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

function touchedRules(hits: readonly RuleHit[], charter: Charter | null): TouchedRule[] {
  const touched = hits.map((hit) => ({ ...hit, clauses: charter?.clauses.filter((clause) => clause.category === hit.category) ?? [] }))
  return charter ? touched.filter((hit) => hit.clauses.length > 0) : touched
}

export async function moderationCandidates(item: TaskItem, ports: TaskPorts): Promise<Candidates<ModerationCandidates>> {
  if (item.kind !== 'comment') return { abstained: 'wrong-item' }
  const { comment } = item
  if (comment.body.trim() === '') return { abstained: 'empty-text' }
  const lexicon = await lexicons(ports.rules.hash, async () => compileLexicon(ports.rules.lexicons))
  const [charter, moderator] = await Promise.all([ports.charter.current(), moderatorOf(ports)])
  const reading = readPlainly(comment.body)
  const hits = ruleHits(comment.body, lexicon, reading)
  const words = commentWords(reading)
  const vector = moderator && commentVector(hashedCounts(words), hits, moderator.idf)
  const touched = touchedRules(hits, charter)
  return {
    found: {
      comment,
      charter,
      touched,
      rules: rulesScore(touched),
      signals: contextSignals(comment.body, hits),
      opinion: moderator && vector ? judge(moderator, vector, rulesScore(hits)) : null,
      moderator,
      words,
      reading,
      vector,
    },
  }
}
