// The guided form of a card, with examples; the draft is kept on this machine until it is proposed.
// It must not know the board or the results.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import { useSession } from '../../client-session.ts'
import type { Card, Experiment } from '../../../shared/domain/experiment.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { go, hrefTo } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import { cardOf, draftOf, emptyDraft, missingFields, type CardDraft } from './card-draft.ts'
import { CorpusPart, CriterionPart, RightsPart } from './card-frame.tsx'
import { PeoplePart, QuestionPart } from './card-parts.tsx'
import { CardWarnings } from './card-warnings.tsx'
import { warningsOf } from './card-weaknesses.ts'
import styles from './experiments.module.css'

function Problem({ text }: { text: string }) {
  return (
    <p className={styles['problem']} role="alert">
      {text}
    </p>
  )
}

interface CardButtonsProps {
  readonly experiment: Experiment | null
  readonly busy: boolean
  /** Throws the draft away; absent while nothing is typed. */
  readonly onClear?: () => void
}

function CardButtons({ experiment, busy, onClear }: CardButtonsProps) {
  const { t } = useWords()
  return (
    <div className={styles['buttons']}>
      <Button kind="main" type="submit" busy={busy}>
        {t(experiment ? 'experiments.card.saveChange' : 'experiments.card.save')}
      </Button>
      <LinkButton href={hrefTo('experiments', experiment ? [experiment.id] : [])}>{t('experiments.card.cancel')}</LinkButton>
      {onClear ? (
        <>
          <Button kind="quiet" onClick={onClear}>
            {t('experiments.card.clear')}
          </Button>
          <span className={styles['quiet']}>{t('experiments.card.draft')}</span>
        </>
      ) : null}
    </div>
  )
}

/** A changed card can have its former words back; a new one can go, its words then stay in the form. */
function useSaveCard(keep: (draft: CardDraft | null) => void) {
  const { t } = useWords()
  return useMutation(
    ({ card, former }: { card: Card; former: Experiment | null }) =>
      former ? client.experiments.change({ id: former.id, card }) : client.experiments.create(card),
    {
      onDone: (saved, { former }) => {
        keep(null)
        if (former === null)
          offerUndo({
            said: t('experiments.said.saved'),
            undo: async () => {
              await client.undo.card({ id: saved.id, hash: saved.hash })
              keep(draftOf(saved.card))
              if (location.hash.startsWith(hrefTo('experiments', [saved.id]))) go('experiments', ['new'])
            },
            undone: t('undo.done.newCard'),
          })
        else if (former.hash === saved.hash) notify(t('experiments.said.saved'))
        else
          offerUndo({
            said: t('experiments.said.saved'),
            undo: () => client.undo.cardChange({ id: saved.id, hash: saved.hash, card: former.card }),
            undone: t(former.approval ? 'undo.done.cardUnapproved' : 'undo.done.card'),
          })
        go('experiments', [saved.id])
      },
    },
  )
}

/** Writes a new card, or changes one (which voids its approval). */
export function CardForm({ experiment }: { experiment: Experiment | null }) {
  const { t, error } = useWords()
  const { person } = useSession()
  const [kept, keep] = useRemembered<CardDraft | null>(`experiments.card.${experiment?.id ?? 'new'}`, null)
  const [tried, setTried] = useState(false)
  const draft = kept ?? (experiment ? draftOf(experiment.card) : emptyDraft(person.id))
  const missing = missingFields(draft)
  const save = useSaveCard(keep)
  const submit = () => {
    setTried(true)
    const card = cardOf(draft)
    if (card) void save.run({ card, former: experiment })
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const parts = {
    draft,
    change: (next: Partial<CardDraft>) => keep({ ...draft, ...next }),
    problem: (field: keyof CardDraft) =>
      tried && missing.includes(field) ? t(field === 'share' ? 'experiments.card.badShare' : 'experiments.card.required') : undefined,
  }
  return (
    <Page
      title={t(experiment ? 'experiments.card.editTitle' : 'experiments.card.newTitle')}
      lead={t('experiments.card.guide')}
      width="text"
    >
      {experiment?.approval ? <p className={styles['warning']}>{t('experiments.card.voids')}</p> : null}
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <QuestionPart {...parts} />
        <PeoplePart {...parts} />
        <CorpusPart {...parts} />
        <CriterionPart {...parts} />
        <RightsPart {...parts} />
        {missing.length === 0 ? <CardWarnings warnings={warningsOf(cardOf(draft) ?? experiment?.card ?? null)} /> : null}
        {tried && missing.length > 0 ? <Problem text={t('experiments.card.missing', { count: missing.length })} /> : null}
        {save.error ? <Problem text={error(save.error)} /> : null}
        <CardButtons experiment={experiment} busy={save.busy} {...(kept ? { onClear: () => keep(null) } : {})} />
      </form>
    </Page>
  )
}
