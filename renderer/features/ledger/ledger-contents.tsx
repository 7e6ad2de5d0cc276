// What was written beside an entry: before, after, the reason, in words. It must not know what the entry did.
import type { LedgerView } from '../../../shared/contract/desk.ts'
import { insideMarks } from '../../words/quotation.ts'
import { useWords } from '../../words/use-words.ts'
import { SubjectLink } from './ledger-about.tsx'
import { linkTargetOf, readableContent } from './read-entry.ts'
import styles from './ledger.module.css'

function Content({ entry, role, content }: { readonly entry: LedgerView; readonly role: string; readonly content: string | null }) {
  const { t, maybe, lang } = useWords()
  if (content === null) return <em>{t('ledger.erased')}</em>
  const target = linkTargetOf(content)
  const subject = entry.about.find((one) => one.kind === 'article' && one.id === target)
  if (subject) return <SubjectLink subject={subject} />
  const read = readableContent(content)
  if (read.kind === 'opinion') return <span>{t(`ledger.opinion.${read.opinion}`)}</span>
  const named = maybe(`ledger.said.${role}.${read.text}`, '')
  return named === '' ? <q>{insideMarks(read.text, lang)}</q> : <span>{named}</span>
}

/** The contents of an entry, or the word that they were erased. */
export function LedgerContents({ entry }: { readonly entry: LedgerView }) {
  const { t, maybe } = useWords()
  // Kept as the machine wrote it: said once.
  const { before, after } = entry.contents
  const same = typeof after === 'string' && before === after
  const shown = Object.entries(entry.contents).filter(([role]) => role !== 'input' && role !== 'item' && !(same && role === 'before'))
  return shown.map(([role, content]) => (
    <p key={role}>
      <span
        className={styles['quiet']}
      >{`${t('common.named', { label: same && role === 'after' ? t('ledger.content.same') : maybe(`ledger.content.${role}`, role) })} `}</span>
      <Content entry={entry} role={role} content={content} />
    </p>
  ))
}
