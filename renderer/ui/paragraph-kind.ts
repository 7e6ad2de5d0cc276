// What a paragraph of a body is, from how it is written, so that it can be set as such. Pure; its text is never changed.

export type ParagraphKind = 'text' | 'heading' | 'list' | 'quote' | 'table' | 'code'

const fence = /^\s*(```|~~~)/

/** The kind of each paragraph, in order: code between fences may hold blank lines, so kinds are found together. */
export function paragraphKinds(paragraphs: readonly string[]): readonly ParagraphKind[] {
  let inCode = false
  return paragraphs.map((text) => {
    const fences = text.split('\n').filter((line) => fence.test(line)).length
    const code = inCode || fence.test(text)
    if (fences % 2 === 1) inCode = !inCode
    return code ? 'code' : kindOf(text)
  })
}

function kindOf(text: string): ParagraphKind {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const every = (form: RegExp) => lines.length > 0 && lines.every((line) => form.test(line))
  if (lines.length === 1 && /^#{1,6}\s+\S/.test(text)) return 'heading'
  if (lines.length > 1 && every(/^\s*\|.*\|\s*$/)) return 'table'
  if (lines.length > 1 && every(/^(\t| {4})/)) return 'code'
  if (every(/^\s*>\s?/)) return 'quote'
  if (every(/^\s*([-*•–]|\d{1,2}[.)])\s+/)) return 'list'
  return 'text'
}

/** The marks before a heading's words, which are not read. */
export function headingMarks(text: string): number {
  return /^#{1,6}\s+/.exec(text)?.[0].length ?? 0
}
