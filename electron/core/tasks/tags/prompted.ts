// Tags put to a language model: a numbered closed list, and for each choice the words of the article that call for it.
// It must not know prompts or models; the vocabulary lock still has the last word.
import { z } from 'zod'
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import { preferredLabel, type Concept } from '../../../../shared/domain/vocabulary.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { termsOf } from '../../text/terms.ts'
import { textEvidence } from '../evidence.ts'
import { listSection, oneLine, quotedSection } from '../prompted/fence.ts'
import { definePrompted } from '../prompted/prompted-task.ts'
import { grounded, readingOf, replyForm, type Question, type Reading } from '../prompted/question.ts'
import { languageOf } from '../prompted/reply-language.ts'
import { readVisible, type Place, type VisibleText } from '../prompted/visible-text.ts'
import { tagCandidates, type TagCandidates } from './candidates.ts'
import { maxTags } from './propose.ts'
import { verifyTags } from './verify.ts'

/** More than this and small models lose the list; a small thesaurus is offered whole. */
const mostOffered = 60
const longestDefinition = 160
const longestQuote = 300

const form = replyForm(
  z.strictObject({
    tags: z.array(z.strictObject({ n: z.int().min(1).max(mostOffered), quote: z.string().max(longestQuote) })).max(maxTags),
  }),
)
interface Choice {
  readonly n: number
  readonly quote: string
}

/** What something already speaks for, best first, then the rest of the list in its own order. */
function offered(found: TagCandidates): Concept[] {
  const ids = new Set<string>()
  for (const { signal } of found.ranked) {
    const id = found.lock.resolve(signal.concept)
    if (id !== null) ids.add(id)
  }
  for (const id of found.lock.active.keys()) ids.add(id)
  return [...ids].slice(0, mostOffered).flatMap((id) => found.lock.active.get(id) ?? [])
}

function describe(concept: Concept, lang: string): string {
  const definition = oneLine((concept.definition ?? '').slice(0, longestDefinition))
  const label = preferredLabel(concept, lang)
  return definition === '' ? label : `${label} — ${definition}`
}

type Shown = Readonly<Record<'title' | 'body', VisibleText>>

/** The model's words where they stand; else the built-in engine's own hits for that tag, which are read from the text too. */
function evidenceFor(concept: Concept, quote: string, found: TagCandidates, shown: Shown): Evidence[] {
  const { article } = found
  const at = (field: 'title' | 'body', place: Place): Evidence => textEvidence(article, { field, start: place.start, end: place.end })
  for (const field of ['body', 'title'] as const) {
    const [place] = shown[field].find(quote)
    // "de la" stands in every article and shows nothing.
    if (place && termsOf(quote, article.lang).length > 0) return [at(field, place)]
  }
  const signal = found.ranked.find((one) => found.lock.resolve(one.signal.concept) === concept.id)?.signal
  return (signal?.hits ?? []).slice(0, 1).map((hit) => at(hit.field, hit))
}

/** A number outside the list is no tag. The score is the model's own order, not a probability: models give none. */
function readTags(tags: readonly Choice[], list: readonly Concept[], found: TagCandidates): Reading {
  const lang = found.article.lang ?? 'fr'
  const shown = { title: readVisible(found.article.title), body: readVisible(found.article.body) }
  const proposals = tags.flatMap(({ n, quote }, at): Proposal[] => {
    const concept = list[n - 1]
    const evidence = concept ? evidenceFor(concept, quote, found, shown) : []
    if (!concept || evidence.length === 0) return []
    const value = { concept: concept.id, label: preferredLabel(concept, lang) }
    return [{ value, score: 1 - at / maxTags, evidence, flags: [] }]
  })
  return grounded(proposals, tags.length)
}

function tagQuestion(_item: TaskItem, found: TagCandidates): Question | null {
  const { article } = found
  const list = offered(found)
  if (list.length === 0) return null
  const lang = languageOf(article.lang, article.body)
  return {
    lang,
    sections: [
      listSection(
        'TAGS',
        list.map((concept, at) => ({ mark: String(at + 1), text: describe(concept, lang ?? 'fr') })),
      ),
      quotedSection('TITLE', article.title),
      quotedSection('TEXT', article.body),
    ],
    read: readingOf(form, ({ tags }) => readTags(tags, list, found)),
  }
}

export const promptedTags = definePrompted({
  task: 'tags',
  version: 1,
  schema: form.schema,
  maxTokens: 900,
  most: maxTags,
  candidates: tagCandidates,
  question: tagQuestion,
  verify: verifyTags,
})
