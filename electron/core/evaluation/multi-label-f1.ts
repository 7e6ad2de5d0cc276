// Metrics: F1 over many labels at a threshold, and the thresholds that serve it best.
// It must not know what a label stands for.

export interface ScoredLabel {
  readonly label: string
  readonly score: number
}
/** One item: what it was given, any order, and what is right. */
export interface LabelledItem {
  readonly scored: readonly ScoredLabel[]
  readonly gold: ReadonlySet<string>
}
export interface LabelThresholds {
  readonly micro: number
  readonly macro: number
}
/** An item with the thresholds of the training its scores come from. */
export interface ThresholdedItem extends LabelledItem {
  readonly thresholds: LabelThresholds
}

interface Tally {
  hits: number
  proposed: number
  wanted: number
}

const f1Of = ({ hits, proposed, wanted }: Tally): number => (hits === 0 ? 0 : (2 * hits) / (proposed + wanted))

function tallies(items: readonly LabelledItem[]): Map<string, Tally> {
  const byLabel = new Map<string, Tally>()
  for (const { gold } of items) {
    for (const label of gold) {
      const tally = byLabel.get(label) ?? { hits: 0, proposed: 0, wanted: 0 }
      tally.wanted += 1
      byLabel.set(label, tally)
    }
  }
  return byLabel
}

function countProposed(byLabel: Map<string, Tally>, label: string, right: boolean): Tally {
  const tally = byLabel.get(label) ?? { hits: 0, proposed: 0, wanted: 0 }
  tally.proposed += 1
  if (right) tally.hits += 1
  byLabel.set(label, tally)
  return tally
}

/**
 * Micro-F1 (all decisions together) and macro-F1 (mean of each label's F1 over the whole vocabulary of `labels` labels, 0 where
 * undefined; Sebastiani 2002, §7.1) of giving each item the labels that score at or above its threshold.
 */
export function multiLabelF1(items: readonly ThresholdedItem[], labels: number): { microF1: number; macroF1: number } {
  const at = (which: 'micro' | 'macro'): Map<string, Tally> => {
    const byLabel = tallies(items)
    for (const { scored, gold, thresholds } of items)
      for (const { label, score } of scored) if (score >= thresholds[which]) countProposed(byLabel, label, gold.has(label))
    return byLabel
  }
  const total: Tally = { hits: 0, proposed: 0, wanted: 0 }
  for (const { hits, proposed, wanted } of at('micro').values()) {
    total.hits += hits
    total.proposed += proposed
    total.wanted += wanted
  }
  const sum = [...at('macro').values()].reduce((all, tally) => all + f1Of(tally), 0)
  return { microF1: f1Of(total), macroF1: labels === 0 ? 0 : sum / labels }
}

/** One threshold for all labels for each of the two F1s, chosen on held-out items by one walk down the scores. */
export function bestLabelThresholds(items: readonly LabelledItem[]): LabelThresholds {
  const all = items.flatMap(({ scored, gold }) => scored.map(({ label, score }) => ({ label, score, right: gold.has(label) })))
  all.sort((a, b) => b.score - a.score)
  const byLabel = tallies(items)
  const total: Tally = { hits: 0, proposed: 0, wanted: items.reduce((sum, { gold }) => sum + gold.size, 0) }
  let macro = 0
  const best = { micro: { value: 0, threshold: 0.5 }, macro: { value: 0, threshold: 0.5 } }
  all.forEach(({ label, score, right }, at) => {
    macro -= f1Of(byLabel.get(label) ?? { hits: 0, proposed: 0, wanted: 0 })
    macro += f1Of(countProposed(byLabel, label, right))
    total.proposed += 1
    if (right) total.hits += 1
    if (all[at + 1]?.score === score) return
    if (f1Of(total) > best.micro.value) best.micro = { value: f1Of(total), threshold: score }
    if (macro > best.macro.value + 1e-12) best.macro = { value: macro, threshold: score }
  })
  return { micro: best.micro.threshold, macro: best.macro.threshold }
}
