// One-line rules: how a line reads, what it refuses and where, and on which words it fires. What decisions teach; which terms are new.
import { describe, expect, it } from 'vitest'
import { DeskError } from '../../../shared/domain/error.ts'
import { feedbackOf, isSwitchedOff, shifted, type TagVerdict } from '../../../electron/core/tasks/tags/feedback.ts'
import { findNewTerms, termKey } from '../../../electron/core/tasks/tags/new-terms.ts'
import { longestRule, parseRule } from '../../../electron/core/tasks/tags/rule-syntax.ts'
import { compileRules, ruleScore } from '../../../electron/core/tasks/tags/tag-rules.ts'
import { article, concept } from './task-desk.ts'

const rule = (line: string, until: string | null = null) => ({ id: 'r', line, concept: 'c', until, accepted: 0, rejected: 0 })

/** The words a condition fires on; null when it does not. */
function fires(condition: string, text: { title?: string; body?: string; lang?: string | null; date?: string | null }): string[] | null {
  const one = article({ id: 'a', ...text })
  const [fired] = compileRules([rule(`${condition} -> Tag`, parseRule(`${condition} -> Tag`).until)]).fire(one, '2026-11-22')
  return fired ? fired.places.map(({ field, start, end }) => one[field].slice(start, end)) : null
}

function refused(line: string): { problem: unknown; at: unknown; message: string } {
  try {
    parseRule(line)
  } catch (error) {
    if (error instanceof DeskError) return { problem: error.details['problem'], at: error.details['at'], message: error.message }
  }
  throw new TypeError('was read')
}

describe('a rule’s line', () => {
  it('reads words, signs, a tag and a last day', () => {
    expect(parseRule('"Notre-Dame" + incendie / feu -> Incendie de Notre-Dame until 2026-12-31')).toEqual({
      condition: {
        kind: 'all',
        of: [
          { kind: 'words', words: ['Notre', 'Dame'], exact: true, prefix: false, titleOnly: false },
          {
            kind: 'any',
            of: [
              { kind: 'words', words: ['incendie'], exact: false, prefix: false, titleOnly: false },
              { kind: 'words', words: ['feu'], exact: false, prefix: false, titleOnly: false },
            ],
          },
        ],
      },
      tag: 'Incendie de Notre-Dame',
      tagAt: 34,
      until: '2026-12-31',
    })
    expect(parseRule('grève → Grève jusqu’au 5/1/2027').until).toBe('2027-01-05')
    expect(parseRule('grève => "Until dawn"')).toMatchObject({ tag: 'Until dawn', until: null })
    expect(parseRule('titre:séisme -> Séismes').condition).toMatchObject({ titleOnly: true })
  })

  it.each([
    ['', 'empty', 1],
    ['incendie Notre-Dame', 'no-arrow', 20],
    ['incendie -> ', 'no-tag', 12],
    ['-> Tag', 'no-words', 1],
    ['"incendie -> Tag', 'quote-open', 1],
    ['(a1 + b1 -> Tag', 'bracket-open', 1],
    ['feu) -> Tag', 'bracket-close', 4],
    ['feu (eau) -> Tag', 'operator-missing', 5],
    ['feu + -> Tag', 'operator-end', 5],
    ['feu / / eau -> Tag', 'operator-end', 5],
    ['- feu -> Tag', 'only-not', 1],
    ['feu / (- eau) -> Tag', 'only-not', 1],
    ['le la -> Tag', 'common-words', 1],
    ['feu -> Tag until 2026-02-30', 'date', 18],
    [`${'mot '.repeat(longestRule)}-> Tag`, 'too-long', longestRule + 1],
  ])('that says %j is refused: %s at %i', (line, problem, at) => {
    const found = refused(line)
    expect(found).toMatchObject({ problem, at })
    expect(found.message).not.toMatch(/incendie|Tag/u)
  })
})

describe('a rule', () => {
  it('finds words by their stems, in the article’s language', () => {
    expect(fires('incendie', { body: 'Plusieurs incendies ravagent le massif.' })).toEqual(['incendies'])
    expect(fires('fire', { body: 'Fires spread.', lang: 'en' })).toEqual(['Fires'])
    expect(fires('incendie', { body: 'Un accident.' })).toBeNull()
  })

  it('finds phrases whole, across hyphens and apostrophes, not across sentences', () => {
    expect(fires('Notre Dame', { body: 'La flèche de Notre-Dame brûle.' })).toEqual(['Notre-Dame'])
    expect(fires('hôtel de ville', { body: 'Devant les hôtels de ville.' })).toEqual(['hôtels de ville'])
    expect(fires('Notre Dame', { body: 'Il est à notre, dame patronnesse.' })).toBeNull()
  })

  it('takes quoted words to the letter: accents, and capitals where they were typed', () => {
    expect(fires('"Orange"', { body: 'Le réseau Orange est en panne.' })).toEqual(['Orange'])
    expect(fires('"Orange"', { body: 'Une orange pressée.' })).toBeNull()
    expect(fires('"incendie"', { body: 'INCENDIE à Lyon' })).toEqual(['INCENDIE'])
    expect(fires('"incendie"', { body: 'Des incendies.' })).toBeNull()
    expect(fires('"côté"', { body: 'La cote du port.' })).toBeNull()
  })

  it('obeys and, or, not, brackets, title and an open end', () => {
    const body = 'Le feu a pris à la cathédrale Notre-Dame.'
    expect(fires('"Notre-Dame" + incendie / feu', { body })).toEqual(['feu', 'Notre-Dame'])
    expect(fires('"Notre-Dame" + incendie', { body })).toBeNull()
    expect(fires('feu - exercice', { body: `${body} C’était un exercice.` })).toBeNull()
    expect(fires('(feu + cathédrale) / (séisme + Japon)', { body })).toEqual(['feu', 'cathédrale'])
    expect(fires('title:feu', { body })).toBeNull()
    expect(fires('title:feu + cathédrale', { title: 'Feu à Paris', body })).toEqual(['Feu', 'cathédrale'])
    expect(fires('cathédr*', { body })).toEqual(['cathédrale'])
    expect(fires('Saint-Nazaire', { body: 'À Saint-Nazaire.' })).toEqual(['Saint-Nazaire'])
  })

  it('ends with its last day, by the article’s date, or today’s where it has none', () => {
    const condition = (date: string | null, day: string) =>
      compileRules([rule('feu -> Tag', day)]).fire(article({ id: 'a', body: 'Le feu.', date }), '2026-11-22').length
    expect(condition('2026-11-20T10:00:00Z', '2026-11-20')).toBe(1)
    expect(condition('2026-11-21', '2026-11-20')).toBe(0)
    expect(condition(null, '2026-11-21')).toBe(0)
    expect(condition(null, '2026-11-22')).toBe(1)
  })

  it('is believed less as people refuse what it proposes', () => {
    expect(ruleScore({ accepted: 0, rejected: 0 })).toBeCloseTo(0.95)
    expect(ruleScore({ accepted: 0, rejected: 5 })).toBeCloseTo(19 / 25)
  })

  it('among hundreds fires none on a text that none is about', () => {
    const many = Array.from({ length: 300 }, (_, n) => rule(`mot${n} + autre${n} -> Tag`))
    expect(compileRules(many).fire(article({ id: 'a', body: 'Le port et la mer.' }), '2026-11-22')).toEqual([])
  })
})

