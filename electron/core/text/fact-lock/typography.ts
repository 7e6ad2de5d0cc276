// Levels typography so that wordings can be compared: quotes, apostrophes, dashes, spaces, case.
// It must not change words.

/** Two wordings with the same level text differ only in typography and capitals. */
export function levelTypography(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/[«»“”„‟"]/gu, ' ')
    .replace(/[‐‑‒–—―]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:!?%)])/gu, '$1')
    .trim()
}

/** True when a place of a text stands between marks of quotation, curly, French or straight. */
export function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const count = (marks: RegExp): number => (before.match(marks) ?? []).length
  return count(/[«“]/gu) > count(/[»”]/gu) || count(/"/gu) % 2 === 1
}
