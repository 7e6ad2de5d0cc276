// Says that no link may lead to an article, and why. It must not remove existing links.
import { useState } from 'react'
import type { Article, DoNotLink } from '../../../shared/domain/article.ts'
import { client } from '../../client.ts'
import { refreshQueries, useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'

const reasons = ['acquittal', 'erasure', 'correction', 'embargo'] as const

/** Reason and note; or allows links again. */
export function BarLinksDialog({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const [reason, setReason] = useState<DoNotLink['reason']>(article.doNotLink?.reason ?? 'acquittal')
  const [note, setNote] = useState(article.doNotLink?.note ?? '')
  const bar = useMutation((doNotLink: DoNotLink | null) => client.articles.barLinks({ id: article.id, doNotLink }), {
    onDone: (_done, given) => {
      const before = article.doNotLink ?? null
      const back = { label: t('frame.undo'), run: () => void bar.run(before) }
      notify(t(given ? 'article.nowBarred' : 'article.nowAllowed'), given === before ? {} : { action: back })
      refreshQueries(`article:${article.id}`)
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={t('article.bar')}
      description={t('article.barText')}
      footer={
        <>
          {article.doNotLink ? (
            <Button busy={bar.busy} onClick={() => void bar.run(null)}>
              {t('article.barAllow')}
            </Button>
          ) : null}
          <Button kind="main" busy={bar.busy} onClick={() => void bar.run(note.trim() === '' ? { reason } : { reason, note: note.trim() })}>
            {t('article.bar')}
          </Button>
        </>
      }
    >
      <Select
        label={t('article.barReason')}
        value={reason}
        options={reasons.map((value) => ({ value, label: t(`doNotLink.${value}`) }))}
        onChange={setReason}
      />
      <Field label={t('article.barNote')} value={note} onChange={(event) => setNote(event.target.value)} />
      {bar.error ? <ErrorState text={words.error(bar.error)} /> : null}
    </Dialog>
  )
}
