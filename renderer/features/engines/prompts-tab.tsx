// What language models are told: shipped and house prompts, read, added, approved, retired. It must not know a model.
import { useState } from 'react'
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import type { DeskError } from '../../../shared/domain/error.ts'
import type { Prompt } from '../../../shared/domain/prompt.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useRemembered } from '../../ui/remembered.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './engines.module.css'

const tones = { shipped: 'plain', added: 'amber', approved: 'green', retired: 'plain' } as const

interface ReadPromptProps {
  readonly prompt: Prompt
  /** The house prompt in use in its place now, if any. */
  readonly inPlace: Prompt | undefined
  readonly onClose: () => void
  readonly onReuse: (text: string) => void
}

type Act = 'approve' | 'retire'

function ReadPrompt({ prompt, inPlace, onClose, onReuse }: ReadPromptProps) {
  const { t, error, language } = useWords()
  const failed = (thrown: DeskError) => notify(error(thrown), { kind: 'problem' })
  const back = useMutation(({ act, hash }: { act: Act; hash: string }) => client.prompts[act]({ hash }), {
    onDone: () => refreshQueries('prompts'),
    onError: failed,
  })
  // What was in use before comes back; the Journal keeps both entries.
  const undo = (act: Act) => {
    if (act === 'retire') void back.run({ act: 'approve', hash: prompt.hash })
    else if (inPlace) void back.run({ act: 'approve', hash: inPlace.hash })
    else void back.run({ act: 'retire', hash: prompt.hash })
  }
  const { data, error: unread } = useQuery(`prompt:${prompt.hash}`, () => client.prompts.show({ hash: prompt.hash }))
  const decide = useMutation((act: Act) => client.prompts[act]({ hash: prompt.hash }), {
    onDone: (_done, act) => {
      refreshQueries('prompts')
      notify(t(`engines.prompt.said.${act}`), { action: { label: t('frame.undo'), run: () => undo(act) } })
      onClose()
    },
    onError: failed,
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
      {unread ? <ErrorState text={error(unread)} /> : null}
      {data ? <pre className={styles['prompt']}>{data.text}</pre> : unread ? null : <Loading />}
      <p className={styles['mono']}>{prompt.hash}</p>
    </Dialog>
  )
}

interface AddPromptProps {
  readonly text: string
  readonly onType: (text: string) => void
  /** `kept` when the prompt was written: the draft may go. */
  readonly onClose: (kept: boolean) => void
}

function AddPrompt({ text, onType, onClose }: AddPromptProps) {
  const { t, error } = useWords()
  const add = useMutation(() => client.prompts.add({ text }), {
    onDone: () => {
      refreshQueries('prompts')
      onClose(true)
    },
  })
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
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
        onChange={(event) => onType(event.target.value)}
      />
    </Dialog>
  )
}

function Prompts({ prompts, onRead }: { readonly prompts: readonly Prompt[]; readonly onRead: (prompt: Prompt) => void }) {
  const { t, language, moment } = useWords()
  return (
    <Table<Prompt>
      caption={t('engines.tab.prompts')}
      columns={[
        {
          id: 'task',
          title: t('engines.prompt.task'),
          cell: (prompt) => (
            <Button size="small" onClick={() => onRead(prompt)}>
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
      rows={prompts}
      rowKey={(prompt) => prompt.hash}
    />
  )
}

/** The tab. */
export function PromptsTab() {
  const { t, error } = useWords()
  const [read, setRead] = useState<Prompt | null>(null)
  const [draft, setDraft] = useRemembered('engines.prompt-draft', '')
  const [writing, setWriting] = useState(false)
  const { data, error: failed, reload } = useQuery('prompts', () => client.prompts.list({}))
  if (failed && !data) return <ErrorState text={error(failed)} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <div className={styles['stack']}>
      <p className={styles['quiet']}>{t('engines.prompt.intro')}</p>
      <Prompts prompts={data} onRead={setRead} />
      <p>
        <Button onClick={() => setWriting(true)}>{t('engines.prompt.add')}</Button>
      </p>
      {read ? (
        <ReadPrompt
          prompt={read}
          inPlace={data.find(
            (one) => one.state === 'approved' && one.task === read.task && one.lang === read.lang && one.hash !== read.hash,
          )}
          onClose={() => setRead(null)}
          onReuse={(text) => {
            setRead(null)
            setDraft(text)
            setWriting(true)
          }}
        />
      ) : null}
      {writing ? (
        <AddPrompt
          text={draft}
          onType={setDraft}
          onClose={(kept) => {
            if (kept) setDraft('')
            setWriting(false)
          }}
        />
      ) : null}
    </div>
  )
}
