// Metrics against values worked by hand, edges included.
import { describe, expect, it } from 'vitest'
import { averagePrecision } from '../../../electron/core/evaluation/average-precision.ts'
import { calibrationError } from '../../../electron/core/evaluation/calibration-error.ts'
import { bestMacroThreshold, macroF1At } from '../../../electron/core/evaluation/macro-f1.ts'
import { mean, percentile } from '../../../electron/core/evaluation/means.ts'
import { bestLabelThresholds, multiLabelF1 } from '../../../electron/core/evaluation/multi-label-f1.ts'
import { ndcgAt } from '../../../electron/core/evaluation/ndcg.ts'
import { rocAuc } from '../../../electron/core/evaluation/roc-auc.ts'
import { rougeL, rougeN, rougeTokens } from '../../../electron/core/evaluation/rouge.ts'
import { f1At, precisionAt, recallAt, reciprocalRank } from '../../../electron/core/evaluation/top-ranks.ts'

const gold = (...ids: string[]): Set<string> => new Set(ids)

describe('ranked lists', () => {
  it('nDCG discounts by log2 of the rank plus one', () => {
    // DCG 1 + 1/log2(4) = 1.5; ideal 1 + 1/log2(3) = 1.63093
    expect(ndcgAt(['a', 'x', 'b'], gold('a', 'b'), 5)).toBeCloseTo(1.5 / (1 + 1 / Math.log2(3)), 12)
    expect(ndcgAt(['a', 'b'], gold('a', 'b'), 10)).toBe(1)
    expect(ndcgAt(['x', 'y'], gold('a'), 5)).toBe(0)
  })
  it('nDCG measures against min(gold, k) places', () => {
    expect(ndcgAt(['a', 'b'], gold('a', 'b', 'c'), 2)).toBe(1)
    // 1/log2(3) over 1 + 1/log2(3)
    expect(ndcgAt(['x', 'a', 'b'], gold('a', 'b', 'c'), 2)).toBeCloseTo(0.386853, 6)
    expect(ndcgAt(['a'], gold(), 5)).toBe(0)
    expect(ndcgAt([], gold('a'), 5)).toBe(0)
  })
  it('F1@5 is 2·hits / (5 + gold), also for shorter lists', () => {
    expect(f1At(['a', 'x', 'b'], gold('a', 'b'), 5)).toBeCloseTo(4 / 7, 12)
    expect(f1At(['a'], gold('a'), 5)).toBeCloseTo(2 / 6, 12)
    expect(f1At(['u', 'v', 'w', 'x', 'y', 'a'], gold('a'), 5)).toBe(0)
    expect(f1At([], gold(), 5)).toBe(0)
  })
  it('precision counts empty places as wrong; recall is of all gold', () => {
    expect(precisionAt(['a'], gold('a'), 1)).toBe(1)
    expect(precisionAt([], gold('a'), 1)).toBe(0)
    expect(precisionAt(['a', 'x'], gold('a'), 5)).toBeCloseTo(0.2, 12)
    expect(recallAt(['x', 'a', 'b'], gold('a', 'b', 'c', 'd'), 2)).toBeCloseTo(0.25, 12)
    expect(recallAt(['a'], gold(), 10)).toBe(0)
  })
  it('reciprocal rank looks at the first right answer', () => {
    expect(reciprocalRank(['x', 'y', 'b', 'a'], gold('a', 'b'))).toBeCloseTo(1 / 3, 12)
    expect(reciprocalRank(['x'], gold('a'))).toBe(0)
  })
})

describe('ROUGE', () => {
  const [ours, theirs] = ['The cat sat on the mat.', 'the cat IS on the mat']
  it('counts n-grams as often as both have them, F1 × 100', () => {
    expect(rougeN(ours, theirs, 1)).toBeCloseTo((200 * 5) / 12, 9)
    // the cat · on the · the mat
    expect(rougeN(ours, theirs, 2)).toBeCloseTo((200 * 3) / 10, 9)
    expect(rougeN('the the the', 'the', 1)).toBeCloseTo((200 * 1) / 4, 9)
  })
  it('L is the longest common subsequence', () => {
    expect(rougeL(ours, theirs)).toBeCloseTo((200 * 5) / 12, 9)
    expect(rougeL('a b c d', 'd c b a')).toBeCloseTo((200 * 1) / 8, 9)
  })
  it('reads words of any script, lower-cased, without stemming', () => {
    expect(rougeTokens('L’ÉLU a 3_000 voix – déjà !')).toEqual(['l', 'élu', 'a', '3_000', 'voix', 'déjà'])
    expect(rougeN('ports', 'port', 1)).toBe(0)
  })
  it('is 0 for nothing', () => {
    expect([rougeN('', 'a', 1), rougeN('a', '', 2), rougeL('', ''), rougeN('a', 'a', 2)]).toEqual([0, 0, 0, 0])
  })
})

