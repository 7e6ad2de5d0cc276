// What decisions taught about one tag, and what training holds of it; a referent can have it forgotten.
// It must not know how either is computed.
import { client } from '../../client.ts'
import { refreshQueries, useMutation, useQuery } from '../../client-query.ts'
import { offerUndo } from '../../client-undo.ts'
import type { Learned, LearnedTag } from '../../../shared/contract/tagging.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

function Decisions({ tag }: { tag: LearnedTag }) {
  const { t, percent } = useWords()
  return (
    <>
      <p>{t('vocabulary.learned.counts', { accepted: tag.accepted, rejected: tag.rejected, added: tag.added })}</p>
      {tag.accepted + tag.rejected > 0 ? (
        <p className={styles['quiet']}>{t('vocabulary.learned.precision', { share: percent(tag.reliability) })}</p>
      ) : null}
      {tag.spellings.some((one) => one.off) ? (
        <p>
          {t('vocabulary.learned.off')}{' '}
          {tag.spellings
            .filter((one) => one.off)
            .map((one) => (
              <Chip key={one.spelling} tone="amber">
                {one.spelling}
              </Chip>
            ))}
        </p>
      ) : null}
    </>
  )
}

function Weights({ trained }: { trained: NonNullable<Learned['trained']> }) {
  const { t } = useWords()
  const words = (list: readonly { readonly term: string }[]) => list.slice(0, 10).map((one) => <Chip key={one.term}>{one.term}</Chip>)
  return (
    <details>
      <summary>{t('vocabulary.learned.trained', { count: trained.examples })}</summary>
      <p className={styles['quiet']}>{t('vocabulary.learned.towards')}</p>
      <p className={styles['chips']}>{words(trained.towards)}</p>
      <p className={styles['quiet']}>{t('vocabulary.learned.against')}</p>
      <p className={styles['chips']}>{words(trained.against)}</p>
    </details>
  )
}

/** The section under the tag's form; nothing while nothing was learned. */
export function LearnedTagSection({ concept }: { readonly concept: string }) {
  const { t, error } = useWords()
  const { data } = useQuery(`vocabulary-learned:${concept}`, () => client.tagging.learned({ concept }), {
    refreshOn: ['suggestion.changed', 'engine.changed'],
  })
  const reset = useMutation(() => client.tagging.reset({ concept }), {
    onDone: () => {
      refreshQueries('vocabulary-learned')
      offerUndo({ said: t('undo.forgotten'), undo: () => client.undo.reset({ concept }), undone: t('undo.done.reset') })
    },
  })
  const tag = data?.tags.find((one) => one.concept === concept)
  if (!data || (!tag && !data.trained)) return null
  const decided = tag !== undefined && tag.accepted + tag.rejected + tag.added > 0
  return (
    <section className={styles['learned']} aria-label={t('vocabulary.learned.title')}>
      <h3 className={styles['title']}>{t('vocabulary.learned.title')}</h3>
      {decided ? <Decisions tag={tag} /> : <p className={styles['quiet']}>{t('vocabulary.learned.none')}</p>}
      {data.trained ? <Weights trained={data.trained} /> : null}
      {decided ? (
        <Button size="small" busy={reset.busy} onClick={() => void reset.run(undefined)}>
          {t('vocabulary.learned.forget')}
        </Button>
      ) : null}
      {reset.error ? (
        <p className={styles['problem']} role="alert">
          {error(reset.error)}
        </p>
      ) : null}
    </section>
  )
}
