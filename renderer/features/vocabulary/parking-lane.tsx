// Terms the articles repeat, or people wanted, and the thesaurus lacks. They never become tags by themselves.
// It must not know how they are found.
import { useMemo, useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import type { ParkedTerm } from '../../../shared/contract/tagging.ts'
import { preferredLabel } from '../../../shared/domain/vocabulary.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { go, hrefTo } from '../../ui/router.ts'
import { ErrorState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { foldText, type CountedConcept } from './concept-tree.ts'
import styles from './vocabulary.module.css'

const shown = 30

interface TermProps {
  readonly term: ParkedTerm
  readonly options: () => readonly { readonly value: string; readonly label: string }[]
}

interface AlternateChoiceProps {
  readonly term: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly busy: boolean
  readonly onChoose: (concept: string) => void
}

/** The tag this term is another name of, then a button: a list that acts by itself would act at the first arrow key. */
function AlternateChoice({ term, options, busy, onChoose }: AlternateChoiceProps) {
  const { t } = useWords()
  const [concept, setConcept] = useState('')
  return (
    <div className={styles['buttons']}>
      <Select
        label={t('vocabulary.parking.alternateOf', { term })}
        labelHidden
        value={concept}
        options={[{ value: '', label: t('vocabulary.parking.alternate') }, ...options]}
        onChange={setConcept}
      />
      <Button size="small" busy={busy} disabled={concept === ''} onClick={() => onChoose(concept)}>
        {t('vocabulary.parking.confirm')}
      </Button>
    </div>
  )
}

/** The term, how often it stands in the articles, and one of them. */
function Named({ term }: { readonly term: ParkedTerm }) {
  const { t, number } = useWords()
  const example = term.examples[0]
  return (
    <>
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
    </>
  )
}

/** A tag that is gone is not looked at: its page gives way to the thesaurus, unless one has moved on. */
async function takeBack(key: string, concept: string, made: boolean): Promise<void> {
  await client.undo.adoption({ key })
  if (made && location.hash === hrefTo('vocabulary', [concept])) go('vocabulary')
}

/** What is done with a term, each with its way back. */
function useTerm(term: ParkedTerm) {
  const { t, error, lang } = useWords()
  const after = {
    onDone: () => refreshQueries('vocabulary'),
    onError: (thrown: Parameters<typeof error>[0]) => notify(error(thrown), { kind: 'problem' as const }),
  }
  const dismiss = useMutation(() => client.tagging.dismissTerm({ key: term.key }), {
    ...after,
    onDone: () => {
      after.onDone()
      offerUndo({
        said: t('vocabulary.parking.dismissed', { term: term.term }),
        undo: () => client.tagging.restoreTerm({ key: term.key }),
        undone: t('undo.done.dismissal', { term: term.term }),
      })
    },
  })
  const adopt = useMutation(
    (concept: string | null) => client.tagging.adoptTerm({ key: term.key, ...(concept === null ? {} : { concept }) }),
    {
      ...after,
      onDone: (concept, into) => {
        after.onDone()
        go('vocabulary', [concept.id])
        offerUndo({
          said:
            into === null
              ? t('undo.adopted', { term: term.term })
              : t('undo.adoptedAs', { term: term.term, label: preferredLabel(concept, lang) }),
          undo: () => takeBack(term.key, concept.id, into === null),
          undone: t('undo.done.adoption', { term: term.term }),
        })
      },
    },
  )
  return { dismiss, adopt }
}

function Term({ term, options }: TermProps) {
  const { t } = useWords()
  const [choosing, setChoosing] = useState(false)
  const { dismiss, adopt } = useTerm(term)
  return (
    <li className={styles['parked']}>
      <Named term={term} />
      <div className={styles['buttons']}>
        <Button
          size="small"
          busy={adopt.busy}
          aria-label={t('vocabulary.proposed.makeNamed', { term: term.term })}
          onClick={() => void adopt.run(null)}
        >
          {t('vocabulary.proposed.make')}
        </Button>
        {/* Only on request: thirty times a large thesaurus is too much for a page. */}
        {choosing ? null : (
          <Button size="small" kind="quiet" onClick={() => setChoosing(true)}>
            {t('vocabulary.parking.alternate')}
          </Button>
        )}
        <Button size="small" kind="quiet" busy={dismiss.busy} onClick={() => void dismiss.run(undefined)}>
          {t('vocabulary.parking.dismiss')}
        </Button>
      </div>
      {choosing ? (
        <AlternateChoice term={term.term} options={options()} busy={adopt.busy} onChoose={(concept) => void adopt.run(concept)} />
      ) : null}
    </li>
  )
}

/** What people asked for, known at once while the articles are still being read: who proposed a term finds it here. */
function Typed({ all }: { readonly all: readonly CountedConcept[] }) {
  const { t } = useWords()
  const { data } = useQuery('vocabulary-typed-terms', () => client.vocabulary.proposedTerms({}), { refreshOn: ['vocabulary.changed'] })
  const labels = useMemo(() => new Set(all.flatMap((one) => one.concept.labels.map((label) => foldText(label.text)))), [all])
  const lacking = (data ?? []).filter(({ term }) => !labels.has(foldText(term))).slice(0, shown)
  if (lacking.length === 0) return null
  return (
    <ul className={styles['terms']}>
      {lacking.map(({ term, count }) => (
        <li key={term} className={styles['parked']}>
          <p>
            <strong>{term}</strong> <span className={styles['quiet']}>{t('vocabulary.parking.typed', { count })}</span>
          </p>
          <LinkButton size="small" href={hrefTo('vocabulary', ['new'], { term })}>
            <span aria-hidden="true">{t('vocabulary.proposed.make')}</span>
            <span className="unseen">{t('vocabulary.proposed.makeNamed', { term })}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
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
  // At once, not late as elsewhere: the first reading of a large archive takes seconds.
  if (!data) {
    return (
      <>
        <p className={styles['quiet']} role="status">
          {t('vocabulary.parking.reading')}
        </p>
        <Typed all={all} />
      </>
    )
  }
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
