// One suggestion beside the article: its text, its defects, who validated it. It must not decide it.
import { preferredName } from './preferred-name.ts'
import { blockingFlags, type Suggestion } from '../../../shared/domain/suggestion.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { nameSuggestion } from './name-suggestion.ts'
import styles from './article.module.css'

interface SuggestionLineProps {
  readonly suggestion: Suggestion
  readonly number: number
  readonly active: boolean
  readonly onLook: (id: string | null) => void
}

/** A line that lights its evidence when pointed at or focused. */
export function SuggestionLine({ suggestion, number, active, onLook }: SuggestionLineProps) {
  const { t, maybe } = useWords()
  const { state } = suggestion
  const decided = state === 'accepted' || state === 'edited'
  const out = state === 'rejected' || state === 'withdrawn'
  const defects = suggestion.flags.filter((flag) => blockingFlags.includes(flag.code))
  const engine =
    suggestion.origin === 'machine' ? t('common.machineProposalBy', { engine: suggestion.engine }) : t(`origin.${suggestion.origin}`)
  return (
    <li
      className={classes(
        styles['line'],
        active && styles['looked'],
        !decided && styles['proposed'],
        out && styles['out'],
        defects.length > 0 && !out && styles['bad'],
      )}
      title={engine}
      onPointerEnter={() => onLook(suggestion.id)}
      onPointerLeave={() => onLook(null)}
    >
      <button
        type="button"
        className={styles['lineText']}
        aria-pressed={active}
        onFocus={() => onLook(suggestion.id)}
        onBlur={() => onLook(null)}
        onClick={() => onLook(suggestion.id)}
      >
        {suggestion.task === 'key-points' && !out ? <span className={styles['number']}>{number}</span> : null}
        <span data-unvalidated={decided ? undefined : ''}>
          {hasNoAnchor(suggestion) ? t('review.link.noAnchor') : nameSuggestion(suggestion)}
        </span>
      </button>
      {'article' in suggestion.value ? (
        <LinkTarget id={suggestion.value.article} type={maybe(`linkType.${suggestion.value.type}`, '')} />
      ) : null}
      {out
        ? null
        : defects.map((flag) => (
            <p key={`${flag.code}-${flag.start}`} className={styles['defect']}>
              <b>{t(`flag.${flag.code}`)}.</b> {flag.expected ? t('article.quote', { quote: flag.expected }) : ''}
            </p>
          ))}
      <State suggestion={suggestion} />
    </li>
  )
}

/** Its target is named below: the id would say nothing. */
function hasNoAnchor({ value }: Suggestion): boolean {
  return 'article' in value && value.anchor === null
}

function State({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t, moment } = useWords()
  const { state, decision } = suggestion
  const { data: people } = useQuery('people', () => client.people.list({}), { refreshOn: ['settings.changed'] })
  if (suggestion.inReading)
    return (
      <Chip tone="pencil" title={t('packetReadings.waitsHelp')}>
        {t('packetReadings.waits')}
      </Chip>
    )
  if (state === 'proposed') return null
  if (state === 'stale') return <Chip tone="amber">{t('state.stale')}</Chip>
  if (state === 'unsure' || !decision) return <Chip tone={state === 'unsure' ? 'amber' : 'plain'}>{t(`state.${state}`)}</Chip>
  const who = { name: preferredName(people, decision.by), at: moment(decision.at) }
  return state === 'accepted' || state === 'edited' ? (
    <p className={styles['validated']}>{t('article.validatedBy', who)}</p>
  ) : (
    <p className={styles['by']}>{t('article.refusedBy', who)}</p>
  )
}

function LinkTarget({ id, type }: { readonly id: string; readonly type: string }) {
  const { t, shortDate } = useWords()
  const { data } = useQuery(`article-title:${id}`, () => client.articles.show({ id }))
  return (
    <p className={styles['target']}>
      <a href={hrefTo('articles', [id])}>{data?.title || id}</a>{' '}
      <span>{[type, data?.date ? shortDate(data.date) : t('common.noDate')].filter(Boolean).join(' · ')}</span>
    </p>
  )
}
