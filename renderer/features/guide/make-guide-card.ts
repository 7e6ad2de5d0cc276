// The example card of the guided first experiment: real articles of this desk, real people of this desk.
// It must not know how the core checks a card.
import type { ArticleSummary } from '../../../shared/domain/article.ts'
import type { Card } from '../../../shared/domain/experiment.ts'
import type { Person } from '../../../shared/domain/person.ts'
import type { Words } from '../../words/use-words.ts'

/** Enough to read in the time a coffee takes. */
export const guideArticles = 3
/** Long enough to hold three points, short enough to be read whole. Characters. */
const readable = { from: 900, to: 6_000 } as const

/** The newest articles that may be tried on and read in a few minutes; those nobody has proposals for come first. */
export function chooseArticles(articles: readonly ArticleSummary[], lang: string): ArticleSummary[] {
  const allowed = articles.filter((one) => one.aiUse && one.rights === 'own')
  const short = allowed.filter((one) => one.characters >= readable.from && one.characters <= readable.to)
  const fit = (one: ArticleSummary) => (one.lang === lang ? 0 : 2) + (one.pending > 0 ? 1 : 0)
  return short.toSorted((a, b) => fit(a) - fit(b)).slice(0, guideArticles)
}

/** Who answers for it: oneself where one is a referent, else the first referent of the desk; null without any. */
export function chooseReferent(me: Person, people: readonly Person[]): Person | null {
  if (me.roles.includes('referent')) return me
  return people.find((person) => person.roles.includes('referent')) ?? null
}

/** The card, complete but for nothing: the person may change every word of it. */
export function makeGuideCard(
  { t }: Pick<Words, 't'>,
  owner: Person,
  referent: Person,
  newsroom: string,
  articles: readonly ArticleSummary[],
): Card {
  return {
    title: t('guide.card.title'),
    hypothesis: t('guide.card.hypothesis'),
    task: 'key-points',
    owner: owner.id,
    editorialResponsibility: newsroom,
    referent: referent.id,
    desk: '',
    from: '',
    to: '',
    peopleConcerned: t('guide.card.people'),
    dataConcerned: t('guide.card.data'),
    engines: ['builtin'],
    corpus: { articles: articles.map((one) => one.id) },
    criterion: { measure: 'acceptance', operator: '>=', value: 0.6, text: t('guide.card.criterion') },
    stopRule: t('guide.card.stopRule'),
    worksCouncil: { status: 'not-needed', because: t('guide.card.council') },
    judgeFirst: false,
  }
}
