// Brings a retired tag back, from wherever it is asked. It must not know why the tag left.
import { client, toDeskError } from '../../client.ts'
import { refreshQueries } from '../../client-query.ts'
import { go } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { wordsNow } from '../../words/use-words.ts'

async function restore(concept: string, label: string): Promise<void> {
  const { t, error } = wordsNow()
  try {
    await client.vocabulary.restore({ concept })
    refreshQueries('vocabulary')
    notify(t('vocabulary.leave.restored', { label }))
    go('vocabulary', [concept])
  } catch (thrown) {
    notify(error(toDeskError(thrown)), { kind: 'problem' })
  }
}

/** Works after the place that asked is gone: a toast outlives its dialog. */
export function useRestore(): (concept: string, label: string) => void {
  return (concept, label) => void restore(concept, label)
}
