// The *Bilan* of an experiment as a printable document. Page one answers; the following ones prove. Pure.
import type { Criterion, Report } from '../../../../shared/domain/experiment.ts'
import { evidenceParts } from './evidence-parts.ts'
import { escapeHtml } from '../formats/markup.ts'
import { facts, figures, paragraph, printablePage, section } from './page.ts'
import { gauge, patterns, stackBar, swatch, tones, type Tone } from './plots.ts'
import { plotParts } from './plot-parts.ts'
import { recordPart } from './record-part.ts'
import { reportWords, type ReportWords } from './report-words.ts'
import { counted, day, fill, number, percent, withFrenchSpaces, type Lang, type Names } from './say.ts'
import { stackOf, type Telling, type Totals } from './telling.ts'
import { totalsParts } from './totals-parts.ts'

const spaced = { fr: withFrenchSpaces(reportWords.fr), en: reportWords.en } as const

/** What the document is made of: the report, and the totals of what others read, voted or filled in. */
export type ReportData = { readonly report: Report; readonly totals: Totals }

export function reportPage({ report, totals }: ReportData, lang: Lang, names: Names, at: Date, newsroom = ''): string {
  const words: ReportWords = spaced[lang]
  const telling: Telling = { report, totals, words, lang, names }
  const { card, hash } = report.experiment
  return printablePage({
    lang,
    kicker: [words.title, newsroom].filter((part) => part !== '').join(' · '),
    title: card.title,
    standfirst: card.hypothesis,
    mark: `Marbre · ${fill(words.cardMark, { hash: hash.slice(0, 16) })}`,
    body: [
      patterns,
      verdictPart(telling),
      criterionPart(telling),
      warningsPart(telling),
      outcomePart(telling),
      recordPart(telling),
      ...plotParts(telling),
      ...totalsParts(telling),
      ...evidenceParts(telling),
    ].join('\n'),
    footer: `${fill(words.produced, { day: day(at.toISOString(), lang) })} · ${words.cardHash}${words.colon} ${hash}`,
  })
}

function verdictPart({ report, words, lang, names }: Telling): string {
  const { conclusion } = report.experiment
  if (!conclusion) return section(words.verdict, paragraph(words.notConcluded), 'whole')
  const signed = fill(words.concludedBy, { name: names(conclusion.by), day: day(conclusion.at, lang) })
  return section(
    words.verdict,
    `<p class="verdict">${words.verdicts[conclusion.verdict]}</p>${paragraph(conclusion.reason)}${paragraph(signed, 'quiet')}`,
    'whole',
  )
}

/** `part gardée telle quelle : au moins 60 %` */
function criterionLine(criterion: Criterion, words: ReportWords, lang: Lang): string {
  const operator = criterion.operator === '>=' ? words.atLeast : words.atMost
  return `${words.measureOf[criterion.measure]}${words.colon} ${operator} ${percent(criterion.value, lang)}`
}

function criterionPart({ report, words, lang }: Telling): string {
  const { card } = report.experiment
  const { measured, met } = report.criterion
  const unknown = typeof card.criterion === 'string' ? words.undecided : words.unmeasured
  const verdict = met === null ? unknown : met ? words.met : words.notMet
  const asked =
    typeof card.criterion === 'string'
      ? paragraph(card.criterion)
      : paragraph(card.criterion.text === '' ? criterionLine(card.criterion, words, lang) : card.criterion.text) +
        (card.criterion.text === '' ? '' : paragraph(criterionLine(card.criterion, words, lang), 'quiet'))
  const drawn =
    typeof card.criterion === 'string' || measured === null
      ? ''
      : gauge(
          measured,
          card.criterion.value,
          percent(measured, lang),
          `${card.criterion.operator === '>=' ? words.atLeast : words.atMost} ${percent(card.criterion.value, lang)}`,
        )
  const pair = `<div class="pair"><div><h3>${escapeHtml(words.asked)}</h3>${asked}</div><div><h3>${escapeHtml(words.measured)}</h3><p class="large">${measured === null ? '' : `${percent(measured, lang)} · `}${escapeHtml(verdict)}</p></div></div>`
  return section(words.criterion, pair + drawn, 'whole')
}

function warningsPart({ report, words, lang }: Telling): string {
  const { approval, card, conclusion } = report.experiment
  const waiting = report.byState.proposed
  const said = [
    report.withoutProtocol ? words.withoutProtocol : '',
    report.reviewToQuestion ? `${words.question} ${words.questionText}` : '',
    approval?.ownCard === true ? words.ownCardWarning : '',
    card.worksCouncil.status === 'pending' && !report.withoutProtocol ? words.councilWarning : '',
    conclusion && waiting > 0 ? counted(words.waitingWarning, waiting, lang) : '',
  ].filter((one) => one !== '')
  return said.length === 0 ? '' : `<div class="warn">${said.map((one) => paragraph(one)).join('')}</div>`
}

function outcomePart({ report, words, lang }: Telling): string {
  const { byState, proposed, added, flagged } = report
  const counts: Record<Tone, number> = { ...stackOf(byState), waiting: byState.proposed }
  const other = byState.stale + byState.withdrawn
  const line = (name: string, count: number): string[] => [
    name,
    number(count, lang),
    proposed === 0 ? '–' : percent(count / proposed, lang),
  ]
  const shown = tones.filter((tone) => tone !== 'waiting' || counts.waiting > 0)
  const rows = shown.map((tone) => line(words[tone], counts[tone]))
  const marks = shown.map((tone) => swatch(tone))
  if (other > 0) rows.push(line(words.other, other))
  const left = figures([`${words.proposed}${words.colon} ${number(proposed, lang)}`, words.count, words.share], rows, marks)
  const right = facts([
    [words.acceptance, percent(report.acceptance, lang)],
    [words.unchanged, percent(report.unchanged, lang)],
    [words.recall, added === 0 ? '' : percent(report.recall, lang)],
    [words.agreement, report.agreement === null ? '' : percent(report.agreement, lang)],
    [words.flagged, number(flagged, lang)],
  ])
  return section(
    words.outcome,
    `${stackBar(stackOf(byState))}<div class="pair legend"><div>${left}</div><div>${right}</div></div>`,
    'whole',
  )
}
