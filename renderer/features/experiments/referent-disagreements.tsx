// Two readings that differ: the list of them, and one side by side with its arbitration. No names here.
// It must not know how a decision is written.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import type { Disagreement } from '../../../shared/domain/reading.ts'
import { blockingFlags, type Check } from '../../../shared/domain/suggestion.ts'
import { Button } from '../../ui/button.tsx'
import { ChipButton } from '../../ui/chip.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { notify } from '../../ui/toast.tsx'
import { TextDifference } from '../../ui/text-difference.tsx'
import { useKeptText } from '../../ui/use-kept-text.ts'
import { useWords, type Words } from '../../words/use-words.ts'
import { HarshText } from './reading-comment.tsx'
import { First, Second } from './reading-chips.tsx'
import { FindingChips, wordsOfValue } from './readings-value.tsx'
import styles from './referent.module.css'

/** Every disagreement of the desk; `experiment` narrows. */
export function useDisagreements(experiment?: string) {
  return useQuery(
    `readings:disagreements:${experiment ?? ''}`,
    () => client.readings.disagreements(experiment === undefined ? {} : { experiment }),
    { refreshOn: ['experiment.changed', 'suggestion.changed'] },
  )
}

function outcome({ arbitration, changed }: Disagreement, { t }: Words): string {
  if (arbitration) return t(`referent.settle.kept.${arbitration.keep}`)
  return t(changed ? 'referent.settle.changed' : 'referent.settle.open')
}

/** The list, open ones first. */
export function DisagreementList() {
  const words = useWords()
  const { t, error } = words
  const { data, error: failed, reload } = useDisagreements()
  return (
    <Section title={t('referent.settle.title')}>
      <p className={styles['quiet']}>{t('referent.settle.intro')}</p>
      {failed && !data ? <ErrorState text={`${t('referent.failed')} ${error(failed)}`} onRetry={reload} /> : null}
      {data?.length === 0 ? <EmptyState title={t('referent.settle.none.title')} text={t('referent.settle.none.text')} /> : null}
      {data && data.length > 0 ? (
        <Table
          caption={t('referent.settle.caption')}
          columns={[
            {
              id: 'article',
              title: t('referent.settle.article'),
              cell: (one: Disagreement) => (
                <a
                  href={hrefTo('experiments', ['referent', one.suggestion, ...(one.source === null ? [] : [one.source])])}
                  aria-label={t('referent.settle.openOne', { title: one.title || t('common.untitled') })}
                >
                  {one.title || t('common.untitled')}
                </a>
              ),
            },
            { id: 'experiment', title: t('referent.settle.experiment'), cell: (one: Disagreement) => one.experimentTitle },
            {
              id: 'first',
              title: t('referent.settle.first'),
              cell: (one: Disagreement) => <First of={one} />,
            },
            {
              id: 'second',
              title: t('referent.settle.second'),
              cell: (one: Disagreement) => <Second of={one} />,
            },
            {
              id: 'state',
              title: t('referent.settle.state'),
              cell: (one: Disagreement) => <span className={styles['line']}>{outcome(one, words)}</span>,
            },
          ]}
          rows={data}
          rowKey={(one) => `${one.suggestion} ${one.source ?? ''}`}
        />
      ) : null}
    </Section>
  )
}

function Side({ which, disagreement }: { which: 'first' | 'second'; disagreement: Disagreement }) {
  const words = useWords()
  const { t } = words
  const { first, second, proposed } = disagreement
  const value = which === 'first' ? (first.state === 'edited' ? first.value : null) : second.value
  const reason = which === 'first' ? first.reason : second.reason
  return (
    <Section title={t(`referent.settle.${which}`)} aside={which === 'first' ? <First of={disagreement} /> : <Second of={disagreement} />}>
      {disagreement.comment ? null : (
        <p className={value ? styles['kept'] : styles['proposed']}>{wordsOfValue(value ?? proposed, null, words)}</p>
      )}
      <p>{reason ? t('referent.settle.reason', { reason }) : <span className={styles['quiet']}>{t('referent.settle.noReason')}</span>}</p>
      {which === 'second' && second.own ? <p className={styles['quiet']}>{t('referent.settle.own')}</p> : null}
      {which === 'second' && second.again ? <p className={styles['quiet']}>{t('referent.settle.again')}</p> : null}
    </Section>
  )
}

function whatFollows({ second, exported, comment }: Disagreement) {
  if (comment) return `packetReadings.will.${second.verdict === 'edit' ? 'unsure' : second.verdict}` as const
  if (exported) return 'referent.settle.willWithdraw'
  return `referent.settle.will${({ accept: 'Accept', edit: 'Edit', reject: 'Reject', unsure: 'Unsure' } as const)[second.verdict]}` as const
}

/** The checks the review will ask when the second reading validates: a changed text has all three. */
function checksOf({ task, second, flags, exported }: Disagreement): readonly Check[] {
  if (task !== 'key-points' || exported) return []
  if (second.verdict === 'accept' && flags.some((flag) => flag.code === 'verbatim')) return ['stands-alone']
  return second.verdict === 'accept' || second.verdict === 'edit' ? ['accuracy', 'plausibility', 'sources'] : []
}

/** What the referent types and ticks, and the ruling it makes. */
function useRuling({ suggestion, source }: Disagreement) {
  const { t } = useWords()
  const reason = useKeptText('arbitration', suggestion)
  const override = useKeptText('arbitrationOverride', suggestion)
  const [ticked, setTicked] = useState<readonly Check[]>([])
  const rule = useMutation(
    (keep: 'first' | 'second') =>
      client.readings.arbitrate({
        suggestion,
        ...(source === null ? {} : { source }),
        keep,
        reason: reason.text,
        checks: [...ticked],
        ...(override.text.trim() === '' ? {} : { override: override.text }),
      }),
    {
      onDone: (_recorded, keep) => {
        reason.clear()
        override.clear()
        notify(t(`referent.settle.said.${keep}`))
        refreshQueries('readings')
      },
    },
  )
  const toggle = (check: Check) =>
    setTicked((before) => (before.includes(check) ? before.filter((one) => one !== check) : [...before, check]))
  return { reason, override, ticked, toggle, rule }
}

