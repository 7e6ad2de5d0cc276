// The one-page report (*Bilan*) of an experiment. Pure.
import type { Criterion, Report } from '../../../../shared/domain/experiment.ts'
import { escapeHtml } from '../formats/markup.ts'
import { documentWords, type DocumentWords } from './document-words.ts'
import { paragraph, printablePage, table, type Block } from './page.ts'

type Lang = 'fr' | 'en'
export type Names = (person: string) => string

export function reportPage(report: Report, lang: Lang, names: Names, at: Date): string {
  const words = documentWords[lang]
  const { card, conclusion } = report.experiment
  return printablePage(
    lang,
    card.title,
    words.reportTitle,
    [
      {
        title: words.verdict,
        wide: true,
        html: conclusion
          ? `<p class="verdict">${words[conclusion.verdict]}</p>${paragraph(conclusion.reason)}<small>${escapeHtml(names(conclusion.by))}, ${day(conclusion.at, lang)}</small>`
          : paragraph(words.notConcluded),
      },
      { title: words.hypothesis, html: paragraph(card.hypothesis), wide: true },
      {
        title: words.criterion,
        html: table([
          [words.criterion, criterionText(card.criterion, words, lang)],
          [words.measured, measuredText(report, words, lang)],
          [words.stopRule, card.stopRule],
        ]),
      },
      { title: words.figures, html: figures(report, words, lang) },
      { title: words.worst, html: worst(report, words) },
      {
        title: words.overrides,
        html:
          report.overrides.length === 0
            ? paragraph(words.none)
            : report.overrides
                .map(
                  (override) =>
                    `<blockquote>${escapeHtml(override.text)}<br><small>${words.reason} : ${escapeHtml(override.reason)}</small></blockquote>`,
                )
                .join(''),
      },
      enginesBlock(report, words, lang, names),
    ],
    `${words.produced} ${day(at.toISOString(), lang)}.`,
  )
}

/** Who framed it, with what it ran, and the card's digest. */
function enginesBlock(report: Report, words: DocumentWords, lang: Lang, names: Names): Block {
  const { card, approval, hash } = report.experiment
  const approved = approval
    ? `${words.approvedBy} ${names(approval.by)} ${approval.ownCard ? words.ownCard : ''}, ${day(approval.at, lang)}`
    : ''
  return {
    title: words.engines,
    html: table([
      [words.task, words.tasks[card.task]],
      [words.desk, card.desk],
      [words.owner, names(card.owner)],
      [words.referent, names(card.referent)],
      [words.responsibility, card.editorialResponsibility],
      [
        words.dates,
        [card.from, card.to]
          .filter((date) => date !== '')
          .map((date) => day(date, lang))
          .join(' – '),
      ],
      ...report.experiment.runs.map((run): [string, string] => [
        run.engine,
        `${run.manifest.engineDigest.slice(0, 16)} · ${run.done}/${run.total}`,
      ]),
      [words.hash, hash.slice(0, 16)],
      ['', approved],
    ]),
  }
}

function figures(report: Report, words: DocumentWords, lang: Lang): string {
  const number = new Intl.NumberFormat(lang)
  const rows: [string, string][] = [
    [words.items, number.format(report.items)],
    [words.proposed, number.format(report.proposed)],
    [words.kept, number.format(report.byState.accepted)],
    [words.edited, number.format(report.byState.edited)],
    [words.refused, number.format(report.byState.rejected)],
    [words.doubt, number.format(report.byState.unsure)],
    [words.waiting, number.format(report.byState.proposed)],
    [words.added, number.format(report.added)],
    [words.flagged, number.format(report.flagged)],
    [words.acceptance, percent(report.acceptance, lang)],
    [words.unchanged, percent(report.unchanged, lang)],
    [words.recall, percent(report.recall, lang)],
    [words.agreement, report.agreement === null ? '' : percent(report.agreement, lang)],
  ]
  return `${table(rows)}${report.reviewToQuestion ? `<p class="warn">${words.question}</p>` : ''}`
}

/** The page is one sheet: the worst errors first, the rest on screen. */
const mostOnPaper = 3
const mostCharacters = 260

function shortened(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1).trimEnd()}…`
}

function worst(report: Report, words: DocumentWords): string {
  if (report.worst.length === 0) return paragraph(words.none)
  return report.worst
    .slice(0, mostOnPaper)
    .map((error) => {
      const kept = error.kept === null ? '' : `<br>${words.keptInstead} : ${escapeHtml(error.kept)}`
      const reason = error.reason === '' ? '' : `<br><small>${words.reason} : ${escapeHtml(error.reason)}</small>`
      return `<blockquote><small>${escapeHtml(error.title)}</small><br>${escapeHtml(shortened(error.text))}${kept}${reason}</blockquote>`
    })
    .join('')
}

function criterionText(criterion: Criterion | string, words: DocumentWords, lang: Lang): string {
  if (typeof criterion === 'string') return criterion
  const numeric = `${words.measures[criterion.measure]} ${criterion.operator === '>=' ? '≥' : '≤'} ${percent(criterion.value, lang)}`
  return criterion.text === '' ? numeric : `${criterion.text} (${numeric})`
}

function measuredText(report: Report, words: DocumentWords, lang: Lang): string {
  const { measured, met } = report.criterion
  const verdict = met === null ? words.undecided : met ? words.met : words.notMet
  return measured === null ? verdict : `${percent(measured, lang)} : ${verdict}`
}

function percent(value: number | null, lang: Lang): string {
  return value === null ? '–' : new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

export function day(iso: string, lang: Lang): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(date)
}
