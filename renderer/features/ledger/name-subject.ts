// A thing of the desk by the name people know it by. It must not know where it is shown.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import { insideMarks } from '../../words/quotation.ts'
import type { Words } from '../../words/use-words.ts'

/** As in a list or on a chip: `Expérimentation « … »`, `Commentaire de lecteur-3fa2 (pseudonyme) sous « … »`. */
export function nameSubject(subject: LedgerSubject, words: Words): string {
  return named(subject, words, 'about')
}

/** As inside a sentence: `l’expérimentation « … »`. */
export function nameInSentence(subject: LedgerSubject, words: Words): string {
  return named(subject, words, 'inside')
}

function named({ kind, title, author }: LedgerSubject, { t, lang }: Words, place: 'about' | 'inside'): string {
  if (title === null) return t(place === 'about' ? `ledger.gone.${kind}` : `ledger.goneInside.${kind}`)
  const by = author === undefined ? '' : t('ledger.pseudonym', { author })
  if (title === '') return t(place === 'about' ? `ledger.untitled.${kind}` : `ledger.untitledInside.${kind}`)
  const said = { title: insideMarks(title, lang), author: by }
  if (kind === 'comment' && author !== undefined) return t(`ledger.${place}.commentBy`, said)
  return t(`ledger.${place}.${kind}`, said)
}
