// Measures the fact-lock on claims written by hand: what it catches, and what it alarms on for nothing.
// The generated corruptions over whole archives are another test's work.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { checkClaim, isVerbatim, nearestSentence } from '../../../electron/core/text/fact-lock.ts'
import { segment } from '../../../electron/core/text/sentences.ts'
import { blockingFlags } from '../../../shared/domain/suggestion.ts'
import type { Flag } from '../../../shared/domain/suggestion.ts'
import { cases } from './fact-lock-cases.ts'

const blocking = (flags: readonly Flag[]): Flag[] => flags.filter((flag) => blockingFlags.includes(flag.code))
const council = cases[0]?.article ?? { title: '', body: '', date: null, lang: null }
const codes = (claim: string, article = council): string[] => checkClaim({ claim, article }).map((flag) => flag.code)

describe('the fact-lock on the written set', () => {
  const faithful = cases.flatMap(({ article, faithful: claims }) => claims.map((claim) => ({ article, claim })))
  const corrupted = cases.flatMap(({ article, corrupted: claims }) => claims.map(([code, claim]) => ({ article, claim, code })))

  it('alarms on at most 3 % of the true claims', () => {
    const alarmed = faithful.flatMap(({ article, claim }) => {
      const found = blocking(checkClaim({ claim, article }))
      return found.length > 0 ? [{ claim, found }] : []
    })
    expect(faithful.length).toBeGreaterThanOrEqual(60)
    expect(alarmed.length / faithful.length, JSON.stringify(alarmed, null, 1)).toBeLessThanOrEqual(0.03)
  })

  it('catches at least 95 % of the corrupted claims, by the right name', () => {
    const missed = corrupted.flatMap(({ article, claim, code }) => {
      const found = checkClaim({ claim, article })
      return found.some((flag) => flag.code === code) ? [] : [{ code, claim, found }]
    })
    expect(corrupted.length).toBeGreaterThanOrEqual(80)
    expect(missed.length / corrupted.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.05)
  })

  it('finds nothing but lost context in the articles’ own sentences', () => {
    for (const { article } of cases) {
      for (const { text } of segment(article.body, article.lang)) {
        expect(isVerbatim(text, article)).toBe(true)
        expect(blocking(checkClaim({ claim: text, article })), text).toEqual([])
      }
    }
  })

  it('places every flag inside the claim', () => {
    for (const { article, claim } of [...faithful, ...corrupted]) {
      for (const flag of checkClaim({ claim, article })) {
        expect(flag.start).toBeGreaterThanOrEqual(0)
        expect(flag.end).toBeGreaterThan(flag.start)
        expect(flag.end).toBeLessThanOrEqual(claim.length)
      }
    }
  })
})

describe('checkClaim', () => {
  it('shows the words and the nearest wording', () => {
    const claim = 'La réouverture est prévue en mai 2026.'
    const [flag] = checkClaim({ claim, article: council })
    expect(flag).toEqual({ code: 'date-absent', start: 29, end: 37, expected: 'mars 2026' })
  })
  it('does not take a cut sentence for a verbatim one', () => {
    expect(isVerbatim('La facture dépassera 4 millions d’euros.', council)).toBe(false)
    expect(isVerbatim('La réouverture est prévue en mars 2026', council)).toBe(true)
    expect(isVerbatim('', council)).toBe(false)
  })
  it('marks what needs its context, and only that', () => {
    expect(codes('Elle accueille 35 mareyeurs et 1 200 visiteurs par jour.')).toEqual(['out-of-context'])
    expect(codes('Le conseil municipal a adopté mardi soir la rénovation de la halle aux poissons.')).toEqual(['out-of-context'])
    expect(codes('« Nous ne fermerons pas la criée pendant les travaux », a-t-elle promis.')).toEqual(['out-of-context'])
    expect(codes('Il faut rénover la halle aux poissons.')).toEqual([])
  })
  it('sees a claim in another language', () => {
    expect(codes('The town council has voted to renovate the fish market for three million euros.')).toEqual(['language-mismatch'])
  })
  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (claim, body) => {
        const article = { title: '', body, date: null, lang: null }
        for (const flag of checkClaim({ claim, article })) expect(flag.end).toBeLessThanOrEqual(claim.length)
      }),
    )
  })
})

describe('nearestSentence', () => {
  it('gives spans that slice back, best first', () => {
    const [best] = nearestSentence('La facture pourrait dépasser quatre millions, selon Kervella.', council)
    expect(best?.field).toBe('body')
    expect(council.body.slice(best?.start, best?.end)).toBe(best?.quote)
    expect(best?.quote).toBe("Selon M. Kervella, la facture dépassera 4 millions d'euros.")
    expect(nearestSentence('Zzz', council)).toEqual([])
  })
})
