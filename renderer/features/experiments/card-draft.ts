// The card while somebody writes it: plain texts, turned into a card when complete. Pure.
// It must not know React or the server.
import { cardSchema, type Card, type Criterion } from '../../../shared/domain/experiment.ts'
import type { Task } from '../../../shared/domain/suggestion.ts'

/** What the form holds. Shares are typed in percent; ids one a line. */
export interface CardDraft {
  readonly title: string
  readonly hypothesis: string
  readonly task: Task
  readonly owner: string
  readonly editorialResponsibility: string
  readonly referent: string
  readonly desk: string
  readonly from: string
  readonly to: string
  readonly peopleConcerned: string
  readonly dataConcerned: string
  readonly engines: readonly string[]
  readonly corpusKind: 'query' | 'articles'
  readonly query: string
  readonly ids: string
  readonly measure: Criterion['measure']
  readonly operator: Criterion['operator']
  readonly share: string
  readonly criterionText: string
  readonly stopRule: string
  readonly councilStatus: Card['worksCouncil']['status']
  readonly councilDate: string
  readonly councilBecause: string
  readonly judgeFirst: boolean
}

export type DraftField = keyof CardDraft

/** An empty card, owned by whoever opens it. */
export function emptyDraft(owner: string): CardDraft {
  return {
    title: '',
    hypothesis: '',
    task: 'key-points',
    owner,
    editorialResponsibility: '',
    referent: '',
    desk: '',
    from: '',
    to: '',
    peopleConcerned: '',
    dataConcerned: '',
    engines: ['builtin'],
    corpusKind: 'query',
    query: '',
    ids: '',
    measure: 'acceptance',
    operator: '>=',
    share: '66',
    criterionText: '',
    stopRule: '',
    councilStatus: 'pending',
    councilDate: '',
    councilBecause: '',
    judgeFirst: false,
  }
}

/** The form of a card that exists, to change it. */
export function draftOf(card: Card): CardDraft {
  const criterion = typeof card.criterion === 'string' ? null : card.criterion
  const sentence = typeof card.criterion === 'string' ? card.criterion : card.criterion.text
  return {
    ...emptyDraft(card.owner),
    title: card.title,
    hypothesis: card.hypothesis,
    task: card.task,
    editorialResponsibility: card.editorialResponsibility,
    referent: card.referent,
    desk: card.desk,
    from: card.from,
    to: card.to,
    peopleConcerned: card.peopleConcerned,
    dataConcerned: card.dataConcerned,
    engines: card.engines,
    corpusKind: 'articles' in card.corpus ? 'articles' : 'query',
    query: 'query' in card.corpus ? card.corpus.query : '',
    ids: 'articles' in card.corpus ? card.corpus.articles.join('\n') : '',
    measure: criterion?.measure ?? 'acceptance',
    operator: criterion?.operator ?? '>=',
    share: criterion ? String(Math.round(criterion.value * 1000) / 10) : '',
    criterionText: sentence,
    stopRule: card.stopRule,
    councilStatus: card.worksCouncil.status,
    councilDate: card.worksCouncil.date ?? '',
    councilBecause: card.worksCouncil.because ?? '',
    judgeFirst: card.judgeFirst,
  }
}

/** A typed percentage as a share between 0 and 1; null when it is none. French commas are read. */
export function readShare(typed: string): number | null {
  const value = Number(typed.trim().replace(',', '.'))
  return typed.trim() !== '' && value >= 0 && value <= 100 ? value / 100 : null
}

/** Ids typed one a line. */
export const idsOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const asked = ['title', 'hypothesis', 'owner', 'referent', 'stopRule'] as const

/** The fields that still miss an answer, in the form's order. */
export function missingFields(draft: CardDraft): DraftField[] {
  const missing: DraftField[] = asked.filter((field) => draft[field].trim() === '')
  if (draft.engines.length === 0) missing.push('engines')
  if (draft.corpusKind === 'articles' && idsOf(draft.ids).length === 0) missing.push('ids')
  if (readShare(draft.share) === null) missing.push('share')
  if (draft.councilStatus === 'done' && draft.councilDate === '') missing.push('councilDate')
  if (draft.councilStatus === 'not-needed' && draft.councilBecause.trim() === '') missing.push('councilBecause')
  return missing
}

/** The card of a complete draft; null while something is missing. */
export function cardOf(draft: CardDraft): Card | null {
  const value = readShare(draft.share)
  if (value === null || missingFields(draft).length > 0) return null
  const { councilStatus: status } = draft
  const parsed = cardSchema.safeParse({
    ...draft,
    title: draft.title.trim(),
    hypothesis: draft.hypothesis.trim(),
    corpus: draft.corpusKind === 'articles' ? { articles: idsOf(draft.ids) } : { query: draft.query.trim() },
    criterion: { measure: draft.measure, operator: draft.operator, value, text: draft.criterionText.trim() },
    worksCouncil: {
      status,
      ...(status === 'done' ? { date: draft.councilDate } : {}),
      ...(status === 'not-needed' ? { because: draft.councilBecause.trim() } : {}),
    },
    judgeFirst: draft.task === 'moderation' && draft.judgeFirst,
  })
  return parsed.success ? parsed.data : null
}
