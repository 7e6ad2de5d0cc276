// The fact-lock's goal, on a small sample: 95 % of planted corruptions caught, 3 % of true claims alarmed, per archive and language.
// The whole trial is `node test/fact-lock/trial.ts`.
import { describe, expect, it } from 'vitest'
import { ARCHIVES, readArchive, seeded, sentencesOf } from '../../fact-lock/archives.ts'
import type { ArchiveName } from '../../fact-lock/archives.ts'
import { corrupt, waysOf } from '../../fact-lock/corrupt.ts'
import { namePool } from '../../fact-lock/proper-names.ts'
import { runFactLockTrial, totals } from '../../fact-lock/trial.ts'
import { sharedData } from '../../shared-data.ts'

const present = ARCHIVES.filter((name) => sharedData(`${name}/articles.jsonl`) !== null)
const sample = (archives: readonly ArchiveName[]) => runFactLockTrial({ archives, perClass: 10, seed: 1, most: 150, decks: false })

describe.skipIf(present.length === 0)('the fact-lock on planted corruptions', () => {
  it.each(present)('%s: ≥ 95 % caught, ≤ 3 % false alarms', { timeout: 120_000 }, (name) => {
    const result = sample([name])
    const { caught, alarms } = totals(result)
    expect(caught.planted).toBeGreaterThan(80)
    expect(caught.caught / caught.planted, JSON.stringify(result.missed, null, 1)).toBeGreaterThanOrEqual(0.95)
    expect(alarms.claims).toBeGreaterThan(70)
    expect(alarms.alarmed / alarms.claims, JSON.stringify(result.alarmed, null, 1)).toBeLessThanOrEqual(0.03)
  })

  it('gives the same figures for the same seed', { timeout: 120_000 }, () => {
    const [name] = present
    const once = name ? runFactLockTrial({ archives: [name], perClass: 3, seed: 4, most: 40, decks: false }) : null
    expect(name && runFactLockTrial({ archives: [name], perClass: 3, seed: 4, most: 40, decks: false })).toEqual(once)
  })
})

describe.skipIf(present.length === 0)('the corruption generator', () => {
  it('always says something the article does not', () => {
    for (const name of present) {
      const articles = readArchive(name).slice(0, 40)
      const ways = waysOf(namePool(articles))
      const random = seeded(7)
      for (const article of articles) {
        const [sentence] = sentencesOf(article)
        if (sentence === undefined) continue
        for (const kind of ['number', 'date', 'name', 'negation'] as const) {
          const planted = corrupt(sentence, article, kind, ways, random)
          if (planted) expect(article.body).not.toContain(planted.claim)
        }
      }
    }
  })
})