function Ruling({ disagreement }: { disagreement: Disagreement }) {
  const { t, error } = useWords()
  const { person } = useSession()
  const { reason, override, ticked, toggle, rule } = useRuling(disagreement)
  const { flags, second } = disagreement
  const needed = checksOf(disagreement)
  const referent = person.roles.includes('referent')
  const blocked = !referent || reason.text.trim() === '' || rule.busy
  const flagged = needed.length > 0 && (second.verdict === 'edit' || flags.some((flag) => blockingFlags.includes(flag.code)))
  return (
    <Section title={t('referent.settle.arbitrate')}>
      <TextArea
        label={t('referent.settle.why')}
        hint={t('referent.settle.whyHint')}
        value={reason.text}
        onChange={(event) => reason.change(event.target.value)}
      />
      <p>{t(whatFollows(disagreement))}</p>
      {needed.length > 0 ? (
        <div className={styles['attention']} role="group" aria-label={t('referent.settle.arbitrate')}>
          {needed.map((check) => (
            <ChipButton key={check} pressed={ticked.includes(check)} title={t(`review.checkHelp.${check}`)} onClick={() => toggle(check)}>
              {t(`check.${check}`)}
            </ChipButton>
          ))}
        </div>
      ) : null}
      {flagged ? (
        <TextArea
          rows={2}
          label={t('referent.settle.override')}
          hint={t('referent.settle.overrideHint')}
          value={override.text}
          onChange={(event) => override.change(event.target.value)}
        />
      ) : null}
      {referent ? null : <p className={styles['quiet']}>{t('referent.settle.role')}</p>}
      {rule.error ? (
        <p className={styles['problem']} role="alert">
          {error(rule.error)}
        </p>
      ) : null}
      <div className={styles['buttons']}>
        <Button disabled={blocked} onClick={() => void rule.run('first')}>
          {t('referent.settle.keepFirst')}
        </Button>
        <Button kind="main" disabled={blocked || ticked.length < needed.length} onClick={() => void rule.run('second')}>
          {t('referent.settle.keepSecond')}
        </Button>
      </div>
    </Section>
  )
}

/** The texts to compare: what each reader would have let out, where they differ in words. */
function textsOf({ first, second, proposed }: Disagreement): { before: string; after: string } | null {
  const before = 'text' in first.value ? first.value.text : null
  const chosen = second.value ?? proposed
  const after = 'text' in chosen ? chosen.text : null
  return before !== null && after !== null && before !== after ? { before, after } : null
}

function Compared({ disagreement }: { disagreement: Disagreement }) {
  const words = useWords()
  const { t, moment } = words
  const { proposed, flags, arbitration, changed, experimentTitle, experiment, item, comment } = disagreement
  const texts = textsOf(disagreement)
  return (
    <Page
      title={t('referent.settle.pageTitle')}
      lead={
        <>
          <a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a> ·{' '}
          <a href={hrefTo('experiments', [experiment])}>{experimentTitle}</a> ·{' '}
          <a href={hrefTo(comment ? 'comments' : 'articles', [item])}>{disagreement.title || t('common.untitled')}</a>
        </>
      }
    >
      {comment ? (
        <Section title={t('packetReadings.comment')}>
          <HarshText text={comment.body} harsh={comment.harsh} />
        </Section>
      ) : (
        <Section title={t('referent.settle.machine')}>
          <p className={styles['proposed']} data-unvalidated="">
            {wordsOfValue(proposed, null, words)}
          </p>
          <FindingChips flags={flags} />
        </Section>
      )}
      <div className={styles['columns']}>
        <Side which="first" disagreement={disagreement} />
        <Side which="second" disagreement={disagreement} />
      </div>
      {texts ? (
        <Section title={t('referent.settle.difference')}>
          <TextDifference before={texts.before} after={texts.after} className={styles['kept']} />
        </Section>
      ) : null}
      {arbitration ? (
        <Section title={t('referent.settle.arbitrate')}>
          <p>{t('referent.settle.settled', { when: moment(arbitration.at), kept: t(`referent.settle.kept.${arbitration.keep}`) })}</p>
          <p>{t('referent.settle.reason', { reason: arbitration.reason })}</p>
        </Section>
      ) : changed ? (
        <p role="status">{t('referent.settle.changedNote')}</p>
      ) : (
        <Ruling key={disagreement.suggestion} disagreement={disagreement} />
      )}
    </Page>
  )
}

/** The screen `#/experiments/referent/SUGGESTION[/SOURCE]`. */
export function DisagreementPage({ suggestion, source }: { suggestion: string; source: string | null }) {
  const { t, error } = useWords()
  const { data, error: failed, reload } = useDisagreements()
  const found = data?.find((one) => one.suggestion === suggestion && one.source === source)
  if (found) return <Compared disagreement={found} />
  return (
    <Page title={t('referent.settle.pageTitle')} lead={<a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>}>
      {failed ? <ErrorState text={`${t('referent.failed')} ${error(failed)}`} onRetry={reload} /> : null}
      {data ? (
        <EmptyState title={t('referent.settle.none.title')} text={t('referent.settle.none.text')} />
      ) : failed ? null : (
        <Loading text={t('referent.loading')} />
      )}
    </Page>
  )
}
