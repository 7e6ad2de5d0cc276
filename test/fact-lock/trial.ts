// Measures the fact-lock: corruptions planted in true claims, and alarms on the true claims themselves.
// Run: node test/fact-lock/trial.ts [--archives a,b] [--per-class 60] [--seed 0] [--misses class] [--json]
import { parseArgs } from 'node:util'
import { checkClaim } from '../../electron/core/text/fact-lock.ts'
import { blockingFlags } from '../../shared/domain/suggestion.ts'
import type { Flag } from '../../shared/domain/suggestion.ts'
import { ARCHIVES, pick, readArchive, readDecks, seeded, sentencesOf, shuffled } from './archives.ts'
import type { ArchiveName, Random, TrialArticle } from './archives.ts'
import { EXPECTED, corrupt, waysOf } from './corrupt.ts'
import type { PlantClass, Ways } from './corrupt.ts'
import { namePool } from './proper-names.ts'
import { join, rewrite } from './rewritings.ts'
import type { TrueClaim } from './rewritings.ts'

export type Tally = { planted: number; caught: number; named: number }
export type Alarms = { claims: number; alarmed: number }
export type Outcome = {
  readonly archive: string
  readonly label: string
  readonly how: string
  readonly claim: string
  readonly from: string
  readonly found: readonly Flag[]
}
export type TrialResult = {
  /** By archive, then class. */
  readonly caught: Record<string, Record<string, Tally>>
  /** By archive, then class: corruptions of what people wrote in their own words. */
  readonly decks: Record<string, Record<string, Tally>>
  /** By archive, then kind of true claim (verbatim, each rewriting, deck). */
  readonly alarms: Record<string, Record<string, Alarms>>
  readonly missed: Outcome[]
  readonly alarmed: Outcome[]
}
/** `most`: articles taken from each archive; `decks`: also the claims people wrote in their own words. */
export type TrialOptions = {
  readonly archives: readonly ArchiveName[]
  readonly perClass: number
  readonly seed: number
  readonly most?: number
  readonly decks?: boolean
}

const blocking = (flags: readonly Flag[]): Flag[] => flags.filter((flag) => blockingFlags.includes(flag.code))

/** What one archive is tried with; the result fills up. */
type Bench = {
  readonly result: TrialResult
  readonly archive: ArchiveName
  readonly articles: readonly TrialArticle[]
  readonly ways: Ways
  readonly perClass: number
  readonly random: Random
}

/** Plants up to `perClass` corruptions per class and archive, and checks as many true claims of each kind; the same seed gives the same figures. */
export function runFactLockTrial({ archives, perClass, seed, most = Infinity, decks = true }: TrialOptions): TrialResult {
  const result: TrialResult = { caught: {}, decks: {}, alarms: {}, missed: [], alarmed: [] }
  for (const archive of archives) {
    const random = seeded(seed + archive.length * 7919)
    const articles = shuffled(readArchive(archive), seeded(seed)).slice(0, most)
    const bench: Bench = { result, archive, articles, ways: waysOf(namePool(articles)), perClass, random }
    for (const kind of Object.keys(EXPECTED) as PlantClass[]) plantClass(bench, kind)
    checkTrue(bench)
    if (!decks) continue
    plantInDecks(bench)
    for (const { article, claim } of shuffled(readDecks(archive), random).slice(0, perClass * 5))
      judgeTrue(bench, article, { claim, how: 'deck', from: claim })
  }
  return result
}

function plantClass({ result, archive, articles, ways, perClass, random }: Bench, kind: PlantClass): void {
  const tally: Tally = { planted: 0, caught: 0, named: 0 }
  for (const article of [...shuffled(articles, random), ...shuffled(articles, random)]) {
    if (tally.planted >= perClass) break
    for (const sentence of shuffled(sentencesOf(article), random)) {
      const claim = random() < 0.4 ? (rewrite(sentence, article, random)?.claim ?? sentence) : sentence
      const planted = corrupt(claim, article, kind, ways, random)
      if (!planted) continue
      tally.planted++
      const flags = checkClaim({ claim: planted.claim, article })
      const found = kind === 'context' ? flags.filter((flag) => flag.code === 'out-of-context') : blocking(flags)
      if (found.length > 0) tally.caught++
      else result.missed.push({ archive, label: kind, how: planted.how, claim: planted.claim, from: sentence, found: flags })
      if (found.some((flag) => EXPECTED[kind].includes(flag.code))) tally.named++
      break
    }
  }
  ;(result.caught[archive] ??= {})[kind] = tally
}

/** Claims in other words, corrupted: only those on which the fact-lock had nothing to say before. */
function plantInDecks({ result, archive, ways, perClass, random }: Bench): void {
  const decks = readDecks(archive).filter(({ article, claim }) => blocking(checkClaim({ claim, article })).length === 0)
  for (const kind of ['number', 'date', 'money', 'unit', 'name', 'negation'] as const) {
    const tally: Tally = { planted: 0, caught: 0, named: 0 }
    for (const { article, claim } of shuffled(decks, random)) {
      const planted = tally.planted < perClass ? corrupt(claim, article, kind, ways, random) : null
      if (!planted) continue
      const found = blocking(checkClaim({ claim: planted.claim, article }))
      tally.planted++
      if (found.length > 0) tally.caught++
      else result.missed.push({ archive, label: `deck-${kind}`, how: planted.how, claim: planted.claim, from: claim, found })
      if (found.some((flag) => EXPECTED[kind].includes(flag.code))) tally.named++
    }
    if (tally.planted > 0) (result.decks[archive] ??= {})[kind] = tally
  }
}