describe('decisions', () => {
  const verdict = (right: boolean, score: number, quotes: string[] = []): TagVerdict => ({
    concept: 'c',
    right,
    of: 'engine',
    score,
    quotes,
  })

  it('move a concept by what was decided less what was claimed, until the claims are right', () => {
    const up = feedbackOf([verdict(true, 0.6)]).get('c')!
    expect(up).toMatchObject({ accepted: 1, rejected: 0, added: 0 })
    expect(up.shift).toBeCloseTo(0.2)
    expect(feedbackOf([verdict(false, 0.6)]).get('c')!.shift).toBeCloseTo(-0.3)
    expect(feedbackOf(Array.from({ length: 40 }, () => verdict(false, 0.9))).get('c')!.shift).toBe(-3)
    expect(feedbackOf([verdict(true, 0.5), verdict(false, 0.5)]).get('c')!.shift).toBeCloseTo(0)
    expect(shifted(0.5, 0)).toBe(0.5)
    expect(shifted(0.5, -1)).toBeCloseTo(1 / (1 + Math.E))
  })

  it('on another tool’s tags count, and move nothing', () => {
    expect(feedbackOf([{ ...verdict(true, 0), of: 'other' }]).get('c')).toMatchObject({ accepted: 1, shift: 0 })
  })

  it('switch a spelling off when it is hardly ever right', () => {
    const spellings = feedbackOf([1, 2, 3, 4, 5].map(() => verdict(false, 0.4, ['Ports', 'ports']))).get('c')!.spellings
    expect(spellings.get('ports')).toEqual({ accepted: 0, rejected: 5 })
    expect(isSwitchedOff(spellings.get('ports')!)).toBe(true)
    expect(isSwitchedOff({ accepted: 0, rejected: 3 })).toBe(false)
    expect(isSwitchedOff({ accepted: 2, rejected: 6 })).toBe(false)
  })
})

describe('new terms', () => {
  const text = (id: string, body: string, day = '2026-11-01', lang = 'fr') => ({ id, title: `Titre ${id}`, body, lang, day })
  const articles = [
    text('1', 'Le collectif Mer Vivante attaque le projet. La pêche recule.', '2026-11-03'),
    text('2', 'Hier, Mer Vivante a porté plainte contre le parc éolien flottant.', '2026-11-02'),
    text('3', 'Un parc éolien flottant ouvrira. Le port de Brest s’en réjouit.', '2026-11-01'),
    text('4', 'Seul ici : Association Perdue. La pêche va bien.'),
  ]

  it('are names and phrases that recur and that no label covers', () => {
    const found = findNewTerms(articles, [concept('peche', ['Pêche'])], 10)
    const mer = found.find(({ term }) => term === 'Mer Vivante')
    expect(mer).toMatchObject({ kind: 'name', articles: 2, occurrences: 2, firstSeen: '2026-11-02', lastSeen: '2026-11-03' })
    expect(mer!.examples[0]).toMatchObject({ article: '1', quote: expect.stringContaining('collectif Mer Vivante attaque') })
    expect(found.find(({ term }) => term === 'parc éolien flottant')).toMatchObject({ kind: 'phrase', articles: 2 })
    expect(found.map(({ term }) => term)).not.toContain('Association Perdue')
    expect(mer!.key).toBe(termKey('mer vivante', 'fr'))
  })

  it('give way to the longer term they only stand in, and to the thesaurus', () => {
    const terms = findNewTerms(articles, [], 10).map(({ term }) => term)
    expect(terms).not.toContain('parc éolien')
    expect(terms).not.toContain('Vivante')
    const covered = findNewTerms(articles, [concept('eolien', ['Parcs éoliens flottants']), concept('mer', ['Mer Vivante'])], 10)
    expect(covered.map(({ term }) => term)).toEqual([])
  })

  it('group spellings of one stem, within a language', () => {
    const found = findNewTerms(
      [text('1', 'Une ferme marine ouvre.'), text('2', 'Les fermes marines ouvrent.'), text('3', 'ferme marine', '2026-11-01', 'it')],
      [],
      10,
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ lang: 'fr', articles: 2 })
  })
})
