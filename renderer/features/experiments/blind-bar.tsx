// The vote: four choices, a remark, the names once it is given. It must not know the texts.
import { useRef, type RefObject } from 'react'
import { choiceSchema } from '../../../shared/domain/comparison.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { slotLabels } from '../../ui/key-map.ts'
import { useKeyboard, useKeyLabel } from '../../ui/use-keyboard.ts'
import { useActionKeys } from '../../ui/use-keys.ts'
import { useWords } from '../../words/use-words.ts'
import { sayEngine } from './say-engine.ts'
import type { Voting } from './use-blind.ts'
import styles from './blind.module.css'

const choices = choiceSchema.options

function Given({ voting, closed, left }: { voting: Voting; closed: boolean; left: number }) {
  const { t } = useWords()
  const keyOf = useKeyLabel()
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
          <Button kind="quiet" keyHint={keyOf('undo')} busy={voting.busy} onClick={voting.takeBack}>
            {t('blind.back')}
          </Button>
        ) : null}
        <Button kind="main" keyHint={keyOf('blind.vote')} onClick={() => voting.step(1)}>
          {t(left === 0 || closed ? 'blind.toTotals' : 'blind.next')}
        </Button>
      </div>
    </div>
  )
}

interface VoteKeys {
  readonly voting: Voting
  readonly given: boolean
  readonly closed: boolean
  readonly remark: RefObject<HTMLInputElement | null>
}

/** What can be pressed now; a key that has nothing to do here is left to the frame. */
function useVoteKeys({ voting, given, closed, remark }: VoteKeys) {
  // A key held down must not run through texts nobody has read.
  const once = (act: () => void) => (event: KeyboardEvent) => (event.repeat ? undefined : act())
  useActionKeys('blind', {
    slot: (place) => {
      const choice = choices[place]
      if (choice) voting.choose(choice)
    },
    act: {
      'blind.vote': once(() => (given ? voting.step(1) : voting.vote())),
      next: once(() => voting.step(1)),
      previous: once(() => voting.step(-1)),
      ...(given ? {} : { 'blind.note': () => remark.current?.focus() }),
      ...(given && !closed ? { undo: once(voting.takeBack) } : {}),
    },
  })
}

/** The decision bar of a blind comparison, and its keys. */
export function BlindBar({ voting, closed, left }: { voting: Voting; closed: boolean; left: number }) {
  const { t } = useWords()
  const keyOf = useKeyLabel()
  const digits = slotLabels('blind.slot', useKeyboard())
  const remark = useRef<HTMLInputElement>(null)
  const given = voting.pair?.reveal !== null && voting.pair?.reveal !== undefined
  useVoteKeys({ voting, given, closed, remark })
  const noteKey = keyOf('blind.note')
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
            keyHint={digits[index]}
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
        placeholder={noteKey === undefined ? t('blind.noteAsk') : t('blind.noteKey', { key: noteKey })}
        value={voting.note}
        onChange={(event) => voting.write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <Button kind="main" type="submit" keyHint={keyOf('blind.vote')} disabled={voting.chosen === null} busy={voting.busy}>
        {t('blind.vote')}
      </Button>
    </form>
  )
}
