// The form of one tag: labels, alternates, definition, place. Unsaved typing is kept.
// It must not know the list, nor how a tag leaves.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import { preferredLabel, type Concept } from '../../../shared/domain/vocabulary.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { go, hrefTo } from '../../ui/router.ts'
import { useWords } from '../../words/use-words.ts'
import { AlternateChips } from './alternate-chips.tsx'
import { conceptOf, draftConcept, idFromLabel, languagesOf, newDraft, type ConceptDraft } from './concept-draft.ts'
import { ConceptPicker } from './concept-picker.tsx'
import { below, foldText, type TreeIndex } from './concept-tree.ts'
import styles from './vocabulary.module.css'

export interface ConceptEditorProps {
  /** Null: a new tag, made from `term`. */
  readonly concept: Concept | null
  readonly term: string
  readonly index: TreeIndex
}

type Change = (next: Partial<ConceptDraft>) => void

function useLanguageName() {
  const { t, language } = useWords()
  return (key: string) =>
    key === '' ? t('vocabulary.edit.lang.none') : key === 'fr' || key === 'en' ? t(`vocabulary.edit.lang.${key}`) : language(key)
}

interface LabelsProps {
  readonly draft: ConceptDraft
  readonly change: Change
  readonly problem: string | undefined
}

function Labels({ draft, change, problem }: LabelsProps) {
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
      <AlternateChips
        label={t('vocabulary.edit.alternatesIn', { lang: nameOf(key) })}
        lang={key || undefined}
        hint={index === 0 ? t('vocabulary.edit.alternatesHelp') : undefined}
        value={draft.alternates[key] ?? ''}
        onChange={(value) => change({ alternates: { ...draft.alternates, [key]: value } })}
      />
    </div>
  ))
}

/** Another tag in use that bears one of these labels; the machine could then tell neither from the other. */
function bearerOf(index: TreeIndex, concept: Concept): { label: string; other: string } | null {
  const mine = new Map(concept.labels.filter((label) => label.kind === 'preferred').map((label) => [foldText(label.text), label.text]))
  for (const node of index.byId.values()) {
    if (node.concept.id === concept.id || !node.concept.active) continue
    const shared = node.concept.labels.find((label) => mine.has(foldText(label.text)))
    if (shared) return { label: shared.text, other: node.label }
  }
  return null
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
      <Button kind="main" type="submit" busy={busy} disabled={!isNew && !onClear}>
        {t('vocabulary.edit.save')}
      </Button>
      {onClear ? (
        <>
          <Button kind="quiet" onClick={onClear}>
            {t('vocabulary.edit.discard')}
          </Button>
          <span className={styles['quiet']} role="status">
            {t('vocabulary.edit.unsaved')}
          </span>
        </>
      ) : isNew ? (
        <LinkButton href={hrefTo('vocabulary')}>{t('vocabulary.edit.cancel')}</LinkButton>
      ) : null}
    </div>
  )
}

/** What is typed, kept until it is saved or thrown away; typing back what stood there is no change. */
function useDraft(concept: Concept | null, term: string) {
  const { lang } = useWords()
  const [kept, keep] = useRemembered<ConceptDraft | null>(`vocabulary.draft.${concept?.id ?? `new ${term}`}`, null)
  const start = concept ? draftConcept(concept) : newDraft(term, lang)
  const draft = kept ?? start
  const change: Change = (next) => {
    const changed = { ...draft, ...next }
    keep(JSON.stringify(changed) === JSON.stringify(start) ? null : changed)
  }
  // Whether it is in use is decided elsewhere, perhaps while this was being typed.
  const ready = conceptOf({ ...draft, active: concept?.active ?? true, replacedBy: concept?.replacedBy ?? '' })
  return { draft, ready, change, clear: () => keep(null), dirty: kept !== null }
}

/** The field a refusal names, so that it is said there. */
const fieldOf = (error: DeskError | undefined): unknown => (error?.code === 'bad-input' ? error.details['field'] : undefined)

/** The tag as it would be saved, its id, and what keeps it from being saved; saving goes to its page. */
function useConcept({ concept, term, index }: ConceptEditorProps) {
  const { t, lang } = useWords()
  const { ready, clear, ...draft } = useDraft(concept, term)
  const id = concept ? concept.id : ready.id || idFromLabel(preferredLabel(ready, lang))
  const noLabel = !ready.labels.some((label) => label.kind === 'preferred')
  const idProblem = id === '' ? t('vocabulary.edit.needId') : !concept && index.byId.has(id) ? t('vocabulary.edit.taken') : undefined
  const save = useMutation((_former: Concept | null) => client.vocabulary.save({ concept: { ...ready, id } }), {
    onDone: (saved, former) => {
      clear()
      const label = preferredLabel(saved, lang)
      offerUndo({
        said: t('vocabulary.edit.saved', { label }),
        undo: async () => {
          await client.undo.tag({ saved, former })
          if (!former && location.hash === hrefTo('vocabulary', [saved.id])) go('vocabulary')
        },
        undone: t(former ? 'undo.done.tag' : 'undo.done.tagGone', { label }),
      })
      refreshQueries('vocabulary')
      go('vocabulary', [saved.id], { replace: true })
    },
  })
  return { ...draft, ready: { ...ready, id }, clear, id, noLabel, idProblem, save }
}

/** The editor of a tag. */
export function ConceptEditor({ concept, term, index }: ConceptEditorProps) {
  const { t, error } = useWords()
  const { draft, ready, change, clear, dirty, id, noLabel, idProblem, save } = useConcept({ concept, term, index })
  const [tried, setTried] = useState(false)
  const barred = new Map([...below(index, id)].map((one) => [one, t('vocabulary.edit.below')]))
  barred.set(id, t('vocabulary.edit.itself'))
  const shared = dirty ? bearerOf(index, ready) : null
  const atParent = fieldOf(save.error) === 'parent'
  const submit = () => {
    setTried(true)
    if (!noLabel && !idProblem) void save.run(concept)
  }
  return (
    <form
      className={styles['form']}
      noValidate
      aria-label={t('vocabulary.edit.title')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Labels draft={draft} change={change} problem={tried && noLabel ? t('vocabulary.edit.needLabel') : undefined} />
      {shared ? <p className={styles['warning']}>{t('vocabulary.edit.shared', shared)}</p> : null}
      {concept ? null : (
        <Field
          label={t('vocabulary.edit.id')}
          hint={t('vocabulary.edit.idHelp')}
          problem={tried ? idProblem : undefined}
          value={draft.id || id}
          onChange={(event) => change({ id: event.target.value })}
        />
      )}
      <TextArea
        label={t('vocabulary.edit.definition')}
        rows={2}
        value={draft.definition}
        onChange={(event) => change({ definition: event.target.value })}
      />
      <ConceptPicker
        label={t('vocabulary.edit.parent')}
        problem={atParent ? t('vocabulary.edit.parentRound') : undefined}
        index={index}
        value={draft.parent}
        barred={barred}
        onChange={(parent) => {
          save.reset()
          change({ parent })
        }}
      />
      {save.error && !atParent ? (
        <p className={styles['problem']} role="alert">{`${t('vocabulary.edit.failed')} ${error(save.error)}`}</p>
      ) : null}
      <ConceptButtons busy={save.busy} isNew={concept === null} {...(dirty ? { onClear: clear } : {})} />
    </form>
  )
}
