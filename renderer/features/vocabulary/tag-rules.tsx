// One-line rules for breaking news: written, tried on the newest articles, put in force at once, removed.
// It must not know how a line is read.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import type { RuleTrial } from '../../../shared/contract/tagging.ts'
import type { TagRule } from '../../../shared/domain/tag-rule.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

const tones = { active: 'green', expired: 'plain', blocked: 'amber' } as const

function useProblem() {
  const { t, maybe, error } = useWords()
  return (thrown: DeskError) => {
    const { problem, at } = thrown.details
    if (typeof problem !== 'string') return error(thrown)
    return t('vocabulary.rule.problemAt', { why: maybe(`vocabulary.rule.problem.${problem}`, problem), at: Number(at ?? 1) })
  }
}

function Trial({ trial }: { trial: RuleTrial }) {
  const { t, number } = useWords()
  return (
    <div role="status">
      <p>{t('vocabulary.rule.tried', { count: trial.fired, tried: number(trial.tried), label: trial.label })}</p>
      <ul className={styles['terms']}>
        {trial.articles.slice(0, 5).map((article) => (
          <li key={article.id} className={styles['quiet']}>
            <a href={hrefTo('articles', [article.id])}>{article.title || t('common.untitled')}</a>{' '}
            {t('review.tag.words', { quotes: [...new Set(article.quotes)].join(', ') })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function RuleForm() {
  const { t } = useWords()
  const say = useProblem()
  const [line, setLine] = useRemembered('vocabulary.rule-draft', '')
  const [trial, setTrial] = useState<RuleTrial | null>(null)
  const attempt = useMutation(() => client.tagging.tryRule({ line }), { onDone: setTrial })
  const add = useMutation(() => client.tagging.addRule({ line }), {
    onDone: () => {
      setLine('')
      setTrial(null)
      attempt.reset()
      refreshQueries('vocabulary-rules')
    },
  })
  const problem = add.error ?? attempt.error
  return (
    <form
      className={styles['ruleForm']}
      onSubmit={(event) => {
        event.preventDefault()
        void add.run(undefined)
      }}
    >
      <TextArea
        label={t('vocabulary.rule.line')}
        hint={t('vocabulary.rule.hint')}
        rows={2}
        value={line}
        problem={problem ? say(problem) : undefined}
        onChange={(event) => {
          setLine(event.target.value)
          add.reset()
          attempt.reset()
          setTrial(null)
        }}
      />
      <div className={styles['buttons']}>
        <Button size="small" busy={attempt.busy} disabled={line.trim() === ''} onClick={() => void attempt.run(undefined)}>
          {t('vocabulary.rule.try')}
        </Button>
        <Button size="small" kind="main" type="submit" busy={add.busy} disabled={line.trim() === ''}>
          {t('vocabulary.rule.add')}
        </Button>
      </div>
      {trial ? <Trial trial={trial} /> : null}
    </form>
  )
}

function Rule({ rule }: { rule: TagRule }) {
  const { t, error, date } = useWords()
  const again = useMutation(() => client.tagging.addRule({ line: rule.line }), { onDone: () => refreshQueries('vocabulary-rules') })
  const remove = useMutation(() => client.tagging.removeRule({ id: rule.id }), {
    onDone: () => {
      refreshQueries('vocabulary-rules')
      notify(t('vocabulary.rule.removed'), { action: { label: t('common.undo'), run: () => void again.run(undefined) } })
    },
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  return (
    <li className={styles['parked']}>
      <p className={styles['ruleLine']}>{rule.line}</p>
      <p className={styles['quiet']}>
        <Chip tone={tones[rule.state]}>{t(`vocabulary.rule.state.${rule.state}`)}</Chip>{' '}
        {[
          rule.until === null ? null : t('vocabulary.rule.until', { day: date(rule.until) }),
          t('vocabulary.rule.kept', { accepted: rule.accepted, rejected: rule.rejected }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={styles['buttons']}>
        <Button size="small" kind="quiet" busy={remove.busy} onClick={() => void remove.run(undefined)}>
          {t('vocabulary.rule.remove')}
        </Button>
      </div>
    </li>
  )
}

/** The rules in force and the form of a new one. */
export function TagRules() {
  const { t, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery('vocabulary-rules', () => client.tagging.rules({}), { refreshOn: ['vocabulary.changed'] })
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <>
      <p className={styles['quiet']}>{t('vocabulary.rule.intro')}</p>
      <RuleForm />
      <ul className={styles['terms']}>
        {data.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
    </>
  )
}
