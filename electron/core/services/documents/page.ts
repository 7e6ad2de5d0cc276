// A complete printable HTML page: its look, its running head and foot, and the few shapes its content is made of. Pure.
// It must not know what is reported. No style attribute anywhere: the app shows the same markup under its own strict policy.
import { escapeHtml } from '../formats/markup.ts'

export type Sheet = {
  readonly lang: string
  /** Over the title, and at the head of the following pages. */
  readonly kicker: string
  readonly title: string
  readonly standfirst: string
  /** At the foot of every page, before its number. */
  readonly mark: string
  readonly body: string
  readonly footer: string
}

/** Black ink only: what is printed on the newsroom's machine must read as on screen. */
const look = `
.paper { font: 9.4pt/1.38 "Source Serif 4 Variable", "Source Serif 4", Georgia, serif; color: #1d1b18; background: #fff; max-width: 178mm; margin: 0 auto; font-variant-numeric: tabular-nums }
.paper * { box-sizing: border-box }
.paper h1 { font: 600 18pt/1.15 "Source Serif 4 Variable", "Source Serif 4", Georgia, serif; margin: 0; text-wrap: balance; overflow-wrap: anywhere }
.paper h2 { font: 600 8.5pt/1.3 "Inter Variable", Inter, system-ui, sans-serif; margin: 0 0 2mm; padding-top: 1.2mm; border-top: .8pt solid #1d1b18; break-after: avoid }
.paper h3 { font: 600 8.5pt/1.3 "Inter Variable", Inter, system-ui, sans-serif; margin: 0 0 .8mm; break-after: avoid }
.paper p { margin: 0 0 1mm; overflow-wrap: anywhere; orphans: 3; widows: 3 }
.paper section { margin-top: 3.6mm }
.paper .kicker, .paper .quiet, .paper .note, .paper footer { color: #57524a; font-size: 8.5pt; line-height: 1.35 }
.paper .kicker { margin-bottom: 1.5mm }
.paper .standfirst { font-size: 10.5pt; font-style: italic; margin-top: 1.5mm }
.paper .verdict { font-size: 16pt; font-weight: 600; line-height: 1.2; margin-bottom: 1mm }
.paper .whole { break-inside: avoid }
.paper .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm }
.paper .pair > section, .paper .pair > div { min-width: 0 }
.paper .large { font-size: 17pt; font-weight: 600; line-height: 1.2 }
.paper .warn { border: .8pt solid #1d1b18; border-left-width: 3pt; padding: 1.5mm 3mm; margin-top: 3mm; break-inside: avoid }
.paper table { border-collapse: collapse; width: 100%; font-size: 8.6pt; line-height: 1.32 }
.paper tr { break-inside: avoid }
.paper thead { display: table-header-group }
.paper td, .paper th { text-align: left; vertical-align: top; padding: .7mm 2mm .7mm 0; border-bottom: .4pt solid #b9b2a4; font-weight: 400; overflow-wrap: anywhere }
.paper thead th { color: #57524a; font-size: 8pt; border-bottom-color: #1d1b18 }
.paper .facts th { color: #57524a; width: 42mm }
.paper .end { text-align: right; padding-right: 0; padding-left: 3mm; white-space: nowrap }
.paper svg { display: block; width: 100%; height: auto; overflow: visible }
.paper svg text { font: 8.5px "Inter Variable", Inter, system-ui, sans-serif; fill: #1d1b18 }
.paper .swatch { display: inline-block; width: 9px; height: 9px; margin-right: 1.5mm; vertical-align: -1px }
.paper .patterns { position: absolute; width: 0; height: 0 }
.paper .legend { margin-top: 1.5mm }
.paper ol.errors { margin: 0; padding: 0; list-style: none }
.paper ol.errors > li { break-inside: avoid; border-left: 1.6pt solid #1d1b18; padding-left: 3mm; margin-bottom: 2.2mm; font-size: 9pt; line-height: 1.36 }
.paper ol.many { columns: 2; column-gap: 8mm }
.paper ol.many > li { font-size: 8.4pt; line-height: 1.32; margin-bottom: 1.6mm }
.paper ol.many .quiet { font-size: 7.8pt }
.paper blockquote { margin: .5mm 0; font-style: italic; overflow-wrap: anywhere }
.paper blockquote.kept { font-style: normal }
.paper .list { columns: 2; column-gap: 8mm; margin: 0; padding: 0; list-style: none; font-size: 8pt; line-height: 1.3 }
.paper .list .quiet { font-size: 7.5pt }
.paper .day { white-space: nowrap }
.paper .list > li { break-inside: avoid; margin-bottom: .5mm; overflow-wrap: anywhere }
.paper .mono { font: 7.5pt/1.4 ui-monospace, "DejaVu Sans Mono", monospace }
.paper footer { margin-top: 5mm; break-inside: avoid }
@media screen { .paper { padding: 14mm 16mm; max-width: 210mm } }
@media print { .paper { max-width: none } .paper svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }`

/** A text as a CSS string: every sign that is no letter or digit goes by its number, so that no title ever closes the style. */
function cssString(text: string): string {
  return `"${Array.from(text, (sign) => (/[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16) ?? '20'} `)).join('')}"`
}

function pageRules({ kicker, title, mark }: Sheet): string {
  const font = 'font: 7.5pt Inter, system-ui, sans-serif; color: #57524a'
  const short = title.length > 70 ? `${title.slice(0, 69).trimEnd()}…` : title
  return `@page { size: A4; margin: 17mm 16mm 16mm; @top-left { content: ${cssString(kicker)}; ${font} } @top-right { content: ${cssString(short)}; ${font} }
@bottom-left { content: ${cssString(mark)}; ${font} } @bottom-right { content: counter(page) " / " counter(pages); ${font} } }
@page :first { @top-left { content: none } @top-right { content: none } }`
}

export function printablePage(sheet: Sheet): string {
  const { lang, kicker, title, standfirst, body, footer } = sheet
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${pageRules(sheet)}${look}</style></head>
<body><article class="paper" lang="${lang}">
<header><p class="kicker">${escapeHtml(kicker)}</p><h1>${escapeHtml(title)}</h1>${standfirst === '' ? '' : `<p class="standfirst">${escapeHtml(standfirst)}</p>`}</header>
${body}
<footer>${escapeHtml(footer)}</footer>
</article></body></html>
`
}

export function section(title: string, html: string, kind = ''): string {
  return html === '' ? '' : `<section${kind === '' ? '' : ` class="${kind}"`}><h2>${escapeHtml(title)}</h2>${html}</section>`
}

export function paragraph(text: string, kind = ''): string {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(line)}</p>`)
    .join('')
}

/** Names and values, one a line; a value that is empty leaves its line out. */
export function facts(rows: readonly (readonly [string, string])[]): string {
  const lines = rows
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`)
  return `<table class="facts"><tbody>${lines.join('')}</tbody></table>`
}

/** A table of figures: the first column names, the others are numbers. `marks`: markup set before each row's name. */
export function figures(head: readonly string[], rows: readonly (readonly string[])[], marks: readonly string[] = []): string {
  const cell = (text: string, index: number, mark: string) =>
    index === 0 ? `<th scope="row">${mark}${escapeHtml(text)}</th>` : `<td class="end">${escapeHtml(text)}</td>`
  const top = head.map((text, index) => `<th scope="col"${index === 0 ? '' : ' class="end"'}>${escapeHtml(text)}</th>`).join('')
  const lines = rows.map((row, at) => `<tr>${row.map((text, index) => cell(text, index, marks[at] ?? '')).join('')}</tr>`)
  return `<table><thead><tr>${top}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}
