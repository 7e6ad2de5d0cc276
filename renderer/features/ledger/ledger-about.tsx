// What an entry is about, by the names people know, each a link; ids stay in the tooltip. It must not know the entry's act.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import { hrefTo, type Screen } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { nameInSentence, nameSubject } from './name-subject.ts'

const screenOf = {
  article: 'articles',
  comment: 'comments',
  experiment: 'experiments',
  concept: 'vocabulary',
} as const satisfies Record<LedgerSubject['kind'], Screen>

/** One thing with a name: its link, or what it was when the desk no longer has it. `inside` a sentence it has its article. */
export function SubjectLink({ subject, inside = false }: { readonly subject: LedgerSubject; readonly inside?: boolean }) {
  const words = useWords()
  const { kind, id, title } = subject
  const label = inside ? nameInSentence(subject, words) : nameSubject(subject, words)
  if (title === null) return <span title={id}>{label}</span>
  return (
    <a href={hrefTo(screenOf[kind], [id])} title={id}>
      {label}
    </a>
  )
}
