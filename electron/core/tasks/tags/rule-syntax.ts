// Reads a one-line rule: words, + (and), / (or), - (not), brackets, title:, an arrow, a tag, and until when.
// It must not know the vocabulary, stems or articles.
import { DeskError } from '../../../../shared/domain/error.ts'
import type { RuleProblem } from '../../../../shared/domain/tag-rule.ts'
import { foldToken, tokenize } from '../../text/tokens.ts'
import { stopWords } from '../../text/stop-words.ts'

export type Condition =
  | {
      readonly kind: 'words'
      /** In order, as typed. */
      readonly words: readonly string[]
      /** Quoted: the very words, accents included, capitals where capitals were typed. */
      readonly exact: boolean
      /** `*` at the end: the last word may go on. */
      readonly prefix: boolean
      readonly titleOnly: boolean
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

export interface ParsedRule {
  readonly condition: Condition
  /** Label or id, and its column. */
  readonly tag: string
  readonly tagAt: number
  /** `YYYY-MM-DD`. */
  readonly until: string | null
}

export const longestRule = 500

const whys: Readonly<Record<RuleProblem, string>> = {
  empty: 'is empty',
  'too-long': `is longer than ${longestRule} characters`,
  'no-arrow': 'an arrow (->) and a tag are missing',
  'no-tag': 'a tag is missing after the arrow',
  'no-words': 'words to look for are missing',
  'quote-open': 'a quotation mark is never closed',
  'bracket-open': 'a bracket is never closed',
  'bracket-close': 'a bracket is closed that was never opened',
  'operator-missing': 'a +, / or - is missing',
  'operator-end': 'words are missing beside this sign',
  'only-not': 'says only what must be absent: words that must be there are needed',
  'common-words': 'these words stand in nearly every text: add others, or quote them',
  date: 'is not a date: YYYY-MM-DD or DD/MM/YYYY',
  'unknown-tag': 'is no tag of the thesaurus, or the label of several',
  'retired-tag': 'is no longer in use and nothing replaces it',
}

/** The refusal of a line, with its place. Never quotes the line. */
export function ruleRefusal(problem: RuleProblem, at: number): DeskError {
  return new DeskError('bad-input', 'rule', `column ${at}: ${whys[problem]}`, { field: 'line', problem, at })
}

type Sign = 'open' | 'close' | 'and' | 'or' | 'not' | 'title'
type Lexeme = { readonly at: number } & (
  { readonly sign: Sign } | { readonly sign: 'words'; readonly text: string; readonly exact: boolean }
)

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' }
const signs: Readonly<Record<string, Sign>> = { '(': 'open', ')': 'close', '+': 'and', '/': 'or' }
const NOT = /^[-−–]/u
const ARROW = /^(?:->|=>|→|⇒)/u
const TITLE = /^(?:title|titre)\s?:\s*/iu
const SPACE = /^\s+/u
/** A bare word ends at a space, a sign or the arrow; a hyphen inside it is its own. */
const WORD = /^(?:(?!->|=>|→|⇒)[^\s()+/"“«])+/u

/** Everything before the arrow, in pieces, and where the arrow's other side begins. */
function cut(line: string): { lexemes: Lexeme[]; tagFrom: number } {
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < line.length) {
    const rest = line.slice(at)
    const arrow = ARROW.exec(rest)
    if (arrow) return { lexemes, tagFrom: at + arrow[0].length }
    const [lexeme, length] = next(rest, at + 1)
    if (lexeme) lexemes.push(lexeme)
    at += length
  }
  throw ruleRefusal('no-arrow', line.length + 1)
}

function next(rest: string, at: number): readonly [Lexeme | null, number] {
  const space = SPACE.exec(rest)
  if (space) return [null, space[0].length]
  const first = rest[0]!
  const sign = signs[first]
  if (sign) return [{ sign, at }, 1]
  const close = closing[first]
  if (close !== undefined) {
    const end = rest.indexOf(close, 1)
    if (end < 0) throw ruleRefusal('quote-open', at)
    return [{ sign: 'words', text: rest.slice(1, end), exact: true, at }, end + 1]
  }
  if (NOT.test(rest)) return [{ sign: 'not', at }, 1]
  const title = TITLE.exec(rest)
  if (title) return [{ sign: 'title', at }, title[0].length]
  const word = WORD.exec(rest)?.[0] ?? first
  return [{ sign: 'words', text: word, exact: false, at }, word.length]
}

/** Recursive descent: `/` binds closest, then `+` and `-`. */
function readCondition(lexemes: readonly Lexeme[], end: number): Condition {
  let here = 0
  const expr = (titleOnly: boolean, nested: boolean): Condition => {
    const parts: Condition[] = []
    let sign: Lexeme | null = null
    for (;;) {
      const negated = lexemes[here]?.sign === 'not'
      if (negated) sign = lexemes[here++]!
      const part = alternatives(titleOnly, sign)
      parts.push(negated ? { kind: 'not', of: part } : part)
      const after = lexemes[here]
      if (!after || (after.sign === 'close' && nested)) break
      if (after.sign === 'close') throw ruleRefusal('bracket-close', after.at)
      if (after.sign !== 'and' && after.sign !== 'not') throw ruleRefusal('operator-missing', after.at)
      if (after.sign === 'and') sign = lexemes[here++]!
    }
    return parts.length === 1 ? parts[0]! : { kind: 'all', of: parts }
  }
  const alternatives = (titleOnly: boolean, before: Lexeme | null): Condition => {
    const parts = [unit(titleOnly, before)]
    while (lexemes[here]?.sign === 'or') {
      const sign = lexemes[here++]!
      parts.push(unit(titleOnly, sign))
    }
    return parts.length === 1 ? parts[0]! : { kind: 'any', of: parts }
  }
  const unit = (titleOnly: boolean, before: Lexeme | null): Condition => {
    const lexeme = lexemes[here++]
    if (lexeme?.sign === 'title') return unit(true, lexeme)
    if (lexeme?.sign === 'open') {
      const inner = expr(titleOnly, true)
      if (lexemes[here++]?.sign !== 'close') throw ruleRefusal('bracket-open', lexeme.at)
      return inner
    }
    if (lexeme?.sign !== 'words') throw before ? ruleRefusal('operator-end', before.at) : ruleRefusal('no-words', lexeme?.at ?? end)
    return wordsOf(lexeme, titleOnly)
  }
  /** Bare words side by side are one phrase. */
  const wordsOf = (first: Extract<Lexeme, { sign: 'words' }>, titleOnly: boolean): Condition => {
    let text = first.text
    for (let more = lexemes[here]; !first.exact && more?.sign === 'words' && !more.exact; more = lexemes[here]) {
      text += ` ${more.text}`
      here += 1
    }
    return phrase(text, first, titleOnly)
  }
  return expr(false, false)
}

function phrase(text: string, { exact, at }: { exact: boolean; at: number }, titleOnly: boolean): Condition {
  const words = tokenize(text).map((token) => token.text)
  if (words.length === 0) throw ruleRefusal('no-words', at)
  const common = (word: string): boolean => ['fr', 'en'].some((lang) => stopWords(lang).has(foldToken(word)))
  if (!exact && words.every(common)) throw ruleRefusal('common-words', at)
  return { kind: 'words', words, exact, prefix: !exact && text.endsWith('*'), titleOnly }
}

/** Whether something that is there makes it true: what is only absent is no reason for a tag. */
function needsWords(condition: Condition): boolean {
  if (condition.kind === 'words') return true
  if (condition.kind === 'not') return false
  return condition.kind === 'all' ? condition.of.some(needsWords) : condition.of.every(needsWords)
}

const UNTIL = /(?:^|\s)(?:until|jusqu['’](?:au|à))\s+([^"]*)$/iu

function readTag(line: string, from: number): Omit<ParsedRule, 'condition'> {
  const side = line.slice(from)
  const limit = UNTIL.exec(side)
  const until = limit ? dateOf(limit[1]!.trim()) : null
  if (limit && until === null) throw ruleRefusal('date', from + limit.index + limit[0].length - limit[1]!.length + 1)
  const named = side.slice(0, limit?.index ?? side.length)
  const tag = named.trim().replace(/^["“«]\s*(.*?)\s*["”»]$/u, '$1')
  if (tag === '') throw ruleRefusal('no-tag', from + 1)
  return { tag, tagAt: from + named.length - named.trimStart().length + 1, until }
}

/** `YYYY-MM-DD` of a day that exists; null otherwise. */
function dateOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text) ?? []
  const iso = day === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso)) return null
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso
}

/**
 * Reads a line such as `"Notre-Dame" + incendie / feu - exercice -> Incendie de Notre-Dame until 2026-12-31`.
 *
 * @throws DeskError `bad-input` with `details.problem` and `details.at`, the column from 1.
 */
export function parseRule(given: string): ParsedRule {
  const line = given.normalize('NFC')
  if (line.trim() === '') throw ruleRefusal('empty', 1)
  if (line.length > longestRule) throw ruleRefusal('too-long', longestRule + 1)
  const { lexemes, tagFrom } = cut(line)
  const condition = readCondition(lexemes, 1)
  if (!needsWords(condition)) throw ruleRefusal('only-not', 1)
  return { condition, ...readTag(line, tagFrom) }
}
