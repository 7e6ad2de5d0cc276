// Terms the articles repeat, or people wanted, and the thesaurus lacks. They never become tags by themselves.
// It must not know how they are found.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { ParkedTerm } from '../../../shared/contract/tagging.ts'
import { preferredLabel } from '../../../shared/domain/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { go, hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import type { CountedConcept } from './concept-tree.ts'
import styles from './vocabulary.module.css'

const shown = 30

interface TermProps {
  readonly term: ParkedTerm
  readonly options: () => readonly { readonly value: string; readonly label: string }[]
}

function Term({ term, options }: TermProps) {
  const { t, number, error } = useWords()
  const [choosing, setChoosing] = useState<string | null>(null)
  const after = {
    onDone: () => refreshQueries('vocabulary'),
    onError: (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' as const }),
  }
  const restore = useMutation(() => client.tagging.restoreTerm({ key: term.key }), after)
  const dismiss = useMutation(() => client.tagging.dismissTerm({ key: term.key }), {
    ...after,
    onDone: () => {
      after.onDone()
      notify(t('vocabulary.parking.dismissed', { term: term.term }), {
        action: { label: t('common.undo'), run: () => void restore.run(undefined) },
      })
    },
  })
  const adopt = useMutation(
    (concept: string | null) => client.tagging.adoptTerm({ key: term.key, ...(concept === null ? {} : { concept }) }),
    {
      ...after,
      onDone: (concept) => {
        after.onDone()
        go('vocabulary', [concept.id])
      },
    },
  )
  const example = term.examples[0]
  return (
    <li className={styles['parked']}>
      <p>
        <strong>{term.term}</strong>{' '}
        <span className={styles['quiet']}>
          {term.articles > 0 ? t('vocabulary.parking.articles', { count: term.articles }) : null}
          {term.proposed > 0 ? ` · ${t('vocabulary.parking.typed', { count: term.proposed })}` : null}
        </span>
      </p>
      {example ? (
        <p className={styles['quiet']}>
          <a href={hrefTo('articles', [example.article])}>{example.title || t('common.untitled')}</a>
          {term.examples.length > 1 ? ` + ${number(term.examples.length - 1)}` : null}
        </p>
      ) : null}
      <div className={styles['buttons']}>
        <Button
          size="small"
          busy={adopt.busy}
          aria-label={t('vocabulary.proposed.makeNamed', { term: term.term })}
          onClick={() => void adopt.run(null)}
        >
          {t('vocabulary.proposed.make')}
        </Button>
        {/* The list only on request: thirty times a large thesaurus is too much, and a list that acts by itself acts at the first arrow key. */}
        {choosing === null ? (
          <Button size="small" kind="quiet" onClick={() => setChoosing('')}>
            {t('vocabulary.parking.alternate')}
          </Button>
        ) : null}
        <Button size="small" kind="quiet" busy={dismiss.busy} onClick={() => void dismiss.run(undefined)}>
          {t('vocabulary.parking.dismiss')}
        </Button>
      </div>
      {choosing === null ? null : (
        <div className={styles['buttons']}>
          <Select
            label={t('vocabulary.parking.alternateOf', { term: term.term })}
            labelHidden
            value={choosing}
            options={[{ value: '', label: t('vocabulary.parking.alternate') }, ...options()]}
            onChange={setChoosing}
          />
          <Button size="small" busy={adopt.busy} disabled={choosing === ''} onClick={() => void adopt.run(choosing)}>
            {t('vocabulary.parking.confirm')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** The lane, most telling first. */
export function ParkingLane({ all }: { readonly all: readonly CountedConcept[] }) {
  const { t, lang, error, number } = useWords()
  const [limit, setLimit] = useState(shown)
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`vocabulary-parking:${limit}`, () => client.tagging.parking({ limit }), {
    refreshOn: ['vocabulary.changed'],
  })
  const options = () =>
    all
      .filter((one) => one.concept.active)
      .map((one) => ({ value: one.concept.id, label: preferredLabel(one.concept, lang) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, lang))
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading text={t('vocabulary.parking.reading')} />
  return (
    <>
      <p className={styles['quiet']}>{t('vocabulary.parking.intro', { read: number(data.read), of: number(data.of) })}</p>
      {data.terms.length === 0 ? <p>{t('vocabulary.proposed.none')}</p> : null}
      <ul className={styles['terms']}>
        {data.terms.map((term) => (
          <Term key={term.key} term={term} options={options} />
        ))}
      </ul>
      {data.terms.length === limit && limit < 480 ? (
        <Button size="small" onClick={() => setLimit(limit + shown)}>
          {t('vocabulary.parking.more')}
        </Button>
      ) : null}
    </>
  )
}
