// The letter that tells an author why a comment is not published: a statement of reasons as article 17 of the Digital
// Services Act asks, written as a newsroom writes. Pure: the same facts give the same letter. It must not invent a fact.
import { book, type Lang, type WordKey } from './book.ts'
import { makeFormats } from './format.ts'
import { insideMarks } from './quotation.ts'

/** What the letter states, and nothing else: an internal note has no place here. */
export interface StatementFacts {
  /** Date of the comment; null when unknown. */
  readonly date: string | null
  readonly articleTitle: string | null
  /** The words at issue; '' when none are quoted. */
  readonly passage: string
  /** How it came to be read: by the newsroom itself, or after a notice. */
  readonly noticed: 'own' | 'notice'
  /** What the person knew of the machine's opinion when deciding. */
  readonly opinion: 'shown' | 'undecided' | 'withheld' | 'none'
  readonly charter: string
  readonly clause: { readonly title: string; readonly text: string; readonly reason: string } | null
  /** The law invoked beside the charter; '' for none. */
  readonly law: string
  /** The house's own sentence on how to contest, from its charter; absent or empty for the usual one. */
  readonly redress?: string | undefined
}

const formats = { fr: makeFormats('fr'), en: makeFormats('en') }
/** A quotation that ends its own sentence needs no second stop. */
const closed = (sentence: string) => (/[.!?…][\s\u00a0\u202f]*[»”]$/u.test(sentence) ? sentence : `${sentence}.`)
const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' ')

/**
 * Paragraphs: the restriction and its scope; the facts; the ground; the use of automated means; redress (art. 17(3) a to f).
 * Without a clause and without a law the ground is missing: whoever sends it has to write one.
 */
export function writeStatement(lang: Lang, facts: StatementFacts): string {
  const speak = book.getFixedT(lang)
  const t = (key: WordKey, values: Readonly<Record<string, string>> = {}) => speak(key, values)
  const quoted = (text: string) => insideMarks(text.replaceAll(/\s+/g, ' ').trim(), lang)
  const { date, articleTitle, passage, clause, law } = facts
  const named = date !== null && articleTitle !== null ? 'whole' : date !== null ? 'date' : articleTitle !== null ? 'title' : 'bare'
  const restriction = t(`statement.restriction.${named}`, {
    date: date === null ? '' : formats[lang].date(date),
    title: quoted(articleTitle ?? ''),
  })
  return [
    t('statement.hello'),
    joined([restriction, t('statement.scope')]),
    joined([
      t(`statement.facts.${facts.noticed}`),
      passage.trim() === '' ? '' : closed(t('statement.passage', { passage: quoted(passage) })),
    ]),
    clause === null
      ? ''
      : joined([t('statement.clause', { charter: facts.charter, clause: clause.title, text: quoted(clause.text) }), clause.reason.trim()]),
    law.trim() === '' ? '' : t('statement.law', { law: law.trim().replace(/\.$/, '') }),
    t(`statement.automation.${facts.opinion}`),
    facts.redress?.trim() || t('statement.redress'),
    `${t('statement.goodbye')}\n${t('statement.signature')}`,
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}
