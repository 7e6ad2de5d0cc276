// The one-page note to the works council, made from the card alone. Pure.
import type { Card, Experiment } from '../../../../shared/domain/experiment.ts'
import { documentWords, type DocumentWords } from './document-words.ts'
import { paragraph, printablePage, table } from './page.ts'
import { day, type Names } from './report-page.ts'

export function worksCouncilPage(experiment: Experiment, lang: 'fr' | 'en', names: Names, at: Date): string {
  const words = documentWords[lang]
  const { card } = experiment
  return printablePage(
    lang,
    card.title,
    words.councilTitle,
    [
      { title: words.hypothesis, html: paragraph(card.hypothesis), wide: true },
      {
        title: words.right,
        html: table([
          [words.task, words.tasks[card.task]],
          [words.desk, card.desk],
          [words.people, card.peopleConcerned],
          [words.data, card.dataConcerned],
          [
            words.dates,
            [card.from, card.to]
              .filter((date) => date !== '')
              .map((date) => day(date, lang))
              .join(' – '),
          ],
          [words.engines, card.engines.join(', ')],
          [words.owner, names(card.owner)],
          [words.referent, names(card.referent)],
          [words.responsibility, card.editorialResponsibility],
        ]),
      },
      { title: words.shown, html: [words.local, words.human, words.monitoring].map(paragraph).join('') },
      { title: words.stopRule, html: paragraph(card.stopRule) },
      { title: words.council, html: paragraph(councilText(card, words, lang)) },
    ],
    `${words.hash} : ${experiment.hash.slice(0, 16)}. ${words.produced} ${day(at.toISOString(), lang)}.`,
  )
}

function councilText(card: Card, words: DocumentWords, lang: 'fr' | 'en'): string {
  const { status, date, because } = card.worksCouncil
  if (status === 'done') return `${words.councilDone} ${date === undefined ? '' : day(date, lang)}`.trim()
  if (status === 'not-needed') return `${words.councilNot} ${because ?? ''}`.trim()
  return words.councilPending
}
