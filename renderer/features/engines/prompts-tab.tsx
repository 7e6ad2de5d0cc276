// What language models are told: shipped and house prompts, read, added, approved, retired. It must not know a model.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { Prompt } from '../../../shared/domain/prompt.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './engines.module.css'

const tones = { shipped: 'plain', added: 'amber', approved: 'green', retired: 'plain' } as const

function ReadPrompt({ prompt, onClose, onReuse }: { prompt: Prompt; onClose: () => void; onReuse: (text: string) => void }) {
  const { t, error, language } = useWords()
  const { data, error: failed } = useQuery(`prompt:${prompt.hash}`, () => client.prompts.show({ hash: prompt.hash }))
  const decide = useMutation((act: 'approve' | 'retire') => client.prompts[act]({ hash: prompt.hash }), {
    onDone: () => {
      refreshQueries('prompts')
      onClose()
    },
    onError: (thrown) => notify(error(thrown), { kind: 'problem' }),
  })
  const title = t('engines.prompt.of', { task: t(`task.${prompt.task}`), lang: language(prompt.lang), version: prompt.version })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size="wide"
      footer={
        <>
          {data ? <Button onClick={() => onReuse(data.text)}>{t('engines.prompt.reuse')}</Button> : null}
          {prompt.state === 'approved' ? (
            <Button kind="danger" busy={decide.busy} onClick={() => void decide.run('retire')}>
              {t('engines.prompt.retire')}
            </Button>
          ) : null}
          {prompt.state === 'added' ? (
            <Button kind="main" busy={decide.busy} onClick={() => void decide.run('approve')}>
              {t('engines.prompt.approve')}
            </Button>
          ) : null}
        </>
      }
    >
      {prompt.state === 'added' ? <p className={styles['quiet']}>{t('engines.prompt.notUsed')}</p> : null}
      {failed ? <ErrorState text={error(failed)} /> : null}
      {data ? <pre className={styles['prompt']}>{data.text}</pre> : failed ? null : <Loading />}
      <p className={styles['mono']}>{prompt.hash}</p>
    </Dialog>
  )
}

function AddPrompt({ start, onClose }: { start: string; onClose: () => void }) {
  const { t, error } = useWords()
  const [text, setText] = useState(start)
  const add = useMutation(() => client.prompts.add({ text }), {
    onDone: () => {
      refreshQueries('prompts')
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('engines.prompt.add')}
      description={t('engines.prompt.addHelp')}
      size="wide"
      footer={
        <Button kind="main" busy={add.busy} disabled={text.trim() === ''} onClick={() => void add.run(undefined)}>
          {t('engines.prompt.keep')}
        </Button>
      }
    >
      <TextArea
        label={t('engines.prompt.text')}
        rows={18}
        value={text}
        problem={add.error ? error(add.error) : undefined}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  )
}

/** The tab. */
export function PromptsTab() {
  const { t, error, language, moment } = useWords()
  const [read, setRead] = useState<Prompt | null>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const { data, error: failed, reload } = useQuery('prompts', () => client.prompts.list({}))
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <div className={styles['stack']}>
      <p className={styles['quiet']}>{t('engines.prompt.intro')}</p>
      <Table<Prompt>
        caption={t('engines.tab.prompts')}
        columns={[
          {
            id: 'task',
            title: t('engines.prompt.task'),
            cell: (prompt) => (
              <Button size="small" onClick={() => setRead(prompt)}>
                {t(`task.${prompt.task}`)}
              </Button>
            ),
          },
          { id: 'lang', title: t('engines.prompt.lang'), cell: (prompt) => language(prompt.lang) },
          { id: 'version', title: t('engines.prompt.version'), cell: (prompt) => prompt.version },
          {
            id: 'state',
            title: t('engines.prompt.state'),
            cell: (prompt) => <Chip tone={tones[prompt.state]}>{t(`engines.prompt.states.${prompt.state}`)}</Chip>,
          },
          { id: 'use', title: t('engines.prompt.inUse'), cell: (prompt) => (prompt.inUse ? t('common.yes') : '') },
          {
            id: 'by',
            title: t('engines.prompt.approved'),
            cell: (prompt) => (prompt.approval ? `${prompt.approval.by}, ${moment(prompt.approval.at)}` : ''),
          },
        ]}
        rows={data}
        rowKey={(prompt) => prompt.hash}
      />
      <p>
        <Button onClick={() => setDraft('')}>{t('engines.prompt.add')}</Button>
      </p>
      {read ? (
        <ReadPrompt
          prompt={read}
          onClose={() => setRead(null)}
          onReuse={(text) => {
            setRead(null)
            setDraft(text)
          }}
        />
      ) : null}
      {draft === null ? null : <AddPrompt start={draft} onClose={() => setDraft(null)} />}
    </div>
  )
}
