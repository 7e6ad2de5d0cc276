// What a value must be before a person may stand for it: the fact-lock for text, the thesaurus for tags, no barred target for links.
// It must not know decisions or states.
import type { Article } from '../../../shared/domain/article.ts'
import { DeskError } from '../../../shared/domain/error.ts'
import type { Evidence, Flag, SuggestionValue, TagValue, Task } from '../../../shared/domain/suggestion.ts'
import type { Concept } from '../../../shared/domain/vocabulary.ts'
import { findArticle } from '../store/article-rows.ts'
import { findConcept } from '../store/concept-rows.ts'
import type { Readable } from '../store/database.ts'
import { dayOf } from '../store/rows.ts'
import { checkClaim, isVerbatim, nearestSentence } from '../text/fact-lock.ts'

export type Examined = { value: SuggestionValue; flags: Flag[]; evidence: Evidence[] }

/** The fact-lock on one text, and the sentences nearest to it. */
export function examineText(article: Article, text: string): { flags: Flag[]; evidence: Evidence[]; verbatim: boolean } {
  const verbatim = isVerbatim(text, article)
  const flags: Flag[] = verbatim ? [{ code: 'verbatim', start: 0, end: text.length }] : []
  flags.push(...checkClaim({ claim: text, article }))
  const evidence = nearestSentence(text, article).map(({ field, start, end, quote }): Evidence => ({
    kind: 'text',
    item: article.id,
    field,
    start,
    end,
    quote,
  }))
  return { flags, evidence, verbatim }
}

/**
 * The value as it may be kept (a tag under a label of its own), with findings and evidence.
 *
 * @throws DeskError `not-found`, `bad-input` (tag or anchor that is not there), `not-cleared` (target that must not be linked).
 */
export async function examineValue(db: Readable, item: string, task: Task, value: SuggestionValue, now: Date): Promise<Examined> {
  if (task === 'key-points' && 'text' in value) return { value, ...examineText(await demandArticle(db, item), value.text) }
  if (task === 'tags' && 'concept' in value)
    return { value: await lockedTag(db, await demandArticle(db, item), value), flags: [], evidence: [] }
  if (task === 'links' && 'article' in value) {
    const [source, target] = [await demandArticle(db, item), await demandArticle(db, value.article)]
    demandLinkable(source, target, now)
    if (value.anchor && source.body.slice(value.anchor.start, value.anchor.end) !== value.anchor.quote) {
      throw new DeskError('bad-input', 'anchor', 'its words are not at that place in the article', { field: 'anchor' })
    }
  }
  return { value, flags: [], evidence: [] }
}

export async function demandArticle(db: Readable, id: string): Promise<Article> {
  const article = await findArticle(db, id)
  if (!article) throw new DeskError('not-found', `article ${id}`, 'is not on this desk', { id })
  return article
}

/** Why `target` may not be linked from `source` now; null when it may. */
export function linkBar(source: Pick<Article, 'date'>, target: Pick<Article, 'doNotLink' | 'embargo'>, now: Date): string | null {
  if (target.doNotLink) return target.doNotLink.reason
  const lifted = dayOf(target.embargo)
  if (lifted === null) return null
  const day = dayOf(source.date)
  // Public by the day the source is dated, or public already.
  return (day !== null && lifted <= day) || lifted <= now.toISOString().slice(0, 10) ? null : 'embargo'
}

function demandLinkable(source: Article, target: Article, now: Date): void {
  if (target.id === source.id) throw new DeskError('bad-input', 'link', 'an article cannot link to itself', { field: 'article' })
  const bar = linkBar(source, target, now)
  if (bar !== null) throw new DeskError('not-cleared', `article ${target.id}`, `must not be linked (${bar})`, { reason: bar })
}

/** A tag leaves under one of its concept's labels, whatever label came with it. */
async function lockedTag(db: Readable, article: Article, value: TagValue): Promise<TagValue> {
  const concept = await findConcept(db, value.concept)
  if (!concept) throw new DeskError('bad-input', `tag ${value.concept}`, 'is not in the thesaurus', { field: 'concept' })
  if (!concept.active) throw new DeskError('bad-input', `tag ${value.concept}`, 'is no longer in use', { field: 'concept' })
  return { concept: concept.id, label: ownLabel(concept, article.lang, value.label) }
}

function ownLabel(concept: Concept, lang: string | null, given: string): string {
  if (concept.labels.some((label) => label.text === given)) return given
  const preferred = concept.labels.filter((label) => label.kind === 'preferred')
  return (preferred.find((label) => label.lang === lang) ?? preferred[0])?.text ?? concept.id
}
