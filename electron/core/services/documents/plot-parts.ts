// The plots of the *Bilan*, each with its table open beside it. Pure.
import { escapeHtml } from '../formats/markup.ts'
import { figures, paragraph, section } from './page.ts'
import { barRows, shareColumns, stackRows, swatch, tones, type Stack } from './plots.ts'
import { counted, fill, number, percent } from './say.ts'
import { engineName, stackOf, type Telling } from './telling.ts'

/** Engines and findings take the page's width; progress and edits share it. A plot of nothing is left out. */
export function plotParts(telling: Telling): string[] {
  const small = [progressPart, editsPart].map((part) => part(telling, 'apart')).filter((part) => part !== '')
  return [
    enginesPart(telling),
    small.length === 2
      ? `<div class="pair">${small.join('')}</div>`
      : [progressPart, editsPart].map((part) => part(telling, 'beside')).join(''),
    findingsPart(telling),
    timePart(telling),
  ]
}

function stackTable(first: string, rows: readonly { readonly label: string; readonly parts: Stack }[], { words, lang }: Telling): string {
  const shown = tones.filter((tone) => tone !== 'waiting' || rows.some(({ parts }) => parts.waiting > 0))
  const head = [first, ...shown.map((tone) => words[tone]), words.total]
  return figures(
    head,
    rows.map(({ label, parts }) => [
      label,
      ...shown.map((tone) => number(parts[tone], lang)),
      number(
        tones.reduce((sum, tone) => sum + parts[tone], 0),
        lang,
      ),
    ]),
  )
}

function legend({ words }: Telling, rows: readonly { readonly parts: Stack }[]): string {
  const shown = tones.filter((tone) => rows.some(({ parts }) => parts[tone] > 0))
  return `<p class="quiet" aria-hidden="true">${shown.map((tone) => `${swatch(tone)}${escapeHtml(words[tone])}`).join('&#8195;')}</p>`
}

function enginesPart(telling: Telling): string {
  const { report, words } = telling
  if (report.plots.byEngine.length < 2) return ''
  const rows = report.plots.byEngine.map(({ engine, byState }) => ({ label: engineName(engine, words), parts: stackOf(byState) }))
  return section(words.byEngine, stackRows(rows) + legend(telling, rows) + stackTable(words.engine, rows, telling), 'whole')
}

/** `beside`: the table at the right of its plot, for a plot that has the page's width. */
type Setting = 'apart' | 'beside'

function set(plot: string, table: string, setting: Setting): string {
  return setting === 'apart' ? plot + table : `<div class="pair"><div>${plot}</div><div>${table}</div></div>`
}

function progressPart({ report, words, lang }: Telling, setting: Setting): string {
  const { progress } = report.plots
  if (progress.length === 0) return ''
  const columns = progress.map(({ from, to, acceptance }) => ({
    label: `${from}–${to}`,
    value: acceptance,
    text: percent(acceptance, lang, 0),
  }))
  const rows = progress.map(({ from, to, decided, acceptance }) => [`${from}–${to}`, number(decided, lang), percent(acceptance, lang, 0)])
  const note = paragraph(words.progressNote, 'note')
  return section(
    words.progress,
    note + set(shareColumns(columns), figures([words.batch, words.count, words.share], rows), setting),
    'whole',
  )
}

function editsPart({ report, words, lang }: Telling, setting: Setting): string {
  const { edits } = report.plots
  if (edits.measured === 0) return ''
  const label = (above: number, upTo: number) => {
    const [from, to] = [percent(above, lang, 0), percent(upTo, lang, 0)]
    if (upTo === 1) return fill(words.bandAbove, { from })
    return above === 0 ? fill(words.bandTo, { to }) : fill(words.bandBetween, { from, to })
  }
  const rows = edits.bands.map(({ above, upTo, count }) => ({ label: label(above, upTo), value: count, text: number(count, lang) }))
  const table = figures(
    [words.band, words.count],
    rows.map((row) => [row.label, row.text]),
  )
  return section(words.edits, paragraph(words.editsNote, 'note') + set(barRows(rows), table, setting), 'whole')
}

function findingsPart(telling: Telling): string {
  const { report, words } = telling
  const rows = report.plots.findings.map(({ flag, byState }) => ({
    label: (words.flags as Readonly<Record<string, string>>)[flag] ?? flag,
    parts: stackOf(byState),
  }))
  if (rows.length === 0) return ''
  return section(
    words.findings,
    paragraph(words.findingsNote, 'note') + stackRows(rows) + legend(telling, rows) + stackTable(words.finding, rows, telling),
    'whole',
  )
}

function timePart({ report, words, lang }: Telling): string {
  if (report.minutes === null) return ''
  const minutes = report.minutes === 0 ? words.lessThanMinute : counted(words.minutes, report.minutes, lang)
  const told = `${paragraph(minutes, 'large')}${paragraph(words.timeNote, 'note')}`
  return section(words.time, told, 'whole')
}
