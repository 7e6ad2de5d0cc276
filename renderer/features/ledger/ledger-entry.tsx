// One entry as a sentence: who did what, when, with which checks; the hashes on demand.
// It must not know the list around it.
import type { LedgerView } from '../../../shared/contract/desk.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { hrefTo } from '../../ui/router.ts'
import { describeWrittenRole } from '../../words/describe-role.ts'
import { insideMarks } from '../../words/quotation.ts'
import { useWords } from '../../words/use-words.ts'
import { checksOf, factOf, readableContent, taskOf, verdictOf } from './read-entry.ts'
import styles from './ledger.module.css'

function Contents({ entry }: { entry: LedgerView }) {
  const { t, maybe, lang } = useWords()
  const shown = Object.entries(entry.contents).filter(([role]) => role !== 'input' && role !== 'item')
  return shown.map(([role, content]) => (
    <p key={role}>
      <span className={styles['quiet']}>{`${t('common.named', { label: maybe(`ledger.content.${role}`, role) })} `}</span>
      {content === null ? <em>{t('ledger.erased')}</em> : <q>{insideMarks(readableContent(content), lang)}</q>}
    </p>
  ))
}

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
  const { t, moment, list } = words
  const { body } = entry
  const task = taskOf(entry)
  const checks = checksOf(entry)
  const verdict = verdictOf(entry)
  const item = factOf(entry, 'item')
  const notes = [
    ...(verdict ? [t('ledger.decided', { decision: t(`ledger.decision.${verdict}`) })] : []),
    ...(checks.length > 0 ? [t('ledger.checks', { checks: list(checks.map((check) => t(`ledger.check.${check}`))) })] : []),
    ...(factOf(entry, 'engine') ? [t('ledger.engine', { engine: factOf(entry, 'engine') })] : []),
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
          <Contents entry={entry} />
        </div>
        <p className={styles['quiet']}>
          <a href={hrefTo('ledger', [], { subject: body.subject })}>{t('ledger.filter.only')}</a>
          {item === '' ? null : (
            <>
              {' · '}
              <a href={hrefTo('articles', [item])}>{item}</a>
            </>
          )}
        </p>
        <Facts entry={entry} />
      </div>
    </li>
  )
}
