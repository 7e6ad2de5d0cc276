// An entry as one sentence: who did what, on what, when. It must not know the list around it.
import type { LedgerView } from '../../../shared/contract/desk.ts'
import { useWords } from '../../words/use-words.ts'
import { SubjectLink } from './ledger-about.tsx'
import { mainSubjects, ofExperiment, shortId, taskOf } from './read-entry.ts'
import styles from './ledger.module.css'

/** Where the names go in the words of an act: signs no text holds. */
const places = { what: '\u0001', into: '\u0002' } as const

/** The sentence; the things it names are links. */
export function LedgerSentence({ entry }: { readonly entry: LedgerView }) {
  const { t, fullMoment } = useWords()
  const { body, personName } = entry
  const { what, into } = mainSubjects(entry)
  const person = personName ?? (body.person === 'machine' ? t('ledger.desk') : t('ledger.nobody', { id: shortId(body.person) }))
  const said = t(`ledger.act.${body.act}`, { person, task: t(`ledger.task.${taskOf(entry) ?? 'none'}`), ...places })
  const parts = said.split(/([\u0001\u0002])/)
  const named = { [places.what]: what, [places.into]: into }
  return (
    <p className={styles['sentence']}>
      {parts.map((part, index) => {
        if (part !== places.what && part !== places.into) return part
        const subject = named[part]
        return subject ? (
          <SubjectLink key={index} subject={subject} inside />
        ) : (
          t(ofExperiment.test(body.act) ? 'ledger.freeTrial' : 'ledger.something')
        )
      })}
      <time dateTime={body.at}>{t('ledger.when', { when: fullMoment(body.at) })}</time>
    </p>
  )
}
