// Metric: ROUGE, how much of a reference summary's wording another text shares.
// It must not know who wrote either.

const TOKEN = /[\p{L}\p{N}_]+/gu

/** Words as cli.md defines them: letters, digits and underscores, lower-cased, no stemming. */
export function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? []
}

function f1(common: number, proposed: number, wanted: number): number {
  return common === 0 ? 0 : (200 * common) / (proposed + wanted)
}

function grams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + n <= tokens.length; at += 1) {
    const gram = tokens.slice(at, at + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

/** ROUGE-N (Lin, 2004): F1 × 100 of the n-grams in common, each counted as often as both texts have it. */
export function rougeN(text: string, reference: string, n: number): number {
  const [ours, theirs] = [rougeTokens(text), rougeTokens(reference)]
  const wanted = grams(theirs, n)
  let common = 0
  for (const [gram, count] of grams(ours, n)) common += Math.min(count, wanted.get(gram) ?? 0)
  return f1(common, Math.max(0, ours.length - n + 1), Math.max(0, theirs.length - n + 1))
}

/** ROUGE-L (Lin, 2004), on the whole text as one sequence: F1 × 100 of the longest common subsequence of words. */
export function rougeL(text: string, reference: string): number {
  const [ours, theirs] = [rougeTokens(text), rougeTokens(reference)]
  return f1(longestCommon(ours, theirs), ours.length, theirs.length)
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Uint32Array(b.length + 1)
  for (const word of a) {
    const row = new Uint32Array(b.length + 1)
    b.forEach((other, at) => (row[at + 1] = word === other ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!)))
    above = row
  }
  return above[b.length]!
}
