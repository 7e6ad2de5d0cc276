// Finds a vocabulary's labels in a text: stem-aware, longest first, careful with homonyms.
// It must not know models, neighbours or scores.
import type { Concept } from '../../../../shared/domain/vocabulary.ts'
import { stem } from '../../text/stems.ts'
import { stopWords } from '../../text/stop-words.ts'
import { foldToken, tokenize, type Token } from '../../text/tokens.ts'
import { readField, type FieldReading } from './article-reading.ts'

/** One spelling of one concept. */
export interface LabelForm {
  readonly concept: string
  /** The label's folded words: the same for "Ports" and "ports", another for "port". */
  readonly key: string
  readonly preferred: boolean
  /** How far a match may be trusted before anything is learned: 0 to 1. */
  readonly trust: number
}

export interface LabelHit {
  readonly form: LabelForm
  readonly start: number
  readonly end: number
}

export interface LabelMatcher {
  readonly concepts: readonly Concept[]
  /** Hits in order; no hit lies inside a longer one. */
  find(text: string, lang: string | null): LabelHit[]
  /** The same in a field already read in that language. */
  findIn(field: FieldReading, lang: string | null): LabelHit[]
}

type Case = 'any' | 'initial' | 'capitals'
interface Pattern {
  readonly form: LabelForm
  readonly stems: readonly string[]
  readonly letterCase: Case
}

const CAPITALS = /^[\p{Lu}\p{N}.&-]{2,}$/u
const INITIAL = /^\p{Lu}/u
const longestLabel = 8

/** "Mercure (planète)" is looked for as "Mercure", but the bracket says that the word alone is ambiguous. */
function spelling(label: string): { text: string; qualified: boolean } {
  const bare = label.replace(/\s*\([^)]*\)\s*$/u, '')
  return bare === '' || bare === label ? { text: label, qualified: false } : { text: bare, qualified: true }
}

/** In a list that capitalises every label ("Accessibility"), a capital says nothing about proper names. */
function capitalsByHabit(concepts: readonly Concept[]): boolean {
  const labels = concepts.flatMap((concept) => concept.labels.filter((label) => label.kind === 'preferred'))
  return labels.length === 0 || labels.filter((label) => INITIAL.test(label.text)).length > 0.6 * labels.length
}

function caseOf(tokens: readonly Token[], byHabit: boolean): Case {
  if (tokens.length === 1 && CAPITALS.test(tokens[0]!.text) && /\p{L}/u.test(tokens[0]!.text)) return 'capitals'
  const named = byHabit
    ? tokens.slice(1).some((token) => INITIAL.test(token.text)) &&
      tokens.every((token) => token.text.length < 4 || INITIAL.test(token.text))
    : INITIAL.test(tokens[0]!.text)
  return named ? 'initial' : 'any'
}

function trustOf(tokens: readonly Token[], letterCase: Case, qualified: boolean): number {
  if (qualified) return 0.3
  if (tokens.length > 1 || letterCase === 'capitals') return 1
  const [word] = tokens
  if (word!.text.length <= 3 || /^\p{N}+$/u.test(word!.text)) return 0.3
  return letterCase === 'initial' ? 0.9 : 0.7
}

function patternOf(concept: Concept, label: Concept['labels'][number], lang: string | null, byHabit: boolean): Pattern | null {
  const { text, qualified } = spelling(label.text)
  const tokens = tokenize(text)
  const stops = stopWords(lang)
  if (tokens.length === 0 || tokens.length > longestLabel || tokens.every((token) => stops.has(foldToken(token.text)))) return null
  const letterCase = caseOf(tokens, byHabit)
  const key = tokens.map((token) => foldToken(token.text)).join(' ')
  const form = { concept: concept.id, key, preferred: label.kind === 'preferred', trust: trustOf(tokens, letterCase, qualified) }
  return { form, stems: tokens.map((token) => stem(token.text, lang)), letterCase }
}

function compile(concepts: readonly Concept[], lang: string | null): Map<string, Pattern[]> {
  const byFirst = new Map<string, Pattern[]>()
  const byHabit = capitalsByHabit(concepts)
  for (const concept of concepts) {
    for (const label of concept.labels) {
      const pattern = patternOf(concept, label, lang, byHabit)
      if (!pattern) continue
      const first = pattern.stems[0]!
      const others = byFirst.get(first)
      if (others) others.push(pattern)
      else byFirst.set(first, [pattern])
    }
  }
  for (const patterns of byFirst.values())
    patterns.sort((a, b) => b.stems.length - a.stems.length || Number(b.form.preferred) - Number(a.form.preferred))
  return byFirst
}

function caseFits(pattern: Pattern, tokens: readonly Token[], at: number, shouted: boolean): boolean {
  if (pattern.letterCase === 'any' || shouted) return true
  const word = tokens[at]!.text
  return pattern.letterCase === 'initial' ? INITIAL.test(word) : CAPITALS.test(word)
}

function hitsAt(
  patterns: readonly Pattern[],
  { tokens, lexemes }: FieldReading,
  at: number,
  shouted: boolean,
): { hits: LabelHit[]; length: number } {
  const hits: LabelHit[] = []
  let length = 0
  for (const pattern of patterns) {
    if (pattern.stems.length < length) break
    if (!pattern.stems.every((wanted, offset) => lexemes[at + offset]?.stem === wanted) || !caseFits(pattern, tokens, at, shouted)) continue
    if (hits.some((hit) => hit.form.concept === pattern.form.concept)) continue
    length = pattern.stems.length
    hits.push({ form: pattern.form, start: tokens[at]!.start, end: tokens[at + length - 1]!.end })
  }
  return { hits, length }
}

function findLabels(byFirst: ReadonlyMap<string, readonly Pattern[]>, field: FieldReading): LabelHit[] {
  const { text, tokens, lexemes } = field
  const shouted = text.length > 0 && text === text.toUpperCase()
  const found: LabelHit[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const patterns = byFirst.get(lexemes[at]!.stem)
    if (!patterns) continue
    const { hits, length } = hitsAt(patterns, field, at, shouted)
    found.push(...hits)
    if (length > 1) at += length - 1
  }
  return found
}

/** Compiles the labels once per language; every label is tried in every language, as newsrooms mix them. */
export function labelMatcher(concepts: readonly Concept[]): LabelMatcher {
  const compiled = new Map<string, Map<string, Pattern[]>>()
  const compiledFor = (lang: string | null): Map<string, Pattern[]> => {
    const key = lang ?? ''
    const byFirst = compiled.get(key) ?? compile(concepts, lang)
    compiled.set(key, byFirst)
    return byFirst
  }
  return {
    concepts,
    find: (text, lang) => findLabels(compiledFor(lang), readField(text, lang)),
    findIn: (field, lang) => findLabels(compiledFor(lang), field),
  }
}
