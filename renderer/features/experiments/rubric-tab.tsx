// The tab "Grille EBU" of an experiment: articles with validated points, the text, the form, the totals.
// It must not know what a level counts for.
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { Experiment } from '../../../shared/domain/experiment.ts'
import type { RubricItem, RubricScores } from '../../../shared/domain/rubric.ts'
import { ArticleText } from '../../ui/article-text.tsx'
import type { KeyId } from '../../ui/key-defaults.ts'
import { KeyLine } from '../../ui/key-line.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useActionKeys } from '../../ui/use-keys.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { keyWord } from '../../words/key-word.ts'
import { useWords } from '../../words/use-words.ts'
import { RubricForm } from './rubric-form.tsx'
import { RubricTotalsView } from './rubric-totals.tsx'
import styles from './blind.module.css'

function useForms(experiment: string, onSaved: (item: string) => void) {
  const { t, error } = useWords()
  const onError = (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' })
  const withdraw = useMutation((item: string) => client.rubrics.withdraw({ experiment, item }), {
    onDone: () => {
      notify(t('rubric.withdrawn'))
      refreshQueries('rubric')
    },
    onError,
  })
  const save = useMutation((given: { item: string; scores: RubricScores }) => client.rubrics.save({ experiment, ...given }), {
    onDone: ({ item }) => {
      notify(t('rubric.saved'), { action: { label: t('rubric.withdraw'), run: () => void withdraw.run(item) } })
      refreshQueries('rubric')
      onSaved(item)
    },
    onError,
  })
  return { save, withdraw }
}

function Text({ item }: { item: RubricItem }) {
  const { t, date, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`article-text:${item.item}`, () => client.articles.show({ id: item.item }), {
    refreshOn: ['article.changed'],
  })
  if (failed) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <ArticleText
      title={data.title || t('common.untitled')}
      kicker={data.section ?? undefined}
      byline={data.date ? date(data.date) : undefined}
      body={data.body}
      lang={data.lang}
      level={2}
    />
  )
}

function List({ items, shown, onPick }: { items: readonly RubricItem[]; shown: string; onPick: (item: string) => void }) {
  const { t } = useWords()
  return (
    <nav className={styles['side']} aria-label={t('rubric.list')}>
      <ul className={styles['items']}>
        {items.map(({ item, title, form }) => (
          <li key={item}>
            <button type="button" className={styles['item']} aria-current={item === shown} onClick={() => onPick(item)}>
              <span>{title || t('common.untitled')}</span>
              {form ? <span className={styles['quiet']}>{t(form.outdated ? 'rubric.outdated' : 'rubric.done')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const keysSaid: readonly KeyId[] = ['rubric.slot', 'rubric.back', 'rubric.note', 'rubric.save', 'next', 'previous']

function Forms({ experiment, items }: { experiment: string; items: readonly RubricItem[] }) {
  const { t } = useWords()
  const [picked, pick] = useRemembered<string | null>(`rubric.at:${experiment}`, null)
  const at = Math.max(0, picked === null ? items.findIndex(({ form }) => form === null) : items.findIndex(({ item }) => item === picked))
  const { save, withdraw } = useForms(experiment, (saved) => {
    const place = items.findIndex(({ item }) => item === saved)
    const next = [...items.slice(place + 1), ...items.slice(0, place)].find(({ form }) => form === null)
    pick(next?.item ?? saved)
  })
  const step = (by: number) => {
    const next = items[at + by]
    if (next) pick(next.item)
  }
  useActionKeys('rubric', { act: { next: () => step(1), previous: () => step(-1) } })
  const item = items[at]
  if (!item) return null
  return (
    <>
      <div className={styles['two']}>
        <List items={items} shown={item.item} onPick={pick} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reachable from the keyboard */}
        <div className={styles['text']} role="region" aria-label={item.title} tabIndex={0}>
          <Text item={item} />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a form that scrolls must be reachable from the keyboard */}
        <section className={styles['side']} aria-label={t('rubric.tab')} tabIndex={0}>
          <h2 className={styles['sideTitle']}>{t('rubric.outputs')}</h2>
          <ol className={styles['outputs']}>
            {item.outputs.map((text) => (
              <li key={text} className={styles['output']}>
                {text}
              </li>
            ))}
          </ol>
          <RubricForm
            key={item.item}
            experiment={experiment}
            item={item}
            busy={save.busy || withdraw.busy}
            onSave={async (scores) => (await save.run({ item: item.item, scores })) !== undefined}
            onWithdraw={() => void withdraw.run(item.item)}
          />
        </section>
      </div>
      <KeyLine label={t('rubric.keyLine')} keys={keysSaid.map((id) => ({ id, label: t(keyWord(id)) }))} />
    </>
  )
}

/** The tab. */
export function RubricTab({ experiment }: { experiment: Experiment }) {
  const { t, error } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`rubric-items:${experiment.id}`, () => client.rubrics.items({ experiment: experiment.id }), {
    refreshOn: ['experiment.changed', 'suggestion.changed', 'settings.changed'],
  })
  if (failed && !data) return <ErrorState text={`${t('rubric.failed')} ${error(failed)}`} onRetry={reload} />
  if (!data) return <Loading />
  if (data.length === 0) return <EmptyState title={t('rubric.empty.title')} text={t('rubric.empty.text')} />
  return (
    <div className={styles['tab']}>
      <p className={styles['quiet']}>{t('rubric.intro')}</p>
      {experiment.conclusion ? null : <Forms experiment={experiment.id} items={data} />}
      <RubricTotalsView experiment={experiment.id} />
    </div>
  )
}
