// Every key of the page, the group of the screen first. It must not change keys: Réglages does.
import { Fragment, type ReactNode } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { keyActions, keyGroups, type KeyGroup, type KeyId } from '../ui/key-defaults.ts'
import { slotLabels } from '../ui/key-map.ts'
import { hrefTo, type Route } from '../ui/router.ts'
import { showKeyList, useKeyboard, useKeyLabel, useKeyList } from '../ui/use-keyboard.ts'
import { keyWord } from '../words/key-word.ts'
import { useWords } from '../words/use-words.ts'
import styles from './key-list-dialog.module.css'

const groupOfTask: Readonly<Record<string, KeyGroup>> = {
  'key-points': 'points',
  tags: 'choices',
  links: 'choices',
  moderation: 'comments',
}

/** Tabs and parts of an experiment that have keys of their own: `#/experiments/ID/blind`. */
const groupOfPart: Readonly<Record<string, KeyGroup>> = { blind: 'blind', rubric: 'rubric', reading: 'reading' }

function groupOf({ screen, rest }: Route): KeyGroup | undefined {
  if (screen === 'review') return groupOfTask[rest[0] ?? 'key-points']
  return screen === 'experiments' ? groupOfPart[rest[1] ?? ''] : undefined
}

/** The groups, that of the shown screen first. */
function groupsFor(route: Route): readonly KeyGroup[] {
  const own = groupOf(route)
  return own === undefined ? keyGroups : [own, ...keyGroups.filter((one) => one !== own)]
}

function Key({ id }: { readonly id: KeyId }) {
  const { t } = useWords()
  const keyLabel = useKeyLabel()
  const keyboard = useKeyboard()
  const own = keyLabel(id)
  const several = slotLabels(id, keyboard)
  if (several.length > 0) return several.map((one) => <kbd key={one}>{one}</kbd>)
  if (own === undefined) return <span className={styles['none']}>{t('keys.none')}</span>
  const go = keyLabel('go')
  if (!id.startsWith('go.') || go === undefined) return <kbd>{own}</kbd>
  return (
    <>
      <kbd>{go}</kbd> <kbd>{own}</kbd>
    </>
  )
}

function Group({ group }: { readonly group: KeyGroup }): ReactNode {
  const { t } = useWords()
  return (
    <section className={styles['group']}>
      <h3>{t(`keys.group.${group}`)}</h3>
      <dl className={styles['keys']}>
        {keyActions
          .filter((one) => one.group === group)
          .map(({ id }) => (
            <Fragment key={id}>
              <dt>
                <Key id={id} />
              </dt>
              <dd>{t(keyWord(id))}</dd>
            </Fragment>
          ))}
      </dl>
    </section>
  )
}

/** The list `?` opens, on any screen. */
export function KeyListDialog({ route }: { readonly route: Route }) {
  const { t } = useWords()
  const open = useKeyList((state) => state.open)
  const { single } = useKeyboard()
  if (!open) return null
  const close = () => showKeyList(false)
  return (
    <Dialog
      open
      onClose={close}
      title={t('keys.title')}
      description={t('keys.lead')}
      size="wide"
      footer={
        <LinkButton href={hrefTo('settings', ['keys'])} onClick={close}>
          {t('keys.change')}
        </LinkButton>
      }
    >
      {single ? null : <p role="status">{t('keys.singleOff')}</p>}
      <div className={styles['groups']} role="group" aria-label={t('keys.title')} data-first tabIndex={-1}>
        {groupsFor(route).map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
      <p className={styles['note']}>
        {t('keys.brake')} {t('keys.layout')}
      </p>
    </Dialog>
  )
}
