// One entry: its sentence, how it is known, what was written beside it; the hashes on demand.
// It must not know the list around it.
import type { LedgerView } from '../../../shared/contract/desk.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { hrefTo } from '../../ui/router.ts'
import { describeWrittenRole } from '../../words/describe-role.ts'
import { useWords } from '../../words/use-words.ts'
import { SubjectLink } from './ledger-about.tsx'
import { LedgerContents } from './ledger-contents.tsx'
import { filterToQuery } from './ledger-filter.ts'
import { LedgerSentence } from './ledger-sentence.tsx'
import { checksOf, choiceOf, factOf, mainSubjects, otherSubjects, verdictOf } from './read-entry.ts'
import styles from './ledger.module.css'

function Facts({ entry }: { entry: LedgerView }) {
  const { t, number } = useWords()
  const { body, hash, key } = entry
  const lines = [
    ['seq', number(body.seq)],
    ['id', body.id],
    ['subject', body.subject],
    ['person', body.person],
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

function useNotes(entry: LedgerView, form: Person['form']): readonly string[] {
  const words = useWords()
  const { t, maybe, list } = words
  const { body, withheld } = entry
  const checks = checksOf(entry)
  const verdict = verdictOf(entry)
  const choice = choiceOf(entry)
  const conclusion = factOf(entry, 'verdict')
  const engine = factOf(entry, 'engine')
  return [
    describeWrittenRole(words, body.role, form),
    t(`ledger.channel.${body.channel}`),
    t(`ledger.identity.${body.identity}`),
    ...(verdict ? [t('ledger.decided', { decision: t(`ledger.decision.${verdict}`) })] : []),
    ...(choice ? [t('ledger.chosen', { choice: t(`ledger.choice.${choice}`) })] : []),
    ...(withheld.includes('choice') ? [t('ledger.choiceWithheld')] : []),
    ...(conclusion === '' ? [] : [maybe(`ledger.verdictIs.${conclusion}`, conclusion)]),
    ...(checks.length > 0 ? [t('ledger.checks', { checks: list(checks.map((check) => t(`ledger.check.${check}`))) })] : []),
    ...(engine === '' ? [] : [maybe(`ledger.engineIs.${engine}`, t('ledger.engine', { engine: engine.replace(/^[^:]+:/, '') }))]),
    ...(body.facts['withoutProtocol'] === true ? [t('ledger.withoutProtocol')] : []),
    ...(body.facts['ownCard'] === true ? [t('ledger.ownCard')] : []),
  ]
}

/** An entry of the ledger. `form` is that of the person who acted. */
export function LedgerEntryLine({ entry, form }: { entry: LedgerView; form: Person['form'] }) {
  const { t } = useWords()
  const { body } = entry
  const { what } = mainSubjects(entry)
  const others = otherSubjects(entry, t(`ledger.act.${body.act}`, { what: '\u0001' }).includes('\u0001') ? what : undefined)
  const isProposal = /^(?:suggestion|readings?)\./.test(body.act)
  return (
    <li className={styles['entry']}>
      <LedgerSentence entry={entry} />
      <p className={styles['quiet']}>{useNotes(entry, form).join(' · ')}</p>
      <div className={styles['content']}>
        <LedgerContents entry={entry} />
      </div>
      <div className={styles['foot']}>
        <Facts entry={entry} />
        {others.map((subject) => (
          <SubjectLink key={`${subject.kind} ${subject.id}`} subject={subject} />
        ))}
        {what ? <a href={hrefTo('ledger', [], filterToQuery({ about: what }))}>{t(`ledger.filter.only.${what.kind}`)}</a> : null}
        {isProposal ? <a href={hrefTo('ledger', [], { subject: body.subject })}>{t('ledger.filter.onlyProposal')}</a> : null}
      </div>
    </li>
  )
}
