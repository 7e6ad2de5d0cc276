// What the ledger is narrowed to: chosen here, kept in the address, each part a chip to take off. It must not ask the ledger.
import type { LedgerSubject } from '../../../shared/contract/desk.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Select } from '../../ui/field.tsx'
import type { Span } from '../../ui/parse-dates.ts'
import { go } from '../../ui/router.ts'
import { useWords, type Words } from '../../words/use-words.ts'
import { actKinds } from './act-kinds.ts'
import { filterToQuery, isNarrowed, type LedgerFilter } from './ledger-filter.ts'
import { nameSubject } from './name-subject.ts'
import { shortId } from './read-entry.ts'
import { SubjectPicker } from './subject-picker.tsx'
import styles from './ledger.module.css'

interface Props {
  readonly filter: LedgerFilter
}

const narrow = (filter: LedgerFilter) => go('ledger', [], { query: filterToQuery(filter), replace: true })

/** The thing chosen, by name; asked once, since the address holds its id alone. */
function useNamed(about: LedgerFilter['about']): LedgerSubject | undefined {
  const name = about === undefined ? 'nothing' : `${about.kind} ${about.id}`
  const { data } = useQuery(`ledger-subject:${name}`, () => (about === undefined ? Promise.resolve([]) : client.ledger.subjects(about)))
  return data?.[0]
}

/** Du, Au. A month or a year typed in one while the other is empty fills both: it is a period. */
function Dates({ filter }: Props) {
  const { t } = useWords()
  const set = (key: 'from' | 'to', other: 'from' | 'to') => (day: string, span: Span | null) =>
    narrow(
      span && filter[other] === undefined
        ? { ...filter, from: span.from, to: span.to }
        : { ...filter, [key]: day === '' ? undefined : day },
    )
  const shared = { placeholder: t('articles.datePlaceholder'), notADate: t('articles.notADate') }
  return (
    <>
      <DateField {...shared} label={t('ledger.filter.from')} edge="first" value={filter.from ?? ''} onChange={set('from', 'to')} />
      <DateField {...shared} label={t('ledger.filter.to')} edge="last" value={filter.to ?? ''} onChange={set('to', 'from')} />
    </>
  )
}

function partsOf(filter: LedgerFilter, subject: LedgerSubject | undefined, words: Words) {
  const { t, shortDate } = words
  const { kind, who, about, from, to } = filter
  const part = (key: keyof LedgerFilter, said: string) => ({ key, said })
  return [
    ...(kind ? [part('kind', t(`ledger.kind.${kind}`))] : []),
    ...(who ? [part('who', t(`ledger.who.${who}`))] : []),
    ...(about ? [part('about', subject ? nameSubject(subject, words) : '…')] : []),
    ...(filter.subject === undefined ? [] : [part('subject', t('ledger.filter.oneProposal', { id: shortId(filter.subject) }))]),
    ...(from ? [part('from', t('ledger.filter.since', { day: shortDate(from) }))] : []),
    ...(to ? [part('to', t('ledger.filter.until', { day: shortDate(to) }))] : []),
  ]
}

function ActiveParts({ filter }: Props) {
  const words = useWords()
  const { t } = words
  const subject = useNamed(filter.about)
  if (!isNarrowed(filter)) return null
  return (
    <div className={styles['active']}>
      <ul className={styles['parts']} aria-label={t('ledger.filter.active')}>
        {partsOf(filter, subject, words).map(({ key, said }) => (
          <li key={key}>
            <ChipButton
              tone="pencil"
              aria-label={t('ledger.filter.drop', { what: said })}
              onClick={() => narrow({ ...filter, [key]: undefined })}
            >
              {said} <span aria-hidden="true">✕</span>
            </ChipButton>
          </li>
        ))}
      </ul>
      <Button size="small" kind="quiet" onClick={() => narrow({})}>
        {t('ledger.filter.clear')}
      </Button>
    </div>
  )
}

/** Act, person, thing, period. */
export function LedgerFilters({ filter }: Props) {
  const { t } = useWords()
  return (
    <div role="search" className={styles['search']}>
      <div className={styles['filters']}>
        <Select
          label={t('ledger.filter.kind')}
          value={filter.kind ?? ''}
          options={[
            { value: '', label: t('ledger.filter.everyKind') },
            ...actKinds.map((kind) => ({ value: kind, label: t(`ledger.kind.${kind}`) })),
          ]}
          onChange={(kind) => narrow({ ...filter, kind: kind === '' ? undefined : kind })}
        />
        <Select
          label={t('ledger.filter.who')}
          value={filter.who ?? ''}
          options={[
            { value: '', label: t('ledger.filter.everybody') },
            { value: 'me', label: t('ledger.who.me') },
            { value: 'desk', label: t('ledger.who.desk') },
          ]}
          onChange={(who) => narrow({ ...filter, who: who === '' ? undefined : who })}
        />
        <SubjectPicker onTake={({ kind, id }) => narrow({ ...filter, about: { kind, id } })} />
        <Dates filter={filter} />
      </div>
      <ActiveParts filter={filter} />
    </div>
  )
}
