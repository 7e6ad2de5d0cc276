// Language, theme, name of the newsroom. It must not apply them: the frame does.
import type { Settings } from '../../../shared/contract/desk.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { ErrorState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const
const themes = ['system', 'light', 'dark'] as const

/** Changes at once; the name waits for its button. */
export function DisplaySection() {
  const words = useWords()
  const { t } = words
  const { settings } = useSession()
  const [name, setName] = useRemembered<string | null>('settings.newsroom', null)
  const change = useMutation((next: Partial<Settings>) => client.desk.changeSettings(next), { onDone: () => refreshQueries('session') })
  const shown = name ?? settings.newsroom
  const saveName = async () => {
    const before = settings.newsroom
    if (!(await change.run({ newsroom: shown.trim() }))) return
    notify(t('settings.saved'), { action: { label: t('frame.undo'), run: () => void change.run({ newsroom: before }) } })
    setName(null)
  }
  return (
    <Section title={t('settings.display')}>
      <div className={styles['pair']}>
        <Select label={t('settings.language')} value={settings.lang} options={languages} onChange={(lang) => void change.run({ lang })} />
        <Select
          label={t('settings.theme')}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          onChange={(theme) => void change.run({ theme })}
        />
      </div>
      <Field
        label={t('settings.newsroom')}
        hint={t('settings.newsroomHint')}
        value={shown}
        onChange={(event) => setName(event.target.value)}
      />
      {name !== null && name !== settings.newsroom ? (
        <p>
          <Button busy={change.busy} onClick={() => void saveName()}>
            {t('settings.newsroomSave')}
          </Button>
        </p>
      ) : null}
      {change.error ? <ErrorState text={words.error(change.error)} /> : null}
    </Section>
  )
}
