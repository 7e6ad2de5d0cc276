// The guided first experiment: one line under the header that says what comes next, on whatever screen one stands.
// It must not do a step in the person's place, save for the example card, which it makes on request.
import { useEffect } from 'react'
import { client } from '../../client.ts'
import { useMutation, useQuery } from '../../client-query.ts'
import { useSession } from '../../client-session.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { go, hrefTo, useRoute } from '../../ui/router.ts'
import { notify } from '../../ui/toast.tsx'
import { useGuide, type GuideState } from '../../ui/use-guide.ts'
import { useWords } from '../../words/use-words.ts'
import { guideSteps, nextStep, stepsDone, type GuideStep } from './guide-steps.ts'
import { chooseArticles, chooseReferent, guideArticles, makeGuideCard } from './make-guide-card.ts'
import styles from './guide-strip.module.css'

/** The strip, while the guide is open on this desk. */
export function GuideStrip() {
  const session = useSession()
  const [guide, setGuide] = useGuide(session.sample)
  return guide.open ? <OpenGuide guide={guide} setGuide={setGuide} /> : null
}

interface OpenGuideProps {
  readonly guide: GuideState
  readonly setGuide: (next: GuideState) => void
}

/** What the desk says of the guide's experiment, live. */
function useProgress({ read, experiment }: GuideState) {
  const watched = ['experiment.changed', 'run.progressed', 'suggestion.changed'] as const
  const { data } = useQuery(experiment === null ? null : `guide:${experiment}`, () => readGuide(experiment ?? ''), {
    refreshOn: watched,
    when: (event) => event.type !== 'run.progressed' || event.run.state === 'finished',
  })
  return { known: data?.experiment ?? null, done: stepsDone(read, data?.experiment ?? null, data?.report ?? null) }
}

async function readGuide(id: string) {
  const experiment = (await client.experiments.list({})).find((one) => one.id === id) ?? null
  const ran = experiment?.runs.some((run) => run.state === 'finished') ?? false
  return { experiment, report: ran ? await client.experiments.report({ id }) : null }
}

function OpenGuide({ guide, setGuide }: OpenGuideProps) {
  const { t } = useWords()
  const route = useRoute()
  const reading = route.screen === 'articles' && route.rest.length > 0
  useEffect(() => {
    if (reading && !guide.read) setGuide({ ...guide, read: true })
  }, [reading, guide, setGuide])
  const { done } = useProgress(guide)
  const step = nextStep(done)
  return (
    <section className={styles['strip']} aria-label={t('guide.name')}>
      <p className={styles['now']} role="status">
        <strong>
          {step
            ? `${t('guide.place', { at: guideSteps.indexOf(step) + 1, of: guideSteps.length })} · ${t(`guide.step.${step}`)}`
            : t('guide.allDone')}
        </strong>{' '}
        {t(`guide.help.${step ?? 'end'}`)}
      </p>
      {step === 'card' ? (
        <MakeCard onMade={(experiment) => setGuide({ ...guide, experiment })} />
      ) : step ? (
        <LinkButton kind="main" size="small" href={whereTo(step, guide.experiment)}>
          {t('guide.go')}
        </LinkButton>
      ) : null}
      <details className={styles['all']}>
        <summary>{t('guide.steps')}</summary>
        <ol>
          {guideSteps.map((one) => (
            <li key={one} aria-current={one === step ? 'step' : undefined} data-done={done[one] || undefined}>
              {t(`guide.step.${one}`)} <span className={styles['state']}>{t(done[one] ? 'guide.done' : 'guide.toDo')}</span>
            </li>
          ))}
        </ol>
      </details>
      <Button kind="quiet" size="small" onClick={() => setGuide({ ...guide, open: false, finished: step === null })}>
        {t('guide.leave')}
      </Button>
    </section>
  )
}

/** The screen on which a step is done. */
function whereTo(step: GuideStep, experiment: string | null): string {
  if (step === 'read' || experiment === null) return hrefTo('articles')
  if (step === 'review') return hrefTo('review', ['key-points'], { experiment })
  return hrefTo('experiments', step === 'run' ? [experiment, 'runs'] : step === 'verdict' ? [experiment, 'report'] : [experiment])
}

function MakeCard({ onMade }: { readonly onMade: (experiment: string) => void }) {
  const words = useWords()
  const { t } = words
  const session = useSession()
  const make = useMutation(
    async () => {
      const people = await client.people.list({})
      const referent = chooseReferent(session.person, people)
      const articles = chooseArticles((await client.articles.list({ limit: 200 })).items, words.lang)
      if (referent === null) return { problem: t('guide.needReferent') }
      if (articles.length < guideArticles) return { problem: t('guide.needArticles') }
      return client.experiments.create(makeGuideCard(words, session.person, referent, session.settings.newsroom, articles))
    },
    {
      onDone: (made) => {
        if ('problem' in made) return notify(made.problem, { kind: 'problem' })
        onMade(made.id)
        go('experiments', [made.id])
      },
      onError: (error) => notify(words.error(error), { kind: 'problem' }),
    },
  )
  return (
    <Button kind="main" size="small" busy={make.busy} onClick={() => void make.run(undefined)}>
      {t('guide.make')}
    </Button>
  )
}
