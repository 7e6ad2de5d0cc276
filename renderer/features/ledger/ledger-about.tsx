// What an entry is about, by the names people know, each a link; ids stay in the tooltip. It must not know the entry's act.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import { hrefTo, type Screen } from '../../ui/router.ts'
import { insideMarks } from '../../words/quotation.ts'
import { useWords } from '../../words/use-words.ts'

const screenOf = {
  article: 'articles',
  comment: 'comments',
  experiment: 'experiments',
  concept: 'vocabulary',
} as const satisfies Record<LedgerSubject['kind'], Screen>

/** One thing with a name: its link, or what it was when the desk no longer has it. */
export function SubjectLink({ subject }: { readonly subject: LedgerSubject }) {
  const { t, lang } = useWords()
  const { kind, id, title } = subject
  if (title === null) return <span title={id}>{t(`ledger.gone.${kind}`)}</span>
  const label = title === '' ? t(`ledger.untitled.${kind}`) : t(`ledger.about.${kind}`, { title: insideMarks(title, lang) })
  return (
    <a href={hrefTo(screenOf[kind], [id])} title={id}>
      {label}
    </a>
  )
}
