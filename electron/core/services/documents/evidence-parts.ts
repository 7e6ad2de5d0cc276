// What stands behind the figures of the *Bilan*: errors quoted, findings overridden, the card, the technical record, the articles. Pure.
import type { Card, Report } from '../../../../shared/domain/experiment.ts'
import { escapeHtml } from '../formats/markup.ts'
import { facts, paragraph, section } from './page.ts'
import { day, fill, number } from './say.ts'
import { engineName, type Telling } from './telling.ts'

export function evidenceParts(telling: Telling): string[] {
  return [worstPart(telling), overridesPart(telling), cardPart(telling), piecesPart(telling), listPart(telling)]
}

/** Longer quotations are cut: the sheet is read, the whole is in the desk. */
const mostCharacters = 420

function shortened(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1).trimEnd()}…`
}

function said(name: string, text: string, { words }: Telling): string {
  return text === '' ? '' : `<p><span class="quiet">${escapeHtml(name)}${words.colon}</span> ${escapeHtml(text)}</p>`
}

function flagWords(flags: readonly string[], { words }: Telling): string {
  const known = words.flags as Readonly<Record<string, string>>
  return [...new Set(flags.map((flag) => known[flag] ?? flag))].join(' · ')
}

/** Beyond so many, quotations are set in two columns. */
const few = 4

function classOf(quotations: number): string {
  return quotations > few ? 'errors many' : 'errors'
}

function worstPart(telling: Telling): string {
  const { report, words } = telling
  if (report.worst.length === 0) return section(words.worst, paragraph(words.worstNone), 'whole')
  const errors = report.worst.map((error: Report['worst'][number]) => {
    const head = [error.title, flagWords(error.flags, telling)].filter((part) => part !== '').join(' · ')
    const kept =
      error.kept === null
        ? ''
        : `<blockquote class="kept"><span class="quiet">${escapeHtml(words.keptInstead)}${words.colon}</span> ${escapeHtml(shortened(error.kept))}</blockquote>`
    return `<li><p class="quiet">${escapeHtml(head)}</p><blockquote>${escapeHtml(shortened(error.text))}</blockquote>${kept}${said(words.reason, error.reason, telling)}</li>`
  })
  return section(words.worst, `<ol class="${classOf(errors.length)}">${errors.join('')}</ol>`)
}

function overridesPart(telling: Telling): string {
  const { report, words } = telling
  if (report.overrides.length === 0) return section(words.overrides, paragraph(words.overridesNone), 'whole')
  // One text overridden for several findings is one quotation.
  const texts = [...Map.groupBy(report.overrides, ({ item, text, reason }) => JSON.stringify([item, text, reason])).values()]
  const lines = texts.flatMap((found) => {
    const [first] = found
    if (!first) return []
    const flags = flagWords(
      found.map(({ flag }) => flag),
      telling,
    )
    return `<li><p class="quiet">${escapeHtml(flags)}</p><blockquote class="kept">${escapeHtml(shortened(first.text))}</blockquote>${said(words.reason, first.reason, telling)}</li>`
  })
  return section(words.overrides, `<ol class="${classOf(lines.length)}">${lines.join('')}</ol>`)
}

function councilText({ worksCouncil: { status, date, because } }: Card, { words, lang }: Telling): string {
  if (status === 'done') return fill(words.councilDone, { day: date === undefined ? '' : day(date, lang) })
  return status === 'not-needed' ? fill(words.councilNot, { because: because ?? '' }) : words.councilPending
}

function cardPart(telling: Telling): string {
  const { report, words } = telling
  const { card } = report.experiment
  return section(
    words.framing,
    facts([
      [words.task, words.tasks[card.task]],
      [words.stopRule, card.stopRule],
      [words.people, card.peopleConcerned],
      [words.data, card.dataConcerned],
      [words.council, councilText(card, telling)],
      [words.judgeFirst, card.judgeFirst ? words.yes : ''],
    ]),
  )
}

/** Full digests, so that the run can be made again and the card compared. */
function piecesPart({ report, words, lang }: Telling): string {
  const { runs, approval, conclusion, hash } = report.experiment
  const lines = runs.map((run): [string, string] => {
    const { manifest } = run
    const parameters = Object.entries(manifest.parameters).map(([name, value]) => `${name}=${value}`)
    return [
      `${engineName(run.engine, words)} · ${fill(words.run, { day: day(run.createdAt, lang) })}`,
      [
        fill(words.runDone, { done: number(run.done, lang), total: number(run.total, lang), failed: number(run.failed, lang) }),
        fill(words.digest, { hash: manifest.engineDigest }),
        manifest.promptHash === null ? '' : fill(words.prompt, { hash: manifest.promptHash }),
        fill(words.corpus, { hash: manifest.corpusHash }),
        fill(words.seed, { seed: String(manifest.seed) }),
        parameters.length === 0 ? '' : fill(words.parameters, { values: parameters.join(', ') }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ]
  })
  const entries = [
    approval ? fill(words.ledgerApproval, { entry: approval.entry }) : '',
    conclusion ? fill(words.ledgerConclusion, { entry: conclusion.entry }) : '',
  ].filter((part) => part !== '')
  return section(words.pieces, `<div class="mono">${facts([...lines, [words.cardHash, hash], [words.ledger, entries.join(' · ')]])}</div>`)
}

function listPart({ report, words, lang }: Telling): string {
  const { list, articles } = report.sources
  if (list.length === 0) return ''
  const lines = list.map(
    ({ title, date }) =>
      `<li>${escapeHtml(title)}${date === null ? '' : ` <span class="quiet day">${escapeHtml(day(date, lang))}</span>`}</li>`,
  )
  const more = articles > list.length ? paragraph(fill(words.listMore, { n: number(articles - list.length, lang) }), 'quiet') : ''
  return section(words.list, `<ul class="list">${lines.join('')}</ul>${more}`)
}
