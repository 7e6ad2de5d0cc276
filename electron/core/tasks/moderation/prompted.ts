// Moderation put to a language model: the charter's clauses, the comment and what it answers; a hold quotes the comment.
// It must not know prompts or models, nor publish or refuse anything: a person decides the comment.
import { z } from 'zod'
import type { Article } from '../../../../shared/domain/article.ts'
import type { CharterClause } from '../../../../shared/domain/comment.ts'
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { listSection, oneLine, quotedSection, type Section } from '../prompted/fence.ts'
import { definePrompted } from '../prompted/prompted-task.ts'
import { readingOf, replyForm, type Question, type Reading } from '../prompted/question.ts'
import { languageOf } from '../prompted/reply-language.ts'
import { readVisible } from '../prompted/visible-text.ts'
import { moderationCandidates, type ModerationCandidates } from './candidates.ts'
import { bandOf, ruleHolds, usualCosts } from './decide-hold.ts'
import { verifyModeration } from './verify.ts'

/** Around the comment only as much as tells what it answers; the comment itself is always whole. */
const mostParents = 4
const longestParent = 800
const longestLead = 700

const form = replyForm(
  z.strictObject({
    opinion: z.enum(['hold', 'publish', 'unsure']),
    clause: z.string().max(200).nullable(),
    quote: z.string().max(1000).nullable(),
  }),
)
interface Reply {
  readonly opinion: 'hold' | 'publish' | 'unsure'
  readonly clause: string | null
  readonly quote: string | null
}

function quoted(found: ModerationCandidates, quote: string | null): Evidence[] {
  const [place] = quote === null ? [] : readVisible(found.comment.body).find(quote)
  if (!place) return []
  const { start, end } = place
  return [{ kind: 'text', item: found.comment.id, field: 'body', start, end, quote: found.comment.body.slice(start, end) }]
}

/**
 * A hold stands on words of the comment and a clause of the charter, or it is "I don't know"; so is a "publish" where a
 * strong rule speaks or the trained model would hold: no comment talks a model into letting an insult pass.
 */
function holdOf(reply: Reply, clause: CharterClause | null, words: readonly Evidence[], found: ModerationCandidates): boolean | null {
  if (reply.opinion === 'hold') return words.length > 0 && (clause !== null || found.charter === null) ? true : null
  const suspect = found.rules >= ruleHolds || (found.opinion?.probability ?? 0) >= bandOf(usualCosts).holdAbove
  return reply.opinion === 'publish' && !suspect ? false : null
}

/**
 * Models give no probability, so the value has none. The score orders comments for measuring: a third of the scale for each
 * opinion, and inside it what the built-in engine thinks.
 */
function scoreOf({ opinion }: Reply, found: ModerationCandidates): number {
  return ({ publish: 0, unsure: 1, hold: 2 }[opinion] + (found.opinion?.probability ?? found.rules)) / 3
}

function readOpinion(reply: Reply, found: ModerationCandidates): Reading {
  const clause = found.charter?.clauses.find(({ id }) => oneLine(id) === oneLine(reply.clause ?? '')) ?? null
  const words = quoted(found, reply.quote)
  const hold = holdOf(reply, clause, words, found)
  const touched = hold === true && clause ? [clause] : []
  const evidence: Evidence[] =
    hold === false ? [] : [...words, ...touched.map(({ id, text }): Evidence => ({ kind: 'clause', id, quote: text }))]
  const value = { hold, probability: null, clauses: touched.map(({ id }) => id) }
  const proposal: Proposal = { value, score: scoreOf(reply, found), evidence, flags: [] }
  return { proposals: [proposal] }
}

function lead(article: Article | null): string {
  return article === null ? '' : `${article.title}\n${(article.deck ?? article.body).slice(0, longestLead)}`
}

function moderationQuestion(item: TaskItem, found: ModerationCandidates): Question | null {
  if (item.kind !== 'comment') return null
  const { comment } = found
  const parents: Section = {
    name: 'PARENTS',
    lines: item.parents
      .slice(0, mostParents)
      .toReversed()
      .flatMap((parent) => quotedSection('PARENTS', parent.body.slice(0, longestParent)).lines),
  }
  return {
    lang: languageOf(comment.lang ?? item.article?.lang ?? null, comment.body),
    sections: [
      listSection(
        'CLAUSES',
        (found.charter?.clauses ?? []).map(({ id, title, text }) => ({ mark: id, text: `${title} — ${text}` })),
      ),
      quotedSection('ARTICLE', lead(item.article)),
      parents,
      quotedSection('COMMENT', comment.body),
    ],
    read: readingOf(form, (reply) => readOpinion(reply, found)),
  }
}

export const promptedModeration = definePrompted({
  task: 'moderation',
  version: 1,
  schema: form.schema,
  maxTokens: 400,
  most: 1,
  candidates: moderationCandidates,
  question: moderationQuestion,
  verify: verifyModeration,
})
