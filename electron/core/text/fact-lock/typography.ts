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
