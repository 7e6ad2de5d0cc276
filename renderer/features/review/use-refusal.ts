// A refusal being written: the ground, where it comes from, the letter that follows them until somebody types in it.
// All of it survives a reload. It must not know how it looks, nor write the decision.
import { useMemo, useState } from 'react'
import type { Charter, CharterClause, Comment } from '../../../shared/domain/comment.ts'
import type { Suggestion } from '../../../shared/domain/suggestion.ts'
import type { Lang } from '../../words/book.ts'
import { writeStatement, type StatementFacts } from '../../words/statement-letter.ts'
import { useWords } from '../../words/use-words.ts'
import { opinionOf, orderClauses, passageOf, quotedClauses } from './comment-rules.ts'
import { keepDraft, readDraft } from '../../ui/drafts.ts'
import { useKeptText } from '../../ui/use-kept-text.ts'

export type Refusal = { clause?: string; publicReason: string; note: string }

/** What is refused, and what was known when it was. */
export interface RefusalAbout {
  readonly comment: Comment
  readonly articleTitle: string | null
  readonly charter: Charter | null
  /** The opinion, when it may be seen. */
  readonly seen: Suggestion | null
  /** There is an opinion, and the card asks to judge before seeing it. */
  readonly withheld: boolean
}

interface Choices {
  readonly clause: string | null
  readonly noticed: StatementFacts['noticed']
  /** '' for none. */
  readonly law: string
  readonly lang: Lang
  readonly passage: string
}

const lawful = ['insult', 'hate', 'threat', 'privacy', 'defamation', 'legal', 'impersonation'] as const
const isLawful = (category: CharterClause['category']): category is (typeof lawful)[number] =>
  (lawful as readonly string[]).includes(category)

function readChoices(id: string): Partial<Choices> {
  try {
    const kept: unknown = JSON.parse(readDraft('refusal', id) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

/** Words of the comment the person has selected on the sheet, or ''. */
function selectedIn(body: string): string {
  const chosen = getSelection()?.toString().trim() ?? ''
  return chosen !== '' && body.includes(chosen) ? chosen : ''
}

function firstChoices({ comment, charter, seen }: RefusalAbout, lang: Lang): Choices {
  const quoted = quotedClauses(seen)
  const clause = orderClauses(charter?.clauses ?? [], quoted).find((one) => quoted.includes(one.id))?.id ?? null
  const own = charter?.lang.slice(0, 2)
  return {
    clause,
    noticed: 'own',
    law: '',
    lang: own === 'fr' || own === 'en' ? own : lang,
    passage: selectedIn(comment.body),
    ...readChoices(comment.id),
  }
}

function knownOpinion({ seen, withheld }: RefusalAbout): StatementFacts['opinion'] {
  if (withheld) return 'withheld'
  const value = opinionOf(seen)
  return value === null ? 'none' : value.hold === null ? 'undecided' : 'shown'
}

/** What was refused since the page was opened: an undo gives it back to write again. */
const written = new Map<string, Refusal>()

/** The decision is written: nothing of it is half-written any more. */
export function settleRefusal(id: string, refusal: Refusal): void {
  written.set(id, refusal)
  for (const kind of ['publicReason', 'refusal', 'note'] as const) keepDraft(kind, id, null)
}

/** The decision was taken back: its letter and note are there again when the window opens. */
export function giveBackRefusal(id: string): void {
  const refusal = written.get(id)
  if (!refusal) return
  written.delete(id)
  keepDraft('publicReason', id, refusal.publicReason)
  keepDraft('note', id, refusal.note)
  if (refusal.clause !== undefined) keepDraft('refusal', id, JSON.stringify({ clause: refusal.clause }))
}

/** The state of the window `R` opens. */
export function useRefusal(about: RefusalAbout) {
  const { lang } = useWords()
  const { comment, charter, seen, articleTitle } = about
  const id = comment.id
  const [choices, setChoices] = useState(() => firstChoices(about, lang))
  const [typed, setTyped] = useState(() => readDraft('publicReason', id))
  const note = useKeptText('note', id)
  const clause = charter?.clauses.find((one) => one.id === choices.clause) ?? null
  const opinion = knownOpinion(about)
  const drafted = useMemo(
    () =>
      clause === null
        ? ''
        : writeStatement(choices.lang, {
            date: comment.date,
            articleTitle,
            passage: choices.passage || passageOf(seen, comment, clause.id),
            noticed: choices.noticed,
            opinion,
            charter: charter?.title ?? '',
            clause,
            law: choices.law,
            redress: charter?.redress,
          }),
    [clause, choices, comment, articleTitle, seen, opinion, charter],
  )
  const choose = (next: Partial<Choices>) => {
    const all = { ...choices, ...next }
    setChoices(all)
    keepDraft('refusal', id, JSON.stringify(all))
  }
  const type = (text: string | null) => {
    setTyped(text)
    keepDraft('publicReason', id, text)
    // The letter belongs to the ground it was written on: both come back together.
    keepDraft('refusal', id, JSON.stringify(choices))
  }
  const letter = typed ?? drafted
  return {
    choices,
    choose,
    clause,
    letter,
    /** Somebody typed: the letter no longer follows the choices. */
    own: typed !== null && typed !== drafted,
    type,
    note,
    ready: clause !== null || letter.trim() !== '',
    /** The law that such a comment usually touches, as a start; '' when none does. */
    usualLaw: clause !== null && isLawful(clause.category) ? (`statement.laws.${clause.category}` as const) : null,
    refusal: (): Refusal => ({
      ...(clause === null ? {} : { clause: clause.id }),
      publicReason: letter.trim(),
      note: note.text.trim(),
    }),
  }
}
