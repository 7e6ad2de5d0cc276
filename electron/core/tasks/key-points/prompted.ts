// Key points put to a language model: the article's sentences, numbered by us; each point names those it rests on.
// It must not know prompts or models; the fact-lock still reads every point.
import { z } from 'zod'
import type { Article } from '../../../../shared/domain/article.ts'
import type { Evidence, Proposal } from '../../../../shared/domain/suggestion.ts'
import type { TaskItem } from '../../engines/inference-engine.ts'
import { nearestSentence } from '../../text/fact-lock.ts'
import { segment, type Sentence } from '../../text/sentences.ts'
import { termsOf } from '../../text/terms.ts'
import { foldToken } from '../../text/tokens.ts'
import { textEvidence } from '../evidence.ts'
import type { Candidates } from '../task-definition.ts'
import { listSection, quotedSection } from '../prompted/fence.ts'
import { definePrompted } from '../prompted/prompted-task.ts'
import { grounded, readingOf, replyForm, type Question, type Reading } from '../prompted/question.ts'
import { isForeign, languageOf } from '../prompted/reply-language.ts'
import { readVisible, withoutHidden } from '../prompted/visible-text.ts'
import { mostPoints } from './propose.ts'
import { verifyKeyPoints } from './verify.ts'

/** In characters: a point is one sentence, read at a glance. */
const [shortestPoint, longestPoint] = [20, 320]
const mostCited = 4
/** Under this many sentences the article is its own key point. */
const fewestSentences = 3
/** A citation that shares less of the point's telling words is no source of it. */
const leastShared = 0.3
const leastSupport = 0.5
/** What a point never holds, not even taken from the article: addresses, markup. */
const FOREIGN_MATTER = /https?:|www\.|\S@\S+\.\S|[<>{}`]|\]\(|!\[|\*\*|__/u
/** The dash or number some models put before an entry of a list. */
const BULLET = /^(?:[-*•–]|\d{1,2}[.)])\s+/u

const form = replyForm(
  z.strictObject({
    points: z
      .array(z.strictObject({ text: z.string().max(1000), sentences: z.array(z.int().min(1).max(9999)).min(1).max(12) }))
      .min(1)
      .max(mostPoints),
  }),
)
interface Point {
  readonly text: string
  readonly sentences: readonly number[]
}

const place = (article: Article, { start, end }: { start: number; end: number }): Evidence =>
  textEvidence(article, { field: 'body', start, end })

/** The sentences the model names, when they speak of the same things; else those the article itself has nearest. */
function sourcesOf({ text, sentences }: Point, all: readonly Sentence[], article: Article): Evidence[] {
  const cited = [...new Set(sentences)].slice(0, mostCited).flatMap((n) => all[n - 1] ?? [])
  const said = new Set(cited.flatMap((sentence) => termsOf(sentence.text, article.lang)))
  const telling = [...new Set(termsOf(text, article.lang))]
  if (telling.length > 0 && telling.filter((term) => said.has(term)).length / telling.length >= leastShared)
    return cited.toSorted((a, b) => a.start - b.start).map((sentence) => place(article, sentence))
  return nearestSentence(text, article)
    .filter((support) => support.field === 'body' && support.score >= leastSupport)
    .slice(0, 1)
    .map((support) => place(article, support))
}

/** A sentence of the article taken as it stands gets the article's own typography back: narrow spaces, apostrophes, marks. */
function asWritten({ text, sentences }: Point, all: readonly Sentence[]): string {
  const plain = withoutHidden(text).replace(BULLET, '')
  const whole = sentences
    .map((n) => all[n - 1])
    .find((sentence) => {
      const seen = sentence ? readVisible(sentence.text) : null
      if (!sentence || seen?.shown.length !== sentence.text.length) return false
      return seen.find(plain).some(({ start, end }) => start === 0 && end >= sentence.text.length - 1)
    })
  return whole?.text.replace(/\s*\n\s*/gu, ' ') ?? plain
}

function startOf(proposal: Proposal): number {
  const [first] = proposal.evidence
  return first?.kind === 'text' ? first.start : 0
}

/** Points in article order; the score is the model's own order, not a probability. */
function readPoints(points: readonly Point[], sentences: readonly Sentence[], article: Article, lang: string | null): Reading {
  const texts = points.map((point) => asWritten(point, sentences))
  if (isForeign(texts, lang, `${article.title}\n${article.body}`)) return { fault: 'wrong-language' }
  const seen = new Set<string>()
  const proposals = points.flatMap((point, at): Proposal[] => {
    const text = texts[at]!
    const key = foldToken(text).replace(/[^\p{L}\p{N}]+/gu, ' ')
    const sized = text.length >= shortestPoint && text.length <= longestPoint
    if (!sized || seen.has(key) || FOREIGN_MATTER.test(text)) return []
    seen.add(key)
    const evidence = sourcesOf(point, sentences, article)
    return evidence.length === 0 ? [] : [{ value: { text }, score: 1 - at / mostPoints, evidence, flags: [] }]
  })
  return grounded(
    proposals.toSorted((a, b) => startOf(a) - startOf(b)),
    points.length,
  )
}

interface NumberedSentences {
  readonly article: Article
  /** All of them: what would make no good point alone may still carry what a point says. */
  readonly sentences: readonly Sentence[]
}

async function numberedSentences(item: TaskItem): Promise<Candidates<NumberedSentences>> {
  if (item.kind !== 'article') return { abstained: 'wrong-item' }
  const { article } = item
  // Hidden text makes no sentence: what a reader cannot see is neither shown nor cited.
  const sentences = segment(article.body, article.lang).filter(({ text }) => readVisible(text).shown.trim() !== '')
  return sentences.length < fewestSentences ? { abstained: 'too-short' } : { found: { article, sentences } }
}

function pointQuestion(_item: TaskItem, { article, sentences }: NumberedSentences): Question {
  const lang = languageOf(article.lang, article.body)
  return {
    lang,
    sections: [
      quotedSection('TITLE', article.title),
      listSection(
        'SENTENCES',
        sentences.map(({ text }, at) => ({ mark: String(at + 1), text })),
      ),
    ],
    read: readingOf(form, ({ points }) => readPoints(points, sentences, article, lang)),
  }
}

export const promptedKeyPoints = definePrompted({
  task: 'key-points',
  version: 1,
  schema: form.schema,
  maxTokens: 900,
  most: mostPoints,
  candidates: numberedSentences,
  question: pointQuestion,
  verify: verifyKeyPoints,
})
