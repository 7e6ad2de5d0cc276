// The one-page note to the works council, made from the card alone. Pure.
import type { Card, Experiment } from '../../../../shared/domain/experiment.ts'
import { documentWords, type DocumentWords } from './document-words.ts'
import { facts, paragraph, printablePage, section } from './page.ts'
import { day, withFrenchSpaces, type Lang, type Names } from './say.ts'

const spaced = { fr: withFrenchSpaces(documentWords.fr), en: documentWords.en } as const

export function worksCouncilPage(experiment: Experiment, lang: Lang, names: Names, at: Date, newsroom = ''): string {
  const words: DocumentWords = spaced[lang]
  const { card } = experiment
  return printablePage({
    lang,
    kicker: [words.councilTitle, newsroom].filter((part) => part !== '').join(' · '),
    title: card.title,
    standfirst: card.hypothesis,
    mark: `Marbre · ${experiment.hash.slice(0, 16)}`,
    body: [
      section(
        words.right,
        facts([
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
      ),
      section(words.shown, [whereOf(card, words), words.human, words.monitoring].map((text) => paragraph(text)).join('')),
      section(words.stopRule, paragraph(card.stopRule)),
      section(words.council, paragraph(councilText(card, words, lang))),
    ].join('\n'),
    footer: `${words.hash}${lang === 'fr' ? '\u00a0:' : ':'} ${experiment.hash.slice(0, 16)}. ${words.produced} ${day(at.toISOString(), lang)}.`,
  })
}

/** A server of the house that IT named is no part of the person’s machine: the note must not say that nothing leaves it. */
function whereOf({ engines }: Card, words: DocumentWords): string {
  return engines.some((engine) => engine.startsWith('on-premise:')) ? words.designated : words.local
}

function councilText(card: Card, words: DocumentWords, lang: Lang): string {
  const { status, date, because } = card.worksCouncil
  if (status === 'done') return `${words.councilDone} ${date === undefined ? '' : day(date, lang)}`.trim()
  if (status === 'not-needed') return `${words.councilNot} ${because ?? ''}`.trim()
  return words.councilPending
}
