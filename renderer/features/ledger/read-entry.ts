// Reads an entry's facts and contents for the screen. Pure; it must not know React or words.
import type { LedgerSubject, LedgerView } from '../../../shared/contract/desk.ts'
import { checkSchema, taskSchema, type Check, type Task } from '../../../shared/domain/suggestion.ts'
import { commentVerdictSchema, type CommentVerdict } from '../../../shared/domain/comment.ts'
import { choiceSchema, type Choice } from '../../../shared/domain/comparison.ts'

/** The task an entry is about, or null. */
export function taskOf(entry: LedgerView): Task | null {
  const read = taskSchema.safeParse(entry.body.facts['task'])
  return read.success ? read.data : null
}

/** The checks a person recorded. */
export function checksOf(entry: LedgerView): Check[] {
  const { checks } = entry.body.facts
  return Array.isArray(checks) ? checks.flatMap((one) => checkSchema.safeParse(one).data ?? []) : []
}

export function verdictOf(entry: LedgerView): CommentVerdict | null {
  return commentVerdictSchema.safeParse(entry.body.facts['decision']).data ?? null
}

/** The choice of a vote; null when there is none, or it is withheld. */
export function choiceOf(entry: LedgerView): Choice | null {
  return choiceSchema.safeParse(entry.body.facts['choice']).data ?? null
}

/** A fact as a text, empty when there is none. */
export function factOf(entry: LedgerView, name: string): string {
  const value = entry.body.facts[name]
  return typeof value === 'string' ? value : ''
}

function parsed(content: string): object | string {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'string' || (typeof value === 'object' && value !== null) ? value : content
  } catch {
    return content
  }
}

/** The article a kept link leads to, or null. */
export function linkTargetOf(content: string): string | null {
  const value = parsed(content)
  return typeof value === 'object' && 'article' in value && typeof value.article === 'string' ? value.article : null
}

export type Readable = { kind: 'text'; text: string } | { kind: 'opinion'; opinion: 'hold' | 'pass' | 'unknown' }

/** What a person would read in a stored content: the words of a value rather than its JSON; the opinion of the machine on a comment. */
export function readableContent(content: string): Readable {
  const value = parsed(content)
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (Array.isArray(value)) return { kind: 'text', text: value.flatMap(textOf).join(' / ') }
  if ('hold' in value) return { kind: 'opinion', opinion: value.hold === true ? 'hold' : value.hold === false ? 'pass' : 'unknown' }
  return { kind: 'text', text: textOf(value)[0] ?? content }
}

/** The words of one value; none where it has no words. */
function textOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const words = Object.entries(value).find(([name, one]) => ['text', 'label', 'title'].includes(name) && typeof one === 'string')
  return words === undefined ? [] : [String(words[1])]
}

/** What an entry is about, less the targets of its links: they are shown where the link was kept. */
function subjectsOf(entry: LedgerView): LedgerView['about'] {
  const targets = new Set(Object.values(entry.contents).flatMap((content) => (content === null ? [] : [linkTargetOf(content)])))
  return entry.about.filter((one) => one.kind !== 'article' || !targets.has(one.id))
}

/** Acts whose sentence names an experiment. */
export const ofExperiment = /^(?:card|experiment|sampling|packet|readings)\.|^reading\.undone$|^comparison\.(?:drawn|ended)$/

/** What the sentence names: the experiment of a card's acts, the article, comment or tag of the others; `into`: the tag it went into. */
export function mainSubjects(entry: LedgerView): { what: LedgerSubject | undefined; into: LedgerSubject | undefined } {
  const about = subjectsOf(entry)
  const { act, facts } = entry.body
  if (ofExperiment.test(act)) return { what: about.find((one) => one.kind === 'experiment'), into: undefined }
  const into = about.find((one) => one.kind === 'concept' && one.id === facts['into'])
  const what = about.find((one) => one !== into && one.kind !== 'experiment') ?? about.find((one) => one !== into)
  return { what, into }
}

/** What the sentence does not name. */
export function otherSubjects(entry: LedgerView, named: LedgerSubject | undefined): readonly LedgerSubject[] {
  const { into } = mainSubjects(entry)
  return subjectsOf(entry).filter((one) => one !== named && one !== into)
}

/** An id short enough to be told beside words. */
export function shortId(id: string): string {
  return id.length <= 8 ? id : `…${id.slice(-6)}`
}
