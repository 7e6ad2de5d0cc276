// Gives the thesaurus back as a file. It must not know the formats' insides.
import { useState } from 'react'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/field.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

const formats = ['turtle', 'csv'] as const

/** The window: a format, then a file. */
export function ExportVocabularyDialog({ onClose }: { onClose: () => void }) {
  const { t, error } = useWords()
  const [format, setFormat] = useState<(typeof formats)[number]>('turtle')
  const make = useMutation(() => client.vocabulary.export({ format }), {
    onDone: (file) => {
      saveFile(file.name, file.mime, file.content)
      notify(t('vocabulary.export.done', { count: file.concepts, name: file.name }))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('vocabulary.export.title')}
      description={t('vocabulary.export.help')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button kind="main" busy={make.busy} onClick={() => void make.run(undefined)}>
            {t('vocabulary.export.save')}
          </Button>
        </>
      }
    >
      <fieldset className={styles['choices']}>
        <legend className="unseen">{t('vocabulary.export.format')}</legend>
        {formats.map((one) => (
          <Tick
            key={one}
            type="radio"
            name="vocabulary-format"
            label={t(`vocabulary.export.${one}`)}
            hint={t(`vocabulary.export.${one}Help`)}
            checked={format === one}
            onChange={() => setFormat(one)}
          />
        ))}
      </fieldset>
      {make.error ? (
        <p className={styles['problem']} role="alert">
          {error(make.error)}
        </p>
      ) : null}
    </Dialog>
  )
}
