// A complete printable HTML page from titled blocks. Pure.
import { escapeHtml } from '../formats/markup.ts'

/** `wide`: spans both columns. */
export type Block = { title: string; html: string; wide?: boolean }

// Two columns keep a report of twenty articles on one sheet; what must be read first spans both.
const style = `
@page { size: A4; margin: 12mm 14mm }
body { font: 9pt/1.36 "Source Serif 4", Georgia, serif; color: #1d1b18; max-width: 182mm; margin: 0 auto }
main { columns: 2; column-gap: 7mm } section { break-inside: avoid } section.wide { column-span: all }
h1 { font-size: 15pt; line-height: 1.15; margin: 0 0 1.5mm } h2 { font: 600 8pt/1.3 Inter, system-ui, sans-serif; margin: 2.5mm 0 .8mm; color: #5f5a52 }
p { margin: 0 0 1mm } table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: .5mm 2mm .5mm 0; border-bottom: .3pt solid #d8d2c5; font-weight: normal }
th { color: #5f5a52; width: 34mm } blockquote { margin: 0 0 1.5mm; padding-left: 2.5mm; border-left: 1.2pt solid #a8281c; break-inside: avoid }
.verdict { font-size: 13pt; font-weight: 600 } .warn { color: #a8281c } small, footer { color: #6f6a60; font-size: 8pt } footer { margin-top: 3mm }`

export function printablePage(lang: string, title: string, subtitle: string, blocks: readonly Block[], footer: string): string {
  const body = blocks
    .map((block) => `<section${block.wide === true ? ' class="wide"' : ''}><h2>${escapeHtml(block.title)}</h2>${block.html}</section>`)
    .join('\n')
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><header><small>${escapeHtml(subtitle)}</small><h1>${escapeHtml(title)}</h1></header>
<main>${body}</main>
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
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`)
  return `<table>${lines.join('')}</table>`
}
