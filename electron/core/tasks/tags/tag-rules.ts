// One-line rules on an article: which ones fire, and on which of its words.
// It must not know who wrote them, nor what else speaks for a tag.
import type { Article } from '../../../../shared/domain/article.ts'
import { foldToken } from '../../text/tokens.ts'
import { stem } from '../../text/stems.ts'
import { textEvidence, type Place } from '../evidence.ts'
import type { Evidence } from '../../../../shared/domain/suggestion.ts'
import type { HouseRule } from '../ports.ts'
import { readField, type FieldReading } from './article-reading.ts'
import { parseRule, type Condition } from './rule-syntax.ts'

export interface FiredRule {
  readonly rule: HouseRule
  /** The words that made it fire, the title's first. */
  readonly places: readonly Place[]
}

export interface TagRules {
  /** Rules that fire on an article, in the order they were written. `today`: the day an undated article counts as. */
  fire(article: Pick<Article, 'title' | 'body' | 'lang' | 'date'>, today: string): FiredRule[]
}

type Field = Place['field']
type Words = Extract<Condition, { kind: 'words' }>
/** A field with the places of each stem and of each folded word. */
interface Indexed {
  readonly field: Field
  readonly reading: FieldReading
  readonly stems: ReadonlyMap<string, readonly number[]>
  readonly folded: ReadonlyMap<string, readonly number[]>
}

const fields: readonly Field[] = ['title', 'body']
/** Words shown per phrase of the rule, and in all. */
const placesPerPhrase = 2
const mostPlaces = 5
/** What may stand between two words of a phrase: "Notre-Dame" and "l'incendie", not the end of a clause. */
const GAP = /^[^\n,;:!?()[\]«»“”"]*$/u

function places(words: readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  words.forEach((word, at) => {
    const known = found.get(word)
    if (known) known.push(at)
    else found.set(word, [at])
  })
  return found
}

function indexed(field: Field, text: string, lang: string | null): Indexed {
  const reading = readField(text, lang)
  return {
    field,
    reading,
    stems: places(reading.lexemes.map((lexeme) => lexeme.stem)),
    folded: places(reading.tokens.map((token) => foldToken(token.text))),
  }
}

/** Capitals count where they were typed: "Orange" is not "orange", but "incendie" is "INCENDIE". */
function isVeryWord(wanted: string, found: string): boolean {
  const [a, b] = [wanted.replace(/[’ʼ]/gu, "'"), found.replace(/[’ʼ]/gu, "'")]
  if (a === b) return true
  if (a.toLowerCase() !== b.toLowerCase() || a.length !== b.length) return false
  return a.split('').every((letter, at) => letter === b[at] || letter === letter.toLowerCase())
}

type WordTest = (reading: FieldReading, at: number) => boolean

/** One test per word of the phrase, and where its first word may stand. */
function testsOf({ words, exact, prefix }: Words, lang: string | null): { tests: WordTest[]; starts: (one: Indexed) => readonly number[] } {
  if (exact) {
    const tests = words.map(
      (word): WordTest =>
        (reading, at) =>
          isVeryWord(word, reading.tokens[at]!.text),
    )
    return { tests, starts: (one) => one.folded.get(foldToken(words[0]!)) ?? [] }
  }
  const stems = words.map((word) => stem(word, lang))
  const tests = stems.map(
    (wanted): WordTest =>
      (reading, at) =>
        reading.lexemes[at]!.stem === wanted,
  )
  if (!prefix) return { tests, starts: (one) => one.stems.get(stems[0]!) ?? [] }
  const open = foldToken(words.at(-1)!)
  tests[tests.length - 1] = (reading, at) => foldToken(reading.tokens[at]!.text).startsWith(open)
  const all = (one: Indexed): number[] => [...one.folded].flatMap(([word, list]) => (word.startsWith(open) ? list : []))
  return { tests, starts: words.length === 1 ? all : (one) => one.stems.get(stems[0]!) ?? [] }
}

function findWords(condition: Words, article: readonly Indexed[], lang: string | null): Place[] {
  const { tests, starts } = testsOf(condition, lang)
  const found: Place[] = []
  for (const one of article) {
    if (condition.titleOnly && one.field !== 'title') continue
    for (const at of starts(one)) {
      if (found.length === placesPerPhrase) return found
      const { tokens, text } = one.reading
      const last = tokens[at + tests.length - 1]
      if (!last || !tests.every((test, offset) => test(one.reading, at + offset))) continue
      const joined = tests.every(
        (_, offset) => offset === 0 || GAP.test(text.slice(tokens[at + offset - 1]!.end, tokens[at + offset]!.start)),
      )
      if (joined) found.push({ field: one.field, start: tokens[at]!.start, end: last.end })
    }
  }
  return found
}

/** The words that make a condition true; null when it is not. */
function matched(condition: Condition, article: readonly Indexed[], lang: string | null): Place[] | null {
  if (condition.kind === 'words') {
    const found = findWords(condition, article, lang)
    return found.length === 0 ? null : found
  }
  if (condition.kind === 'not') return matched(condition.of, article, lang) === null ? [] : null
  const parts = condition.of.map((part) => matched(part, article, lang))
  if (condition.kind === 'all') return parts.includes(null) ? null : parts.flatMap((part) => part ?? [])
  return parts.every((part) => part === null) ? null : parts.flatMap((part) => part ?? [])
}

const titleFirst = (a: Place, b: Place): number => (a.field === b.field ? a.start - b.start : a.field === 'title' ? -1 : 1)

function distinct(found: readonly Place[]): Place[] {
  const byPlace = new Map(found.map((place) => [`${place.field} ${place.start} ${place.end}`, place]))
  return [...byPlace.values()].sort(titleFirst).slice(0, mostPlaces)
}

/** @throws DeskError `bad-input` for a line that does not read: lines are checked before they are kept. */
export function compileRules(rules: readonly HouseRule[]): TagRules {
  const compiled = rules.map((rule) => ({ rule, condition: parseRule(rule.line).condition }))
  return {
    fire({ title, body, lang, date }, today) {
      const day = date === null ? today : date.slice(0, 10)
      const due = compiled.filter(({ rule }) => rule.until === null || day <= rule.until)
      if (due.length === 0) return []
      const article = fields.map((field) => indexed(field, field === 'title' ? title : body, lang))
      return due.flatMap(({ rule, condition }) => {
        const found = matched(condition, article, lang)
        return found === null || found.length === 0 ? [] : [{ rule, places: distinct(found) }]
      })
    },
  }
}

/** A new rule is believed like one right nineteen times out of twenty; then its own record counts (mean of a Beta posterior). */
const believed = { right: 19, wrong: 1 }

export function ruleScore({ accepted, rejected }: Pick<HouseRule, 'accepted' | 'rejected'>): number {
  return (believed.right + accepted) / (believed.right + believed.wrong + accepted + rejected)
}

/** Which rule fired, then the words. */
export function ruleEvidence(article: Pick<Article, 'id' | 'title' | 'body'>, { rule, places: words }: FiredRule): Evidence[] {
  return [{ kind: 'rule', rule: rule.id, line: rule.line }, ...words.map((place) => textEvidence(article, place))]
}
