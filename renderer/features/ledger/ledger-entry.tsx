// One entry as a sentence: who did what, when, with which checks; the hashes on demand.
// It must not know the list around it.
import { Fragment } from 'react'
import type { LedgerView } from '../../../shared/contract/desk.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { hrefTo } from '../../ui/router.ts'
import { describeWrittenRole } from '../../words/describe-role.ts'
import { useWords } from '../../words/use-words.ts'
import { SubjectLink } from './ledger-about.tsx'
import { LedgerContents } from './ledger-contents.tsx'
import { checksOf, factOf, subjectsOf, taskOf, verdictOf } from './read-entry.ts'
import styles from './ledger.module.css'

function Facts({ entry }: { entry: LedgerView }) {
  const { t, number } = useWords()
  const { body, hash, key } = entry
  const lines = [
    ['seq', number(body.seq)],
    ['id', body.id],
    ['subject', body.subject],
    ['hash', hash],
    ['prev', body.prev],
    ['key', key],
  ] as const
  return (
    <details className={styles['details']}>
      <summary>{t('ledger.details')}</summary>
      <dl className={styles['facts']}>
        {lines.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(`ledger.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** An entry of the ledger. `form` is that of the person who acted. */
export function LedgerEntryLine({ entry, form }: { entry: LedgerView; form: Person['form'] }) {
  const words = useWords()
  const { t, maybe, moment, list } = words
  const { body } = entry
  const task = taskOf(entry)
  const checks = checksOf(entry)
  const verdict = verdictOf(entry)
  const conclusion = factOf(entry, 'verdict')
  const engine = factOf(entry, 'engine')
  const notes = [
    ...(verdict ? [t('ledger.decided', { decision: t(`ledger.decision.${verdict}`) })] : []),
    ...(conclusion === '' ? [] : [maybe(`ledger.said.verdict.${conclusion}`, conclusion)]),
    ...(checks.length > 0 ? [t('ledger.checks', { checks: list(checks.map((check) => t(`ledger.check.${check}`))) })] : []),
    ...(engine === '' ? [] : [maybe(`ledger.engineIs.${engine}`, t('ledger.engine', { engine: engine.replace(/^[^:]+:/, '') }))]),
    ...(body.facts['withoutProtocol'] === true ? [t('ledger.withoutProtocol')] : []),
    ...(body.facts['ownCard'] === true ? [t('ledger.ownCard')] : []),
  ]
  return (
    <li className={styles['entry']}>
      <div className={styles['when']}>
        <time dateTime={body.at}>{moment(body.at)}</time>
        <br />
        {[describeWrittenRole(words, body.role, form), t(`ledger.channel.${body.channel}`), t(`ledger.identity.${body.identity}`)].join(
          ' · ',
        )}
      </div>
      <div>
        <p className={styles['sentence']}>
          {t(`ledger.act.${body.act}`, { person: entry.personName, task: t(`ledger.task.${task ?? 'none'}`) })}
        </p>
        {notes.length > 0 ? <p className={styles['quiet']}>{notes.join(' · ')}</p> : null}
        <div className={styles['content']}>
          <LedgerContents entry={entry} />
        </div>
        <p className={styles['quiet']}>
          {subjectsOf(entry).map((subject) => (
            <Fragment key={`${subject.kind} ${subject.id}`}>
              <SubjectLink subject={subject} />
              {' · '}
            </Fragment>
          ))}
          <a href={hrefTo('ledger', [], { subject: body.subject })}>{t('ledger.filter.only')}</a>
        </p>
        <Facts entry={entry} />
      </div>
    </li>
  )
}
