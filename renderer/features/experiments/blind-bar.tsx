// The vote: four choices, a remark, the names once it is given. It must not know the texts.
import { useRef } from 'react'
import { choiceSchema } from '../../../shared/domain/comparison.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useWords } from '../../words/use-words.ts'
import { sayEngine } from './say-engine.ts'
import type { Voting } from './use-blind.ts'
import styles from './blind.module.css'

const choices = choiceSchema.options

function Given({ voting, closed, left }: { voting: Voting; closed: boolean; left: number }) {
  const { t } = useWords()
  const { pair } = voting
  if (!pair?.reveal) return null
  return (
    <div className={styles['bar']}>
      <p className={styles['verdict']} role="status">
        {pair.vote ? t(`blind.said.${pair.vote.choice}`, { a: sayEngine(pair.reveal.a, t), b: sayEngine(pair.reveal.b, t) }) : ''}
      </p>
      <p className={styles['quiet']}>{pair.vote?.note ?? ''}</p>
      <div className={styles['actions']}>
        {pair.vote && !closed ? (
          <Button kind="quiet" keyHint="Z" busy={voting.busy} onClick={voting.takeBack}>
            {t('blind.back')}
          </Button>
        ) : null}
        <Button kind="main" keyHint={t('blind.keyEnter')} onClick={() => voting.step(1)}>
          {t(left === 0 || closed ? 'blind.toTotals' : 'blind.next')}
        </Button>
      </div>
    </div>
  )
}

/** The decision bar of a blind comparison, and its keys. */
export function BlindBar({ voting, closed, left }: { voting: Voting; closed: boolean; left: number }) {
  const { t } = useWords()
  const remark = useRef<HTMLInputElement>(null)
  const given = voting.pair?.reveal !== null && voting.pair?.reveal !== undefined
  const goOn = () => (given ? voting.step(1) : voting.vote())
  // A key held down must not run through texts nobody has read.
  const once = (event: KeyboardEvent, act: () => void) => (event.repeat ? undefined : act())
  useKeys({
    ...Object.fromEntries(choices.map((choice, index) => [`Digit${index + 1}`, () => voting.choose(choice)])),
    Enter: (event) => once(event, goOn),
    NumpadEnter: (event) => once(event, goOn),
    KeyN: () => remark.current?.focus(),
    KeyJ: (event) => once(event, () => voting.step(1)),
    KeyK: (event) => once(event, () => voting.step(-1)),
    z: (event) => once(event, voting.takeBack),
    Z: (event) => once(event, voting.takeBack),
  })
  if (given) return <Given voting={voting} closed={closed} left={left} />
  return (
    <form
      className={styles['bar']}
      onSubmit={(event) => {
        event.preventDefault()
        remark.current?.blur()
        voting.vote()
      }}
    >
      <fieldset className={styles['choices']}>
        <legend className="unseen">{t('blind.choices')}</legend>
        {choices.map((choice, index) => (
          <Button
            key={choice}
            keyHint={String(index + 1)}
            aria-pressed={voting.chosen === choice}
            onClick={(event) => {
              voting.choose(choice)
              event.currentTarget.blur()
            }}
          >
            {t(`blind.choice.${choice}`)}
          </Button>
        ))}
      </fieldset>
      <Field
        ref={remark}
        label={t('blind.note')}
        labelHidden
        placeholder={t('blind.noteKey')}
        value={voting.note}
        onChange={(event) => voting.write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <Button kind="main" type="submit" keyHint={t('blind.keyEnter')} disabled={voting.chosen === null} busy={voting.busy}>
        {t('blind.vote')}
      </Button>
    </form>
  )
}
