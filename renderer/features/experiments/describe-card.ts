// The facts of a card in words, for the card's view, the Bilan and the note to the works council.
// It must not know React.
import type { Card, Criterion } from '../../../shared/domain/experiment.ts'
import type { Words } from '../../words/use-words.ts'

/** `part validée : au moins 66 %`; `short` leaves out the sentence the card adds. */
export function criterionLine(criterion: Criterion | string, { t, percent }: Pick<Words, 't' | 'percent'>, short = false): string {
  if (typeof criterion === 'string') return criterion
  const line = t('experiments.criterionLine', {
    measure: t(`experiments.measure.${criterion.measure}`),
    operator: t(`experiments.operator.${criterion.operator}`),
    value: percent(criterion.value, 1),
  })
  return criterion.text === '' || short ? line : `${line} (${criterion.text})`
}

export function corpusLine(corpus: Card['corpus'], t: Words['t']): string {
  if ('articles' in corpus) return t('experiments.articlesChosen', { count: corpus.articles.length })
  return corpus.query === '' ? t('experiments.queryAll') : t('experiments.querySaid', { query: corpus.query })
}

export function councilLine(council: Card['worksCouncil'], { t, date }: Pick<Words, 't' | 'date'>): string {
  const status = t(`experiments.card.worksCouncil.${council.status}`)
  if (council.status === 'done') return `${status} ${council.date ? date(council.date) : ''}`.trim()
  if (council.status === 'not-needed') return `${status} ${council.because ?? ''}`.trim()
  return status
}

export interface CardLine {
  readonly id: string
  readonly label: string
  readonly value: string
}

/** Every field of the card, in the form's order. */
export function cardLines(card: Card, words: Words, nameOf: (id: string) => string): CardLine[] {
  const { t, date } = words
  const dates =
    card.from || card.to ? t('experiments.dates', { from: card.from ? date(card.from) : '…', to: card.to ? date(card.to) : '…' }) : ''
  const line = (id: string, label: string, value: string) => ({ id, label, value: value.trim() === '' ? t('experiments.none') : value })
  return [
    line('hypothesis', t('experiments.card.field.hypothesis'), card.hypothesis),
    line('task', t('experiments.card.field.task'), t(`task.${card.task}`)),
    line('owner', t('experiments.card.field.owner'), nameOf(card.owner)),
    line('editorialResponsibility', t('experiments.card.field.editorialResponsibility'), card.editorialResponsibility),
    line('referent', t('experiments.card.field.referent'), nameOf(card.referent)),
    line('desk', t('experiments.card.field.desk'), card.desk),
    line('dates', `${t('experiments.card.field.from')} … ${t('experiments.card.field.to')}`, dates),
    line('peopleConcerned', t('experiments.card.field.peopleConcerned'), card.peopleConcerned),
    line('dataConcerned', t('experiments.card.field.dataConcerned'), card.dataConcerned),
    line('engines', t('experiments.card.field.engines'), card.engines.join(', ')),
    line('corpus', t('experiments.card.field.corpus'), corpusLine(card.corpus, t)),
    line('criterion', t('experiments.card.field.criterion'), criterionLine(card.criterion, words)),
    line('stopRule', t('experiments.card.field.stopRule'), card.stopRule),
    line('worksCouncil', t('experiments.card.field.worksCouncil'), councilLine(card.worksCouncil, words)),
    ...(card.task === 'moderation'
      ? [line('judgeFirst', t('experiments.card.field.judgeFirst'), t(card.judgeFirst ? 'experiments.yes' : 'experiments.no'))]
      : []),
  ]
}
