// The fields of a pasted article. It must not save.
import { useEffect, useRef } from 'react'
import { rightsSchema } from '../../../shared/domain/article.ts'
import { Field, Select, TextArea, Tick } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { withRights, type PasteDraft } from './paste-draft.ts'
import styles from './home.module.css'

interface PasteFormProps {
  readonly draft: PasteDraft
  readonly onChange: (draft: PasteDraft) => void
}

/** Title, date, section, text, rights, use of AI. */
export function PasteForm({ draft, onChange }: PasteFormProps) {
  const { t } = useWords()
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => title.current?.focus(), [])
  const rights = rightsSchema.options.map((value) => ({ value, label: t(`rights.${value}`) }))
  return (
    <>
      <Field
        ref={title}
        label={t('home.fieldTitle')}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
      />
      <div className={styles['pair']}>
        <Field
          label={t('home.fieldDate')}
          type="date"
          value={draft.date}
          onChange={(event) => onChange({ ...draft, date: event.target.value })}
        />
        <Field
          label={t('home.fieldSection')}
          value={draft.section}
          onChange={(event) => onChange({ ...draft, section: event.target.value })}
        />
      </div>
      <TextArea
        label={t('home.fieldBody')}
        hint={t('home.fieldBodyHint')}
        rows={9}
        serif
        value={draft.body}
        onChange={(event) => onChange({ ...draft, body: event.target.value })}
      />
      <div className={styles['pair']}>
        <Select
          label={t('home.fieldRights')}
          value={draft.rights}
          options={rights}
          onChange={(value) => onChange(withRights(draft, value))}
        />
        <AiUse draft={draft} onChange={onChange} />
      </div>
    </>
  )
}

function AiUse({ draft, onChange }: PasteFormProps) {
  const { t } = useWords()
  return (
    <fieldset className={styles['choice']}>
      <legend>{t('home.fieldAi')}</legend>
      <Tick type="radio" name="ai-use" label={t('home.aiYes')} checked={draft.aiUse} onChange={() => onChange({ ...draft, aiUse: true })} />
      <Tick
        type="radio"
        name="ai-use"
        label={t('home.aiNo')}
        hint={draft.rights === 'own' ? undefined : t('home.aiHint')}
        checked={!draft.aiUse}
        onChange={() => onChange({ ...draft, aiUse: false })}
      />
    </fieldset>
  )
}