function checkTrue(bench: Bench): void {
  const { articles, perClass, random } = bench
  for (const article of shuffled(articles, random).slice(0, perClass * 8)) {
    const sentences = sentencesOf(article)
    const sentence = pick(sentences, random)
    if (sentence === undefined) continue
    if (random() < 0.25) judgeTrue(bench, article, { claim: sentence, how: 'verbatim', from: sentence })
    const next = sentences[sentences.indexOf(sentence) + 1]
    const joined = next === undefined || random() < 0.6 ? null : join(sentence, next, article)
    if (joined !== null) judgeTrue(bench, article, { claim: joined, how: 'join', from: sentence })
    for (const one of shuffled(sentences, random).slice(0, 6)) {
      const made = rewrite(one, article, random)
      if (!made) continue
      judgeTrue(bench, article, { ...made, from: one })
      break
    }
  }
}

function judgeTrue({ result, archive }: Bench, article: TrialArticle, { claim, how, from }: TrueClaim & { from: string }): void {
  const tally = ((result.alarms[archive] ??= {})[how] ??= { claims: 0, alarmed: 0 })
  const found = blocking(checkClaim({ claim, article }))
  tally.claims++
  if (found.length === 0) return
  tally.alarmed++
  result.alarmed.push({ archive, label: 'true', how, claim, from, found })
}

/** Sums over archives and classes, decks apart. */
export function totals(result: TrialResult): { caught: Tally; alarms: Alarms; decks: Alarms } {
  const caught = { planted: 0, caught: 0, named: 0 }
  const alarms = { claims: 0, alarmed: 0 }
  const decks = { claims: 0, alarmed: 0 }
  for (const one of Object.values(result.caught).flatMap((classes) => Object.values(classes))) {
    caught.planted += one.planted
    caught.caught += one.caught
    caught.named += one.named
  }
  for (const [how, one] of Object.values(result.alarms).flatMap((kinds) => Object.entries(kinds))) {
    const sum = how === 'deck' ? decks : alarms
    sum.claims += one.claims
    sum.alarmed += one.alarmed
  }
  return { caught, alarms, decks }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '  –' : `${((100 * part) / whole).toFixed(1)} %`)

function print(result: TrialResult, misses: string | undefined): void {
  for (const [archive, classes] of Object.entries(result.caught)) {
    console.log(`\n${archive}`)
    for (const [kind, { planted, caught, named }] of Object.entries(classes))
      console.log(
        `  ${kind.padEnd(14)} planted ${String(planted).padStart(4)}  caught ${percent(caught, planted).padStart(7)}  by name ${percent(named, planted).padStart(7)}`,
      )
    for (const [kind, { planted, caught }] of Object.entries(result.decks[archive] ?? {}))
      console.log(`  deck ${kind.padEnd(14)} planted ${String(planted).padStart(4)}  caught ${percent(caught, planted).padStart(7)}`)
    for (const [how, { claims, alarmed }] of Object.entries(result.alarms[archive] ?? {}))
      console.log(`  true ${how.padEnd(15)} claims ${String(claims).padStart(4)}  alarms ${percent(alarmed, claims).padStart(7)}`)
  }
  const { caught, alarms, decks } = totals(result)
  console.log(
    `\nall: caught ${percent(caught.caught, caught.planted)} (by name ${percent(caught.named, caught.planted)}) of ${caught.planted}; false alarms ${percent(alarms.alarmed, alarms.claims)} of ${alarms.claims}; on decks ${percent(decks.alarmed, decks.claims)} of ${decks.claims}`,
  )
  if (misses === undefined) return
  for (const one of [...result.missed, ...result.alarmed].filter(
    ({ label, how }) => misses === label || misses === how || misses === 'all',
  ))
    console.log(
      `\n[${one.archive} ${one.label}/${one.how}]\n  claim: ${one.claim}\n  from : ${one.from === one.claim ? '=' : one.from}\n  found: ${one.found.map((flag) => `${flag.code} «${one.claim.slice(flag.start, flag.end)}» → ${flag.expected ?? ''}`).join(' | ')}`,
    )
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      archives: { type: 'string', default: ARCHIVES.join(',') },
      'per-class': { type: 'string', default: '60' },
      seed: { type: 'string', default: '0' },
      misses: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const wanted = values.archives.split(',')
  const result = runFactLockTrial({
    archives: ARCHIVES.filter((name) => wanted.includes(name)),
    perClass: Number(values['per-class']),
    seed: Number(values.seed),
  })
  if (values.json) console.log(JSON.stringify(result))
  else print(result, values.misses)
}
