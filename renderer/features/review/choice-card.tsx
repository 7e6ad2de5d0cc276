// One tag or link to keep or leave, with why it is proposed. It must not know the queue around it.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { linkTypeSchema, type Suggestion } from '../../../shared/domain/suggestion.ts'
import { classes } from '../../ui/classes.ts'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { isOpen } from './claim-rules.ts'
import { chooseLinkType, toggleKept, useLinkTypes } from './desk-store.ts'
import { StateNote } from './state-note.tsx'
import styles from './review.module.css'

export interface ChoiceCardProps {
  readonly suggestion: Suggestion
  readonly number: number
  readonly kept: boolean
  readonly lit: boolean
  readonly onLook: (looking: boolean) => void
}

function TagReason({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useWords()
  const quotes = [...new Set(suggestion.evidence.flatMap((one) => (one.kind === 'text' ? [one.quote] : [])))]
  const neighbours = suggestion.evidence.filter((one) => one.kind === 'neighbour').length
  const rules = suggestion.evidence.flatMap((one) => (one.kind === 'rule' ? [t('review.tag.rule', { line: one.line })] : []))
  const said = [
    ...rules,
    ...(quotes.length > 0 ? [t('review.tag.words', { quotes: quotes.slice(0, 4).join(', ') })] : []),
    ...(neighbours > 0 ? [t('review.tag.neighbours', { count: neighbours })] : []),
  ]
  return said.length > 0 ? said.join(' · ') : t('review.tag.noEvidence')
}

function useLabel(suggestion: Suggestion): { label: string; note: string | null } {
  const { t, date, error } = useWords()
  const target = 'article' in suggestion.value ? suggestion.value.article : null
  const answer = useQuery(target === null ? null : `review-target:${target}`, () => client.articles.show({ id: target ?? '' }))
  if ('label' in suggestion.value) return { label: suggestion.value.label, note: null }
  if (answer.error) return { label: t('review.link.gone'), note: error(answer.error) }
  const article = answer.data
  if (!article) return { label: '…', note: null }
  return {
    label: article.title || t('common.untitled'),
    note: [article.date ? date(article.date) : null, article.section].filter(Boolean).join(' · '),
  }
}

function LinkReason({ suggestion, note }: { suggestion: Suggestion; note: string | null }) {
  const { t } = useWords()
  const { value } = suggestion
  if (!('article' in value)) return null
  const anchor = value.anchor ? t('review.link.anchor', { quote: value.anchor.quote }) : t('review.link.noAnchor')
  const quotes = suggestion.evidence.flatMap((one) =>
    one.kind === 'text' && one.item === suggestion.item && one.quote !== value.anchor?.quote ? [one.quote] : [],
  )
  const words = quotes.length > 0 ? t('review.tag.words', { quotes: [...new Set(quotes)].slice(0, 4).join(', ') }) : null
  const type = isOpen(suggestion) ? null : t(`linkType.${value.type}`)
  return [note, type, anchor, words].filter(Boolean).join(' · ')
}

/** What kind of link it is: the machine says context or chronology, the person knows better. */
function LinkTypeChoice({ suggestion, label }: { suggestion: Suggestion; label: string }) {
  const { t } = useWords()
  const chosen = useLinkTypes()[suggestion.id]
  if (!('anchor' in suggestion.value)) return null
  return (
    <div className={styles['choiceType']}>
      <Select
        label={t('review.link.typeOf', { title: label })}
        labelHidden
        value={chosen ?? suggestion.value.type}
        options={linkTypeSchema.options.map((value) => ({ value, label: t(`linkType.${value}`) }))}
        onChange={(type) => chooseLinkType(suggestion.id, type)}
      />
    </div>
  )
}

/** The card: unticked until the person keeps it. */
export function ChoiceCard({ suggestion, number, kept, lit, onLook }: ChoiceCardProps) {
  const { t } = useWords()
  const { label, note } = useLabel(suggestion)
  const open = isOpen(suggestion)
  const done = suggestion.state === 'accepted' || suggestion.state === 'edited'
  const id = `keep-${suggestion.id}`
  return (
    <li
      className={classes(styles['card'], (kept || done) && styles['kept'], lit && styles['lit'], kept && styles['on'])}
      onPointerEnter={() => onLook(true)}
      onPointerLeave={() => onLook(false)}
    >
      <div className={styles['choice']}>
        {open ? (
          <input
            type="checkbox"
            id={id}
            checked={kept}
            onChange={() => toggleKept(suggestion.id)}
            onFocus={() => onLook(true)}
            onBlur={() => onLook(false)}
          />
        ) : (
          <span />
        )}
        <span className={styles['number']} aria-hidden="true">
          {number}
        </span>
        <label
          htmlFor={open ? id : undefined}
          className={classes(styles['choiceLabel'], suggestion.state === 'rejected' && styles['refused'])}
          data-unvalidated={done ? undefined : ''}
          title={t('common.machineProposalBy', { engine: suggestion.engine })}
        >
          {label}
        </label>
        <StateNote suggestion={suggestion} />
        <p className={styles['choiceNote']}>
          {suggestion.task === 'tags' ? <TagReason suggestion={suggestion} /> : <LinkReason suggestion={suggestion} note={note} />}
        </p>
        {open ? <LinkTypeChoice suggestion={suggestion} label={label} /> : null}
      </div>
    </li>
  )
}
