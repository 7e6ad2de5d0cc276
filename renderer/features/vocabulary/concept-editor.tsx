// The form of one tag: labels, alternates, definition, place, retirement. Unsaved typing is kept.
// It must not know the list.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field, Select, TextArea, Tick } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { go, hrefTo } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { conceptOf, draftConcept, idFromLabel, languagesOf, newDraft, type ConceptDraft } from './concept-draft.ts'
import type { CountedConcept } from './concept-tree.ts'
import styles from './vocabulary.module.css'

export interface ConceptEditorProps {
  /** Null: a new tag, made from `term`. */
  readonly concept: Concept | null
  readonly term: string
  readonly articles: number
  readonly all: readonly CountedConcept[]
}

function useLanguageName() {
  const { t, language } = useWords()
  return (key: string) =>
    key === '' ? t('vocabulary.edit.lang.none') : key === 'fr' || key === 'en' ? t(`vocabulary.edit.lang.${key}`) : language(key)
}

function Labels({
  draft,
  change,
  problem,
}: {
  draft: ConceptDraft
  change: (next: Partial<ConceptDraft>) => void
  problem: string | undefined
}) {
  const { t } = useWords()
  const nameOf = useLanguageName()
  return languagesOf(draft).map((key, index) => (
    <div key={key} className={styles['two']}>
      <Field
        label={t('vocabulary.edit.preferredIn', { lang: nameOf(key) })}
        lang={key || undefined}
        problem={index === 0 ? problem : undefined}
        value={draft.preferred[key] ?? ''}
        onChange={(event) => change({ preferred: { ...draft.preferred, [key]: event.target.value } })}
      />
      <TextArea
        label={t('vocabulary.edit.alternatesIn', { lang: nameOf(key) })}
        lang={key || undefined}
        hint={index === 0 ? t('vocabulary.edit.alternatesHelp') : undefined}
        rows={2}
        value={draft.alternates[key] ?? ''}
        onChange={(event) => change({ alternates: { ...draft.alternates, [key]: event.target.value } })}
      />
    </div>
  ))
}

interface PlaceProps {
  readonly draft: ConceptDraft
  readonly change: (next: Partial<ConceptDraft>) => void
  /** Every other tag: what this one may stand under, or give way to. */
  readonly others: readonly { readonly value: string; readonly label: string }[]
}

/** What the tag means, where it stands, and whether it is still proposed. */
function Place({ draft, change, others }: PlaceProps) {
  const { t } = useWords()
  return (
    <>
      <TextArea
        label={t('vocabulary.edit.definition')}
        rows={2}
        value={draft.definition}
        onChange={(event) => change({ definition: event.target.value })}
      />
      <Select
        label={t('vocabulary.edit.parent')}
        value={draft.parent}
        options={[{ value: '', label: t('vocabulary.edit.noParent') }, ...others]}
        onChange={(parent) => change({ parent })}
      />
      <Tick
        label={t('vocabulary.edit.active')}
        hint={t('vocabulary.edit.activeHelp')}
        checked={draft.active}
        onChange={(event) => change({ active: event.target.checked })}
      />
      {draft.active ? null : (
        <Select
          label={t('vocabulary.edit.replacedBy')}
          value={draft.replacedBy}
          options={[{ value: '', label: t('vocabulary.edit.noReplacement') }, ...others]}
          onChange={(replacedBy) => change({ replacedBy })}
        />
      )}
    </>
  )
}

interface ConceptButtonsProps {
  readonly busy: boolean
  readonly isNew: boolean
  /** Throws away what is typed; absent while nothing is. */
  readonly onClear?: () => void
}

function ConceptButtons({ busy, isNew, onClear }: ConceptButtonsProps) {
  const { t } = useWords()
  return (
    <div className={styles['buttons']}>
      <Button kind="main" type="submit" busy={busy}>
        {t('vocabulary.edit.save')}
      </Button>
      {onClear ? (
        <>
          <Button kind="quiet" onClick={onClear}>
            {t('vocabulary.edit.cancel')}
          </Button>
          <span className={styles['quiet']}>{t('vocabulary.edit.unsaved')}</span>
        </>
      ) : isNew ? (
        <LinkButton href={hrefTo('vocabulary')}>{t('vocabulary.edit.cancel')}</LinkButton>
      ) : null}
    </div>
  )
}

/** The editor of a tag. */
export function ConceptEditor({ concept, term, articles, all }: ConceptEditorProps) {
  const { t, lang, error } = useWords()
  const [kept, keep] = useRemembered<ConceptDraft | null>(`vocabulary.draft.${concept?.id ?? `new ${term}`}`, null)
  const [tried, setTried] = useState(false)
  const draft = kept ?? (concept ? draftConcept(concept) : newDraft(term, lang))
  const change = (next: Partial<ConceptDraft>) => keep({ ...draft, ...next })
  const ready = conceptOf(draft)
  const id = concept ? concept.id : ready.id || idFromLabel(preferredLabel(ready, lang))
  const noLabel = !ready.labels.some((label) => label.kind === 'preferred')
  const idProblem =
    id === '' ? t('vocabulary.edit.needId') : !concept && all.some((one) => one.concept.id === id) ? t('vocabulary.edit.taken') : undefined
  const save = useMutation(() => client.vocabulary.save({ concept: { ...ready, id } }), {
    onDone: (saved) => {
      keep(null)
      notify(t('vocabulary.edit.saved', { label: preferredLabel(saved, lang) }))
      refreshQueries('vocabulary')
      go('vocabulary', [saved.id], { replace: true })
    },
  })
  const others = all
    .filter((one) => one.concept.id !== id)
    .map((one) => ({ value: one.concept.id, label: preferredLabel(one.concept, lang) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang))
  const submit = () => {
    setTried(true)
    if (!noLabel && !idProblem) void save.run(undefined)
  }
  return (
    <form
      className={styles['sheet']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2 className={styles['title']}>{concept ? preferredLabel(concept, lang) : t('vocabulary.edit.newTitle')}</h2>
      <p className={styles['quiet']}>{concept ? `${concept.id} · ${t('vocabulary.usage', { count: articles })}` : null}</p>
      <Labels draft={draft} change={change} problem={tried && noLabel ? t('vocabulary.edit.needLabel') : undefined} />
      {concept ? null : (
        <Field
          label={t('vocabulary.edit.id')}
          hint={t('vocabulary.edit.idHelp')}
          problem={tried ? idProblem : undefined}
          value={draft.id || id}
          onChange={(event) => change({ id: event.target.value })}
        />
      )}
      <Place draft={draft} change={change} others={others} />
      {save.error ? <p className={styles['problem']} role="alert">{`${t('vocabulary.edit.failed')} ${error(save.error)}`}</p> : null}
      <ConceptButtons busy={save.busy} isNew={concept === null} {...(kept ? { onClear: () => keep(null) } : {})} />
    </form>
  )
}