describe('two classes', () => {
  const scores = [0.1, 0.4, 0.35, 0.8]
  const positive = [false, false, true, true]
  it('AUC is the share of well-ordered pairs, ties one half', () => {
    expect(rocAuc(scores, positive)).toBe(0.75)
    expect(rocAuc([0.5, 0.5], [true, false])).toBe(0.5)
    // pairs of positives {2, 1} and negatives {1, 0}: 1, 1, ½, 1
    expect(rocAuc([2, 1, 1, 0], [true, true, false, false])).toBe(3.5 / 4)
    expect(rocAuc([1, 2], [true, true])).toBeNull()
  })
  it('average precision takes equal scores as one step', () => {
    // scikit-learn's own example
    expect(averagePrecision(scores, positive)).toBeCloseTo(0.8333333, 6)
    expect(averagePrecision([0.5, 0.5], [true, false])).toBe(0.5)
    expect(averagePrecision([0.5], [false])).toBeNull()
  })
  it('macro-F1 is the mean of both classes’ F1', () => {
    expect(macroF1At([0.9, 0.1, 0.8, 0.2], [true, true, false, false], 0.5)).toBe(0.5)
    expect(macroF1At([0.9, 0.8], [true, false], 0.5)).toBeCloseTo((2 / 3 + 0) / 2, 12)
    expect(macroF1At([1, 1], [true, true], 0.5)).toBe(0.5)
  })
  it('the best threshold separates where it can', () => {
    const threshold = bestMacroThreshold([0.1, 0.2, 0.6, 0.9], [false, false, true, true])
    expect(threshold).toBeCloseTo(0.4, 12)
    expect(macroF1At([0.1, 0.2, 0.6, 0.9], [false, false, true, true], threshold)).toBe(1)
  })
  it('a lighter positive class moves the threshold up', () => {
    const [seen, held] = [
      [0.9, 0.8, 0.7, 0.6, 0.5, 0.55, 0.2],
      [true, true, true, true, true, false, false],
    ]
    expect(bestMacroThreshold(seen, held, 0.2)).toBeGreaterThanOrEqual(bestMacroThreshold(seen, held))
  })
  it('ECE weighs each bin’s gap by its share', () => {
    // bin .9: mean .95, share ½, gap .45; bin .1: mean .15, share 0, gap .15
    expect(calibrationError([0.95, 0.95, 0.15, 0.15], [true, false, false, false])).toBeCloseTo(0.3, 12)
    expect(calibrationError([1, 0], [true, false])).toBe(0)
    expect(calibrationError([], [])).toBeNull()
  })
})

describe('many labels', () => {
  const item = (scored: [string, number][], right: string[]) => ({
    scored: scored.map(([label, score]) => ({ label, score })),
    gold: gold(...right),
  })
  const items = [
    item(
      [
        ['a', 0.9],
        ['b', 0.6],
      ],
      ['a'],
    ),
    item(
      [
        ['a', 0.8],
        ['c', 0.3],
      ],
      ['c'],
    ),
    item([], ['b']),
  ]
  it('micro pools decisions, macro averages over the whole vocabulary', () => {
    const thresholds = { micro: 0.5, macro: 0.5 }
    // proposed a, b, a; right: one a of three gold. micro 2·1/(3 + 3); a: 2·1/(2 + 1), b and c 0, d never seen 0
    expect(
      multiLabelF1(
        items.map((one) => ({ ...one, thresholds })),
        4,
      ),
    ).toEqual({ microF1: 2 / 6, macroF1: 2 / 3 / 4 })
  })
  it('chooses thresholds on what it is given', () => {
    // micro: at .9 2/4; at .3 2·2/(4 + 3). macro: at .9 a alone 1; at .3 (2/3 + 0 + 1)
    expect(bestLabelThresholds(items)).toEqual({ micro: 0.3, macro: 0.3 })
    expect(bestLabelThresholds([])).toEqual({ micro: 0.5, macro: 0.5 })
  })
})

it('means and percentiles', () => {
  expect([mean([]), mean([1, 2, 6])]).toEqual([0, 3])
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1)
  expect([percentile(hundred, 0.95), percentile([7], 0.95), percentile([], 0.95)]).toEqual([95, 7, 0])
})
