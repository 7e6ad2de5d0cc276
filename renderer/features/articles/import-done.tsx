// Last step of an import: what was kept, what was skipped, what can be made of it. It must not import again.
import { useState } from 'react'
import type { ImportResult } from '../../../shared/domain/import.ts'
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { whyNot } from '../../client-undo.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Kind, VocabularyResult } from './import-state.ts'
import { Rejections } from './rejections.tsx'
import { ThesaurusOffer } from './thesaurus-offer.tsx'
import styles from './articles.module.css'

/** Counts, refusals, and the offer of a thesaurus after articles. */
export function ImportDone({ kind, result }: { readonly kind: Kind; readonly result: ImportResult }) {
  const { t } = useWords()
  const stopped = result.stopped === true
  return (
    <>
      <p className={styles['doneLine']} role="status">
        <strong>{t(stopped ? 'articles.stopped' : 'articles.done')}</strong>{' '}
        <Chip tone="green">{t('articles.imported', { count: result.imported })}</Chip>{' '}
        {result.updated > 0 ? <Chip tone="pencil">{t('articles.updated', { count: result.updated })}</Chip> : null}{' '}
        {result.unchanged > 0 ? <Chip>{t('articles.unchanged', { count: result.unchanged })}</Chip> : null}{' '}
        {result.rejected.length > 0 ? <Chip tone="red">{t('articles.rejected', { count: result.rejected.length })}</Chip> : null}
      </p>
      {stopped ? <p>{t('articles.stoppedText')}</p> : null}
      {kind === 'articles' && !stopped ? <ThesaurusOffer /> : null}
      <Rejections rejected={result.rejected} />
      {kind === 'articles' && result.ticket !== undefined ? <TakeBack ticket={result.ticket} result={result} /> : null}
    </>
  )
}

/** What was brought by mistake leaves again; what the import changed keeps its new text, and that is said beside. */
function TakeBack({ ticket, result }: { readonly ticket: string; readonly result: ImportResult }) {
  const { t } = useWords()
  const [removed, setRemoved] = useState<number | null>(null)
  const undo = useMutation(() => client.undo.import({ ticket }), { onDone: (done) => setRemoved(done.removed) })
  if (removed !== null) return <p role="status">{t('undo.done.import', { count: removed })}</p>
  return (
    <div>
      <Button size="small" busy={undo.busy} onClick={() => void undo.run(undefined)}>
        {t('undo.import', { count: result.imported })}
      </Button>{' '}
      {result.updated > 0 ? <span>{t('undo.importChanged', { count: result.updated })}</span> : null}
      {undo.error ? <p role="alert">{whyNot(undo.error)}</p> : null}
    </div>
  )
}

/** The result of a thesaurus import. */
export function VocabularyDone({ result }: { readonly result: VocabularyResult }) {
  const { t } = useWords()
  return (
    <>
      <p role="status">{t('articles.conceptsRead', { concepts: result.concepts, labels: result.labels })}</p>
      <Rejections rejected={result.rejected} />
    </>
  )
}
