// The sampling plan: one decided output in N is read again. It must not know what was drawn.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import type { ReadingSource } from './reading-source.ts'
import styles from './referent.module.css'

const usual = 5

/** `7` → 7; anything that is no whole number from 1 to 100 → null. */
function wholeOf(text: string): number | null {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= 100 ? value : null
}

/** Sets, changes or stops the plan of an experiment, or of a packet. `every` is the present one, null without a plan. */
export function PlanForm({ source, every, onDone }: { source: ReadingSource; every: number | null; onDone?: () => void }) {
  const { t, error } = useWords()
  const { person } = useSession()
  const [text, setText] = useState(String(every ?? usual))
  const wanted = wholeOf(text)
  const referent = person.roles.includes('referent')
  const set = useMutation((next: number | null) => client.readings.setPlan({ ...source, every: next }), {
    onDone: (plan) => {
      notify(plan ? t('referent.plan.said', { every: plan.every }) : t('referent.plan.stopped'))
      refreshQueries('readings')
      refreshQueries('packets')
      onDone?.()
    },
  })
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null) void set.run(wanted)
      }}
    >
      <p>{t('referent.plan.intro')}</p>
      <Field
        label={t('referent.plan.every')}
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.target.value)}
        problem={wanted === null ? t('referent.plan.wrong') : undefined}
        hint={wanted === null ? undefined : t('referent.plan.everyHint', { count: Math.round(100 / wanted) })}
      />
      {every === null ? null : <p className={styles['quiet']}>{t('referent.plan.kept')}</p>}
      {referent ? null : <p className={styles['quiet']}>{t('referent.plan.role')}</p>}
      {set.error ? (
        <p className={styles['problem']} role="alert">
          {error(set.error)}
        </p>
      ) : null}
      <div className={styles['buttons']}>
        <Button type="submit" kind="main" busy={set.busy} disabled={!referent || wanted === null || wanted === every}>
          {t(every === null ? 'referent.plan.set' : 'referent.plan.change')}
        </Button>
        {every === null ? null : (
          <Button kind="quiet" disabled={!referent} onClick={() => void set.run(null)}>
            {t('referent.plan.stop')}
          </Button>
        )}
      </div>
    </form>
  )
}
