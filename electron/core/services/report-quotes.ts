// What a report quotes: the worst errors, and the findings somebody overrode. It must not know figures.
import type { Report } from '../../../shared/domain/experiment.ts'
import type { ModerationValue, Suggestion } from '../../../shared/domain/suggestion.ts'
import { findArticle } from '../store/article-rows.ts'
import { findComment } from '../store/comment-rows.ts'
import type { DeskContext } from './context.ts'
import type { Output } from './report-figures.ts'
import { blockingFindings } from './review-checks.ts'

const mostQuoted = 8

/** Refused and corrected outputs; what was refused and the fact-lock had caught comes first. */
export async function worstErrors(desk: DeskContext, machine: readonly Output[]): Promise<Report['worst']> {
  const caught = ({ suggestion, firstFlags }: Output) => (suggestion.state === 'rejected' ? blockingFindings(firstFlags).length : 0)
  const wrong = machine
    .filter(({ suggestion }) => suggestion.state === 'rejected' || suggestion.state === 'edited')
    .toSorted((a, b) => caught(b) - caught(a))
    .slice(0, mostQuoted)
  const quoted: Report['worst'] = []
  for (const { suggestion, firstFlags } of wrong) {
    quoted.push({
      item: suggestion.item,
      title: await titleOf(desk, suggestion.item),
      text: wordsOf(suggestion.proposed ?? suggestion.value),
      kept: suggestion.state === 'edited' ? wordsOf(suggestion.value) : null,
      reason: suggestion.decision?.reason ?? '',
      // Of the text quoted: the machine's own.
      flags: blockingFindings(firstFlags).map((flag) => flag.code),
    })
  }
  return quoted
}

export function overridesOf(machine: readonly Suggestion[]): Report['overrides'] {
  return machine.flatMap((suggestion) => {
    const reason = suggestion.decision?.override
    if (reason === null || reason === undefined || reason === '') return []
    return blockingFindings(suggestion.flags).map((flag) => ({
      item: suggestion.item,
      flag: flag.code,
      text: wordsOf(suggestion.value),
      reason,
    }))
  })
}

/** An output as one line of words. */
export function wordsOf(value: Suggestion['value']): string {
  if ('text' in value) return value.text
  if ('label' in value) return value.label
  if ('article' in value) return value.anchor ? `${value.anchor.quote} → ${value.article}` : value.article
  return opinionWords(value)
}

function opinionWords(value: ModerationValue): string {
  return value.hold === null ? '?' : value.hold ? `✕ ${value.clauses.join(', ')}` : '✓'
}

async function titleOf(desk: DeskContext, item: string): Promise<string> {
  const article = await findArticle(desk.store.read, item)
  if (article) return article.title
  const comment = await findComment(desk.store.read, item)
  return comment?.article === undefined || comment.article === null
    ? ''
    : ((await findArticle(desk.store.read, comment.article))?.title ?? '')
}
