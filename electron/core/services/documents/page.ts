// A complete printable HTML page from titled blocks. Pure.
import { escapeHtml } from '../formats/markup.ts'

export type Block = { title: string; html: string }

const style = `
@page { size: A4; margin: 16mm }
body { font: 10.5pt/1.45 "Source Serif 4", Georgia, serif; color: #1d1b18; max-width: 178mm; margin: 0 auto }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm } h2 { font: 600 9pt/1.3 Inter, system-ui, sans-serif; margin: 4mm 0 1mm; color: #5f5a52 }
p { margin: 0 0 1.5mm } table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: .3pt solid #d8d2c5; font-weight: normal }
th { color: #5f5a52; width: 42mm } td.n { text-align: right; font-variant-numeric: tabular-nums } blockquote { margin: 0 0 2mm; padding-left: 3mm; border-left: 1.2pt solid #a8281c }
.verdict { font-size: 15pt; font-weight: 600 } .warn { color: #a8281c } small, footer { color: #6f6a60; font-size: 8.5pt } footer { margin-top: 6mm }`

export function printablePage(lang: string, title: string, subtitle: string, blocks: readonly Block[], footer: string): string {
  const body = blocks.map((block) => `<section><h2>${escapeHtml(block.title)}</h2>${block.html}</section>`).join('\n')
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><header><small>${escapeHtml(subtitle)}</small><h1>${escapeHtml(title)}</h1></header>
${body}
<footer>${escapeHtml(footer)}</footer></body></html>
`
}

export function paragraph(text: string): string {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
}

export function table(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.filter(([, value]) => value !== '').map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
  return `<table>${lines.join('')}</table>`
}
