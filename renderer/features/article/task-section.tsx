// One task on one article: what is proposed or validated, run it now, copy what is validated. It must not decide.
import { useState } from 'react'
import type { Article } from '../../../shared/domain/article.ts'
import type { Suggestion, Task } from '../../../shared/domain/suggestion.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { hrefTo } from '../../ui/router.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import { CopyButtons } from './copy-buttons.tsx'
import { DragOut } from './drag-out.tsx'
import { standing } from './light-suggestions.ts'
import { SuggestionLine } from './suggestion-line.tsx'
import styles from './article.module.css'

interface TaskSectionProps {
  readonly task: Exclude<Task, 'moderation'>
  readonly article: Article
  readonly suggestions: readonly Suggestion[]
  readonly active: string | null
  readonly onLook: (id: string | null) => void
}

/** What has the keyboard stays on screen when the answer, above it, pushes it down. */
function keepInView(): void {
  const held = document.activeElement
  if (held?.closest('main') && held.localName === 'button') setTimeout(() => held.scrollIntoView({ block: 'nearest' }), 150)
}

/** The section of a task. */
export function TaskSection({ task, article, suggestions, active, onLook }: TaskSectionProps) {
  const words = useWords()
  const { t, number } = words
  const [abstained, setAbstained] = useState<string | null>(null)
  const [chosen, setEngine] = useRemembered(`engine-${task}`, 'builtin', 'lasting')
  const able = useModels(task)
  // A model that was chosen and is not there now (its server is off): the built-in engine answers.
  const engine = able.includes(chosen) ? chosen : 'builtin'
  const suggest = useMutation(() => client.suggestions.suggest({ task, item: article.id, engine }), {
    onDone: (answer) => {
      setAbstained(answer.suggestions.length === 0 ? (answer.abstained ?? null) : null)
      refreshQueries(`article:${article.id}`)
      keepInView()
    },
  })
  const ordered = standing(suggestions)
  const idle = abstained
    ? t('article.abstained', { why: words.maybe(`article.why.${abstained}`, abstained) })
    : t(`article.nothing.${task}`)
  const waiting = suggestions.some((one) => (one.state === 'proposed' && !one.inReading) || one.state === 'stale')
  const validated = suggestions.some((one) => one.state === 'accepted' || one.state === 'edited')
  return (
    <section aria-label={t(`task.${task}`)} className={styles['section']}>
      <h2 className={styles['heading']}>
        {t(`task.${task}`)} {ordered.length > 0 ? <span>{number(ordered.length)}</span> : null}
      </h2>
      {waiting ? <p className={styles['by']}>{`${t('common.machineProposal')}. ${t('common.italicMeans')}`}</p> : null}
      {ordered.length > 0 ? (
        <Lines task={task} ordered={ordered} active={active} onLook={onLook} />
      ) : suggest.busy ? null : (
        <p className={styles['by']}>{idle}</p>
      )}
      {suggest.busy ? <Loading text={t('article.working')} /> : null}
      {suggest.error ? (
        <p className={styles['problem']} role="alert">
          {words.error(suggest.error)}
        </p>
      ) : null}
      <div className={styles['actions']}>
        {waiting ? (
          <LinkButton size="small" kind="main" href={hrefTo('review', [task, article.id])}>
            {t('article.review')}
          </LinkButton>
        ) : null}
        {article.aiUse ? (
          <Button size="small" busy={suggest.busy} onClick={() => void suggest.run(undefined)}>
            {t(ordered.length > 0 ? 'article.suggestAgain' : `article.suggestOf.${task}`)}
          </Button>
        ) : null}
        {validated ? (
          <>
            <CopyButtons item={article.id} task={task} />
            <DragOut item={article.id} task={task} />
          </>
        ) : null}
      </div>
      {article.aiUse ? <EngineChoice able={able} engine={engine} onChange={setEngine} /> : null}
    </section>
  )
}

interface LinesProps extends Pick<TaskSectionProps, 'task' | 'active' | 'onLook'> {
  readonly ordered: readonly Suggestion[]
}

function Lines({ task, ordered, active, onLook }: LinesProps) {
  return (
    <ul className={styles['lines']} data-task={task}>
      {ordered.map((suggestion, index) => (
        <SuggestionLine key={suggestion.id} suggestion={suggestion} number={index + 1} active={active === suggestion.id} onLook={onLook} />
      ))}
    </ul>
  )
}

/** The language models that can do a task now. */
function useModels(task: Task): string[] {
  const { data } = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  return (data ?? []).filter((one) => one.kind !== 'builtin' && one.state === 'ready' && one.tasks.includes(task)).map((one) => one.id)
}

interface EngineChoiceProps {
  readonly able: readonly string[]
  readonly engine: string
  readonly onChange: (engine: string) => void
}

/** Which engine proposes; hidden when there is only the built-in one. */
function EngineChoice({ able, engine, onChange }: EngineChoiceProps) {
  const { t } = useWords()
  if (able.length === 0) return null
  const options = [
    { value: 'builtin', label: t('article.builtin') },
    ...able.map((id) => ({ value: id, label: id.replace(/^(?:ollama|on-premise):/, '') })),
  ]
  return <Select label={t('article.with')} labelHidden value={engine} options={options} onChange={onChange} />
}
