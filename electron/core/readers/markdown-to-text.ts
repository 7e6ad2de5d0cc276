// Markdown to readable text: the words stay, the light markup goes.
// It must not know front matter.
import { htmlToText } from './html-to-text.ts'

/** Headings become lines, links their text, images go; lists, paragraphs and code stay as they read. */
export function markdownToText(markdown: string): string {
  const out: string[] = []
  let fence: string | null = null
  const lines = markdown.split('\n')
  for (const [index, line] of lines.entries()) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null
    else if (fence !== null) out.push(line)
    else if (isKept(line, lines[index - 1])) out.push(plainLine(line))
  }
  return out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** False for rules, underlines of headings, table rulers, link definitions and directives. */
function isKept(line: string, previous: string | undefined): boolean {
  if (/^\s{0,3}(?:=+|-{2,})\s*$/.test(line) && previous !== undefined && previous.trim() !== '') return false
  if (/^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/.test(line)) return false
  if (line.includes('|') && /^[\s|:-]+$/.test(line)) return false
  return !/^\s{0,3}\[[^\]]{1,200}\]:\s*\S/.test(line) && !/^\s*\{[:%{].{0,500}\}\s*$/.test(line)
}

/** Longer lines are no prose: their inline marks are left, so that no expression runs long over them. */
const longestLine = 20_000

function plainLine(line: string): string {
  if (line.length > longestLine) return line
  const text = line
    .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/, '$1')
    .replace(/^\s{0,3}(?:>\s?)+/, '')
    .replace(/^(\s*)[*+]\s+/, '$1- ')
    .replace(/!\[[^\]]{0,1000}\](?:\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)|\[[^\]]{0,200}\])/g, '')
    .replace(
      /\[([^[\]]{1,1000})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+"[^"]{0,500}")?\)(?:\{[^}]{0,200}\})?|\[[^\]]{0,200}\])/g,
      '$1',
    )
    .replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{0,300}?\S)\1/g, '$2')
    .replace(/(^|[\s(«"'’])([*_])(?=\S)([^*_\n]{0,300}?\S)\2(?=$|[\s.,;:!?)»"'’])/g, '$1$3')
    .replace(/`([^`\n]{1,2000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
  return /<\/?[a-z]|&[a-z#]/i.test(text) ? keepIndent(text) : text
}

function keepIndent(text: string): string {
  return (/^\s*/.exec(text)?.[0] ?? '') + htmlToText(text)
}
