// The offer of a guided first experiment, until it was followed to its end. It must not know the steps.
import { Button } from '../../ui/button.tsx'
import { guideStarted, useGuide } from '../../ui/use-guide.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './home.module.css'

interface GuideOfferProps {
  readonly sample: boolean
  /** Whether this desk already led an experiment of its own. */
  readonly experienced: boolean
  readonly articles: number
}

/** Under this many, there is nothing to choose from. */
const enoughArticles = 3

/** The offer; nothing while the guide is followed, was finished, or would teach nobody. */
export function GuideOffer({ sample, experienced, articles }: GuideOfferProps) {
  const { t } = useWords()
  const [guide, setGuide] = useGuide(sample)
  const begun = guide.read || guide.experiment !== null
  const useful = sample || begun || (!experienced && articles >= enoughArticles)
  if (guide.open || guide.finished || !useful) return null
  return (
    <section className={styles['few']} aria-label={t('guide.offerTitle')}>
      <p>
        <strong>{t('guide.offerTitle')}.</strong> {t('guide.offerText')} {sample ? t('guide.offerSample') : ''}
      </p>
      <Button size="small" kind="main" onClick={() => setGuide(begun ? { ...guide, open: true } : guideStarted)}>
        {t(begun ? 'guide.goOn' : 'guide.start')}
      </Button>
    </section>
  )
}
