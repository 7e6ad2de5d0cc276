// What stands beside the review in the *Bilan*: second readings, blind votes, EBU forms, each as a sentence and a table. Pure.
// Totals of the experiment, never by person: it is handed none.
import type { BlindTotals, Duel } from '../../../../shared/domain/comparison.ts'
import { enoughReadings, readStates, type ReadingTotals, type ReadingVerdict } from '../../../../shared/domain/reading.ts'
import { rubricLevels, type RubricTotals } from '../../../../shared/domain/rubric.ts'
import { escapeHtml } from '../formats/markup.ts'
import { figures, paragraph, section } from './page.ts'
import { counted, decimal, fill, number, percent } from './say.ts'
import { engineName, type Telling } from './telling.ts'

export function totalsParts(telling: Telling): string[] {
  const { readings, blind, rubric } = telling.totals
  return [
    readings === null ? '' : readingsPart(readings, telling),
    blind === null ? '' : blindPart(blind, telling),
    rubric === null ? '' : rubricPart(rubric, telling),
  ]
}

const strong = (text: string) => `<p><b>${escapeHtml(text)}</b></p>`
const verdicts: readonly ReadingVerdict[] = ['accept', 'edit', 'reject', 'unsure']
const asides = ['doubts', 'own', 'elsewhere', 'unverified', 'again', 'open', 'arbitrated'] as const

function readingsPart(totals: ReadingTotals, { words: { totals: words, colon }, lang }: Telling): string {
  const { every, read, drawn, n, agreed, agreement, kappa } = totals
  const plan =
    every === null
      ? counted(words.drawnStopped, read, lang)
      : fill(counted(words.drawn, read, lang), { drawn: number(drawn, lang), every: number(every, lang) })
  const notes = asides.filter((name) => totals[name] > 0).map((name) => counted(words[name], totals[name], lang))
  const aside = paragraph(notes.join(' · '), 'quiet')
  if (read + totals.elsewhere === 0) return section(words.readings, paragraph(plan), 'whole')
  if (agreement === null) {
    const few = fill(counted(words.tooFew, n, lang), { least: number(enoughReadings, lang) })
    return section(words.readings, paragraph(plan) + paragraph(few) + aside, 'whole')
  }
  const share = fill(words.agreed, { share: percent(agreement, lang, 0), agreed: number(agreed, lang), n: number(n, lang) })
  const left = [
    strong(`${words.agreement}${colon} ${share}`),
    paragraph(plan),
    paragraph(kappa === null ? words.kappaNone : fill(words.kappa, { kappa: decimal(kappa, lang, 2) })),
    aside,
  ]
  return section(words.readings, `<div class="pair"><div>${left.join('')}</div><div>${crossing(totals, words, lang)}</div></div>`, 'whole')
}

function crossing({ crossing: counts }: ReadingTotals, words: Telling['words']['totals'], lang: Telling['lang']): string {
  const count = (first: string, second: string) => counts.find((one) => one.first === first && one.second === second)?.count ?? 0
  return figures(
    [words.first, ...verdicts.map((second) => words.verdicts[second])],
    readStates.map((first) => [words.states[first], ...verdicts.map((second) => number(count(first, second), lang))]),
  )
}

function blindPart({ pairs, voted, figures: told }: BlindTotals, telling: Telling): string {
  const { totals: words } = telling.words
  const { lang } = telling
  if (told === null) {
    const counts = { voted: number(voted, lang), pairs: number(pairs, lang) }
    return section(words.blind, paragraph(fill(words.waiting, counts)), 'whole')
  }
  if (told.votes === 0) return section(words.blind, paragraph(words.noVotes), 'whole')
  const { position, agreement } = told
  const notes = [
    counted(words.voters, told.voters, lang),
    told.informed > 0 ? counted(words.informed, told.informed, lang) : '',
    position.share === null ? '' : fill(words.position, shares(position, lang)),
    agreement === null ? '' : fill(counted(words.sameTexts, agreement.pairs, lang), { share: percent(agreement.share, lang, 0) }),
  ].filter((one) => one !== '')
  return section(words.blind, told.duels.map((duel) => duelPart(duel, telling)).join('') + paragraph(notes.join(' '), 'quiet'), 'whole')
}

type Share = { readonly share: number | null; readonly low: number | null; readonly high: number | null }

function shares({ share, low, high }: Share, lang: Telling['lang']): Record<'share' | 'low' | 'high', string> {
  return { share: percent(share, lang, 0), low: percent(low, lang, 0), high: percent(high, lang, 0) }
}

function duelPart(duel: Duel, { words: all, lang }: Telling): string {
  const { totals: words } = all
  const [first, second] = [engineName(duel.engines[0], all), engineName(duel.engines[1], all)]
  const ahead = duel.wins[0] >= duel.wins[1] ? 0 : 1
  const said = fill(words.verdict[duel.verdict], {
    winners: number(duel.wins[0] + duel.wins[1], lang),
    wins: number(duel.wins[ahead], lang),
    winner: ahead === 0 ? first : second,
  })
  const rows: readonly (readonly [string, number])[] = [
    [fill(words.winner, { engine: first }), duel.wins[0]],
    [fill(words.winner, { engine: second }), duel.wins[1]],
    [words.both, duel.both],
    [words.neither, duel.neither],
    ...(duel.split > 0 ? [[words.split, duel.split] as const] : []),
  ]
  const interval =
    duel.share === null || duel.p === null ? '' : fill(words.interval, { first, ...shares(duel, lang), p: decimal(duel.p, lang, 3) })
  const table = figures(
    [words.result, words.texts, words.share],
    rows.map(([name, count]) => [name, number(count, lang), duel.pairs === 0 ? '–' : percent(count / duel.pairs, lang, 0)]),
  )
  const left = `<h3>${escapeHtml(fill(words.duel, { first, second }))}</h3>${strong(said)}${paragraph(interval)}`
  return `<div class="pair"><div>${left}</div><div>${table}</div></div>`
}

function rubricPart({ articles, read, significant, axes }: RubricTotals, { words: { totals: words }, lang }: Telling): string {
  const counts = { count: number(significant.count, lang), of: number(significant.of, lang) }
  const said = significant.share === null ? '' : strong(fill(words.significant, { ...counts, ...shares(significant, lang) }))
  const table = figures(
    [words.axis, ...rubricLevels.map((level) => words.levels[level]), words.significantShare],
    axes.map((axis) => [words.axes[axis.axis], ...rubricLevels.map((level) => number(axis[level], lang)), percent(axis.share, lang, 0)]),
  )
  const base = fill(words.base, { read: number(read, lang), articles: number(articles, lang) })
  return section(words.rubric, said + table + paragraph(base, 'quiet'), 'whole')
}
