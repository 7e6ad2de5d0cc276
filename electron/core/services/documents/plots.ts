// Small plots as inline SVG that print in black and white: ink, hatching, dots, nothing. Pure.
// Every one stands beside its table and is hidden from screen readers. It must not know what is counted.
import { escapeHtml } from '../formats/markup.ts'

export const tones = ['kept', 'edited', 'refused', 'doubt', 'waiting'] as const
export type Tone = (typeof tones)[number]

const ink = '#1d1b18'
const faint = '#b9b2a4'
const fills: Record<Tone, string> = {
  kept: ink,
  edited: 'url(#paper-edited)',
  refused: 'url(#paper-refused)',
  doubt: 'url(#paper-doubt)',
  waiting: '#fff',
}
const width = 480

/** The hatchings; once a page, before the first plot. */
export const patterns = `<svg class="patterns" aria-hidden="true" focusable="false"><defs>
<pattern id="paper-edited" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2.2" height="5" fill="${ink}"/></pattern>
<pattern id="paper-refused" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fff"/><path d="M0 0L4 4M4 0L0 4" stroke="${ink}" stroke-width=".7"/></pattern>
<pattern id="paper-doubt" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fff"/><circle cx="2" cy="2" r=".9" fill="${ink}"/></pattern>
</defs></svg>`

function svg(height: number, inside: string, wide = width): string {
  return `<svg viewBox="0 0 ${wide} ${height}" aria-hidden="true" focusable="false">${inside}</svg>`
}

const round = (value: number) => Math.round(value * 100) / 100

/** The square of a tone, for a legend. */
export function swatch(tone: Tone): string {
  return `<svg class="swatch" viewBox="0 0 9 9" aria-hidden="true" focusable="false"><rect x=".5" y=".5" width="8" height="8" fill="${fills[tone]}" stroke="${ink}" stroke-width=".8"/></svg>`
}

export type Stack = Readonly<Record<Tone, number>>

type Box = { readonly x: number; readonly y: number; readonly long: number; readonly high: number }

function stackAt(parts: Stack, whole: number, { x, y, long, high }: Box): string {
  let at = x
  return tones
    .filter((tone) => parts[tone] > 0)
    .map((tone) => {
      const part = whole === 0 ? 0 : (parts[tone] / whole) * long
      const rect = `<rect x="${round(at)}" y="${y}" width="${round(part)}" height="${high}" fill="${fills[tone]}" stroke="${ink}" stroke-width=".8"/>`
      at += part
      return rect
    })
    .join('')
}

/** One bar cut in its parts. */
export function stackBar(parts: Stack): string {
  const whole = tones.reduce((sum, tone) => sum + parts[tone], 0)
  return svg(18, stackAt(parts, whole, { x: 0.5, y: 1, long: width - 1, high: 16 }))
}

/** A cut bar a line, all on the scale of the largest. */
export function stackRows(rows: readonly { readonly label: string; readonly parts: Stack }[]): string {
  const sums = rows.map(({ parts }) => tones.reduce((sum, tone) => sum + parts[tone], 0))
  const largest = Math.max(...sums, 1)
  const high = 18
  const lines = rows.map(({ label, parts }, index) => {
    const y = index * high
    return `<text x="0" y="${y + 11}">${escapeHtml(label)}</text>${stackAt(parts, largest, { x: 170, y: y + 2, long: 300, high: 12 })}`
  })
  return svg(rows.length * high, lines.join(''))
}

/** Named bars, each a share of the largest. */
export function barRows(rows: readonly { readonly label: string; readonly value: number; readonly text: string }[]): string {
  const largest = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE)
  const high = 16
  const lines = rows.map(({ label, value, text }, index) => {
    const [y, long] = [index * high, round((value / largest) * 120)]
    return `<text x="0" y="${y + 10.5}">${escapeHtml(label)}</text><rect x="84" y="${y + 2}" width="${long}" height="11" fill="${ink}"/><text x="${90 + long}" y="${y + 10.5}">${escapeHtml(text)}</text>`
  })
  return svg(rows.length * high, lines.join(''), 230)
}

/** Columns on a scale from 0 to 1, with its middle and its top marked. */
export function shareColumns(columns: readonly { readonly label: string; readonly value: number; readonly text: string }[]): string {
  const [wide, tall, top] = [230, 70, 12]
  const step = wide / Math.max(columns.length, 1)
  const lines = [0, 0.5, 1].map(
    (mark) => `<path d="M0 ${top + tall * (1 - mark)}H${wide}" stroke="${mark === 0 ? ink : faint}" stroke-width=".6"/>`,
  )
  const bars = columns.map(({ label, value, text }, index) => {
    const [middle, high] = [round(step * (index + 0.5)), round(tall * Math.min(1, Math.max(0, value)))]
    return `<rect x="${round(middle - step * 0.32)}" y="${round(top + tall - high)}" width="${round(step * 0.64)}" height="${high}" fill="${ink}"/><text x="${middle}" y="${round(top + tall - high - 2.5)}" text-anchor="middle">${escapeHtml(text)}</text><text x="${middle}" y="${top + tall + 10}" text-anchor="middle">${escapeHtml(label)}</text>`
  })
  return svg(top + tall + 13, lines.join('') + bars.join(''), wide)
}

/** A measured share on a scale from 0 to 1, and the mark it was to reach. */
export function gauge(measured: number, asked: number, measuredText: string, askedText: string): string {
  const at = (share: number) => round(0.5 + Math.min(1, Math.max(0, share)) * (width - 1))
  const anchor = (share: number) => (share < 0.12 ? 'start' : share > 0.88 ? 'end' : 'middle')
  return svg(
    40,
    `<rect x=".5" y="14" width="${width - 1}" height="11" fill="#fff" stroke="${ink}" stroke-width=".8"/><rect x=".5" y="14" width="${at(measured)}" height="11" fill="${ink}"/><text x="${at(measured)}" y="10" text-anchor="${anchor(measured)}">${escapeHtml(measuredText)}</text><path d="M${at(asked)} 11V28" stroke="#fff" stroke-width="3.6"/><path d="M${at(asked)} 11V29" stroke="${ink}" stroke-width="1.6"/><text x="${at(asked)}" y="38" text-anchor="${anchor(asked)}">${escapeHtml(askedText)}</text>`,
  )
}
