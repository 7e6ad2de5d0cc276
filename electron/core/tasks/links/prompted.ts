// Links put to a language model: numbered earlier articles to choose from; each choice shows the words of the article that
// call for it and those that would carry it. It must not know prompts or models; which targets may be linked is decided before.
import { z } from 'zod'
import type { Article } from '../../../../shared/domain/article.ts'
import type { Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TextSpan } from '../../../../shared/domain/text-span.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { segment } from '../../text/sentences.ts'
import { termsOf } from '../../text/terms.ts'
import { tokenize } from '../../text/tokens.ts'
import { textEvidence } from '../evidence.ts'
import { listSection, oneLine, quotedSection } from '../prompted/fence.ts'
import { definePrompted } from '../prompted/prompted-task.ts'
import { grounded, readingOf, replyForm, type Question, type Reading } from '../prompted/question.ts'
import { languageOf } from '../prompted/reply-language.ts'
import { readVisible, type Place } from '../prompted/visible-text.ts'
import { isHeading, quotedPlaces } from './anchor.ts'
import { linkCandidates, type LinkCandidates } from './candidates.ts'
import { dayOf } from './may-link.ts'
import { mostLinks } from './propose.ts'
import { verifyLinks } from './verify.ts'

const longestAnchor = 8
const longestOpening = 240
/** Words shown as the reason for a link: fewer that mean something are no reason. */
const leastTelling = 2

const choice = z.strictObject({
  n: z.int().min(1).max(99),
  type: z.enum(['context', 'chronology']),
  because: z.string().max(600),
  anchor: z.string().max(200).nullable(),
})
const form = replyForm(z.strictObject({ links: z.array(choice).max(mostLinks) }))
type Choice = z.infer<typeof choice>

/** Date, title and first sentence: enough to know what a piece is about. */
function describe(target: Article): string {
  const [opening] = segment(target.body.slice(0, 2000), target.lang).filter(({ text }) => !isHeading(text))
  return [dayOf(target.date) ?? '', oneLine(target.title), oneLine((opening?.text ?? '').slice(0, longestOpening))]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Places of the body that no link may start from: headings, quotations, words that carry another link. */
function barredPlaces({ body, lang }: Article): Place[] {
  return [...quotedPlaces(body), ...segment(body, lang).filter(({ text }) => isHeading(text))]
}

function anchorAt(article: Article, places: readonly Place[], barred: readonly Place[]): TextSpan | null {
  const free = places.find(({ start, end }) => !barred.some((place) => start < place.end && place.start < end))
  if (!free) return null
  const quote = article.body.slice(free.start, free.end)
  const words = tokenize(quote).length
  return words === 0 || words > longestAnchor || /[.!?\n]/u.test(quote.slice(0, -1)) ? null : { ...free, quote }
}

/**
 * The reasons a model gives are not kept as it words them: what it shows of the article is. A choice that shows nothing is
 * dropped. The score is the model's own order, not a probability.
 */
function readLinks(links: readonly Choice[], { article, candidates }: LinkCandidates): Reading {
  const body = readVisible(article.body)
  const barred = barredPlaces(article)
  const seen = new Set<number>()
  const proposals = links.flatMap(({ n, type, because, anchor: words }, at): Proposal[] => {
    const target = candidates[n - 1]?.target
    if (!target || seen.has(n)) return []
    seen.add(n)
    const carrying = words === null ? [] : body.find(words)
    const anchor = anchorAt(article, carrying, barred)
    const telling = termsOf(because, article.lang).length >= leastTelling
    const place = (telling ? body.find(because)[0] : undefined) ?? anchor ?? carrying[0]
    if (!place) return []
    if (anchor) barred.push(anchor)
    const evidence = [textEvidence(article, { field: 'body', start: place.start, end: place.end })]
    return [{ value: { article: target.id, anchor, type }, score: 1 - at / mostLinks, evidence, flags: [] }]
  })
  return grounded(proposals, links.length)
}

function linkQuestion(_item: TaskItem, found: LinkCandidates): Question | null {
  const { article, candidates } = found
  if (candidates.length === 0) return null
  return {
    lang: languageOf(article.lang, article.body),
    sections: [
      listSection(
        'LINKS',
        candidates.map(({ target }, at) => ({ mark: String(at + 1), text: describe(target) })),
      ),
      quotedSection('ARTICLE', dayOf(article.date) ?? ''),
      quotedSection('TITLE', article.title),
      quotedSection('TEXT', article.body),
    ],
    read: readingOf(form, ({ links }) => readLinks(links, found)),
  }
}

export const promptedLinks = definePrompted({
  task: 'links',
  version: 1,
  schema: form.schema,
  maxTokens: 900,
  most: mostLinks,
  candidates: linkCandidates,
  question: linkQuestion,
  verify: verifyLinks,
})
