// How well one tag does: its precision and recall with their intervals, or that there is too little to say.
// It must not know how they are counted.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { Share, TagQuality } from '../../../shared/contract/vocabulary-edits.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './vocabulary.module.css'

/** The answer every figure of this screen is taken from. */
export function useQuality() {
  return useQuery('vocabulary-quality', () => client.vocabulary.quality({}), {
    refreshOn: ['vocabulary.changed', 'suggestion.changed', 'engine.changed'],
  })
}

/** `80 % (38 à 96 %)`, or that it is too little. */
export function useShare() {
  const { t, percent, number } = useWords()
  return (share: Share) =>
    share === null
      ? t('vocabulary.quality.few')
      : t('vocabulary.quality.share', {
          value: percent(share.value),
          low: number(Math.round(share.low * 100)),
          high: percent(share.high),
        })
}

function Figures({ tag }: { readonly tag: TagQuality }) {
  const { t } = useWords()
  const share = useShare()
  return (
    <dl className={styles['figures']}>
      <dt>{t('vocabulary.quality.precision')}</dt>
      <dd>
        {share(tag.precision)}{' '}
        <span className={styles['quiet']}>{t('vocabulary.quality.keptOf', { kept: tag.accepted, of: tag.accepted + tag.rejected })}</span>
      </dd>
      <dt>{t('vocabulary.quality.recall')}</dt>
      <dd>
        {share(tag.recall)} <span className={styles['quiet']}>{t('vocabulary.quality.missed', { count: tag.added })}</span>
      </dd>
    </dl>
  )
}

/** The section of a tag's page; nothing while nobody has decided. */
export function TagPrecision({ concept }: { readonly concept: string }) {
  const { t } = useWords()
  const { data } = useQuality()
  const tag = data?.find((one) => one.concept === concept)
  if (!tag || tag.accepted + tag.rejected + tag.added === 0) return null
  return (
    <section className={styles['learned']} aria-label={t('vocabulary.quality.ofTag')}>
      <h3 className={styles['subtitle']}>{t('vocabulary.quality.ofTag')}</h3>
      <Figures tag={tag} />
      <p className={styles['quiet']}>{t('vocabulary.quality.interval')}</p>
    </section>
  )
}
