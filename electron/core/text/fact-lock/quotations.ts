// Finds words between quotation marks that the article does not have as they are.
// Typography and cuts marked […] are not changes; one word more or less is.
import { flag } from './comparison.ts'
import type { Comparison, Detector } from './comparison.ts'
import { levelTypography } from './typography.ts'

const QUOTED = /«([^«»]+)»|“([^“”]+)”|"([^"\n]+)"/gu
const CUT = /\s*(?:\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\)|…|\.\.\.)\s*/u
/** An opening mark whose closing one is missing. */
const isUnbalanced = (line: string): boolean =>
  (line.match(/[«“]/gu) ?? []).length !== (line.match(/[»”]/gu) ?? []).length || (line.match(/"/gu) ?? []).length % 2 === 1
/** From this many words, marks put around the article's own prose attribute it to someone. */
const ATTRIBUTES = 5

export const quotations: Detector = {
  codes: ['quotation-altered'],
  find: (comparison) =>
    [...comparison.claim.text.matchAll(QUOTED)].flatMap((match) => {
      const quoted = match[1] ?? match[2] ?? match[3] ?? ''
      const start = comparison.claim.start + match.index
      if (wordsOf(quoted).length === 0 || isFaithful(quoted, comparison)) return []
      return [flag('quotation-altered', { start, end: start + match[0].length }, nearestQuotation(quoted, comparison))]
    }),
}

function isFaithful(quoted: string, comparison: Comparison): boolean {
  const { title, body } = comparison.article.article
  const words = ` ${wordsOf(`${title} . ${body}`).join(' ')} `
  const parts = quoted
    .split(CUT)
    .map((part) => wordsOf(part).join(' '))
    .filter((part) => part !== '')
  let from = 0
  for (const part of parts) {
    const at = words.indexOf(` ${part} `, from)
    if (at < 0) return false
    from = at + part.length
  }
  const inside = quotationsOf(body).concat(quotationsOf(title))
  if (wordsOf(quoted).length < ATTRIBUTES || parts.some((part) => inside.some((other) => wordsOf(other).join(' ').includes(part))))
    return true
  return isSetApart(parts[0] ?? '', body)
}

/** A quotation without marks: a paragraph of its own after a colon, a dialogue's dash, a ">" block, a speaker's turn. */
function isSetApart(part: string, body: string): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  const at = lines.findIndex((line) => wordsOf(line).join(' ').includes(part))
  if (at < 0) return false
  const [line = '', before = ''] = [lines[at], lines[at - 1]]
  return /:\s*$/u.test(before) || /^\s*(?:[—–>-]|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3} ?: )/u.test(line) || isUnbalanced(line)
}

function wordsOf(text: string): string[] {
  return levelTypography(text).match(/[\p{L}\p{N}][\p{L}\p{N}']*/gu) ?? []
}

function quotationsOf(text: string): string[] {
  // A quotation may run over several paragraphs: its marks are read in the whole text.
  return [...text.matchAll(QUOTED)].map((match) => match[0])
}

function nearestQuotation(quoted: string, comparison: Comparison): string | undefined {
  const wanted = new Set(wordsOf(quoted))
  let best: { text: string; shared: number } | null = null
  for (const text of quotationsOf(comparison.article.article.body)) {
    const shared = wordsOf(text).filter((word) => wanted.has(word)).length
    if (shared > (best?.shared ?? 0)) best = { text, shared }
  }
  return best?.text ?? comparison.best?.text
}
