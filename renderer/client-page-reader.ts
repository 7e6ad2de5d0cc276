// Reads a long list of the core page by page: what is in sight first, few questions at once, none that nobody waits for any more.
// It must not know React, nor what the rows are.
import type { DeskError } from '../shared/domain/error.ts'

/** Rows asked at once: a screen and a half on a tall window. */
export const pageSize = 50
/** Questions under way at once: a list dragged from end to end asks for what is in sight when one of them comes back. */
const atOnce = 2
/** Pages held; the farthest from sight are let go. */
const mostHeld = 40

export interface Page<T> {
  /** At least so many where `counted` is false. */
  readonly total: number
  readonly counted?: boolean
  readonly items: readonly T[]
}

/** One question: `key` names it; `page` asks part of the list; `count` how long it is, where a page does not say. */
export interface Question<T> {
  readonly key: string
  readonly page: (offset: number, limit: number, signal: AbortSignal) => Promise<Page<T>>
  readonly count?: ((signal: AbortSignal) => Promise<number>) | undefined
}

export interface Held<T> {
  /** Of the question that was last answered: while another is under way, its list stays. */
  readonly key: string | null
  readonly total: number | undefined
  /** Whether `total` is how many there are, and not only how many there are at least. */
  readonly counted: boolean
  readonly pages: ReadonlyMap<number, readonly T[]>
  readonly error: DeskError | undefined
}

export interface PageReader<T> {
  /** A row, where its page is here: also of a page that was read ahead and not yet said. */
  readonly item: (index: number) => T | undefined
  /** Asks something else; what was under way is taken back. */
  readonly open: (question: Question<T>) => void
  /** What is in sight: first and last row. */
  readonly look: (first: number, last: number) => void
  /** Asks again what is in sight. */
  readonly reload: () => void
  readonly close: () => void
}

/** Nothing was asked yet. */
export function nothingHeld<T>(): Held<T> {
  return { key: null, total: undefined, counted: false, pages: new Map(), error: undefined }
}

/** `publish` hears every change of what is held; `asError` makes one error type of what a call threw. */
export function createPageReader<T>(publish: (held: Held<T>) => void, asError: (thrown: unknown) => DeskError): PageReader<T> {
  const reading = new Reading(publish, asError)
  return {
    item: (index) => reading.item(index),
    open: (question) => reading.open(question),
    look: (first, last) => reading.look(first, last),
    reload: () => reading.begin(),
    close: () => reading.close(),
  }
}

type Range = readonly [first: number, last: number]

const pageOf = (row: number): number => Math.floor(row / pageSize)

/** Pages in sight and, once somebody scrolls, the one after: it is there when it comes in sight. */
function pagesAt([first, last]: Range, total: number): number[] {
  const end = Math.max(0, Math.ceil(total / pageSize) - 1)
  const to = Math.min(end, first > 0 ? pageOf(last) + 1 : pageOf(last))
  return Array.from({ length: Math.max(0, to - pageOf(first) + 1) }, (_, at) => pageOf(first) + at)
}

/** The pages held with one more, without the farthest from what is in sight. */
function withPage<T>(
  pages: ReadonlyMap<number, readonly T[]>,
  page: number,
  items: readonly T[],
  [first]: Range,
): Map<number, readonly T[]> {
  const kept = new Map(pages).set(page, items)
  const away = (one: number) => Math.abs(one - first / pageSize)
  const far = [...kept.keys()].toSorted((a, b) => away(b) - away(a))
  for (const one of far.slice(0, Math.max(0, kept.size - mostHeld))) kept.delete(one)
  return kept
}

class Reading<T> {
  readonly #publish: (held: Held<T>) => void
  readonly #asError: (thrown: unknown) => DeskError
  #held: Held<T> = nothingHeld()
  #question: Question<T> | null = null
  #asking = new AbortController()
  #underWay = new Set<number>()
  #range: Range = [0, 0]
  /** The first answer since the question was opened or asked again replaces all that is held. */
  #fresh = true
  /** The core did not answer: it is asked again only by `begin`, or when something else comes in sight. */
  #failed = false

  constructor(publish: (held: Held<T>) => void, asError: (thrown: unknown) => DeskError) {
    this.#publish = publish
    this.#asError = asError
  }

  item(index: number): T | undefined {
    return this.#held.pages.get(pageOf(index))?.[index % pageSize]
  }

  open(question: Question<T>): void {
    this.#question = question
    this.#range = [0, 0]
    this.begin()
  }

  begin(): void {
    this.#asking.abort()
    this.#asking = new AbortController()
    this.#underWay = new Set()
    this.#fresh = true
    this.#failed = false
    this.#pump()
  }

  look(first: number, last: number): void {
    if (first === this.#range[0] && last === this.#range[1]) return
    this.#range = [first, last]
    this.#failed = false
    this.#pump()
  }

  close(): void {
    this.#asking.abort()
    this.#question = null
  }

  #say(next: Partial<Held<T>>): void {
    this.#held = { ...this.#held, ...next }
    this.#publish(this.#held)
  }

  #wanted(): number[] {
    if (this.#fresh) return this.#underWay.size > 0 ? [] : [pageOf(this.#range[0])]
    return pagesAt(this.#range, this.#held.total ?? 0).filter((page) => !this.#held.pages.has(page) && !this.#underWay.has(page))
  }

  #pump(): void {
    const question = this.#question
    if (question === null || this.#failed) return
    for (const page of this.#wanted().slice(0, atOnce - this.#underWay.size)) void this.#ask(question, page)
  }

  async #ask(question: Question<T>, page: number): Promise<void> {
    const { signal } = this.#asking
    this.#underWay.add(page)
    try {
      const answer = await question.page(page * pageSize, pageSize, signal)
      if (signal.aborted) return
      this.#underWay.delete(page)
      this.#take(question, page, answer)
    } catch (thrown) {
      if (signal.aborted) return
      this.#underWay.delete(page)
      this.#failed = true
      this.#say({ error: this.#asError(thrown) })
    }
    this.#pump()
  }

  #take(question: Question<T>, page: number, { total, counted = true, items }: Page<T>): void {
    const held = this.#held
    const isFirst = this.#fresh
    this.#fresh = false
    const atLeast = held.counted ? page * pageSize + items.length : total
    const known = { total: Math.max(held.total ?? 0, atLeast), counted: held.counted }
    // The same list asked again keeps its length until it is counted anew: shrunk meanwhile, it would lose the place one was at.
    const isOther = isFirst && held.key !== question.key
    const length = isOther || counted ? { total, counted } : known
    const pages = withPage(isFirst ? new Map<number, readonly T[]>() : held.pages, page, items, this.#range)
    const next = { key: question.key, ...length, pages, error: undefined }
    // What was read ahead is only kept: drawing everything anew because of it would make scrolling stutter.
    const isAhead = !isFirst && page > pageOf(this.#range[1]) && length.total === held.total && held.error === undefined
    if (isAhead) this.#held = next
    else this.#say(next)
    if (isFirst && !counted) void this.#count(question)
  }

  async #count(question: Question<T>): Promise<void> {
    const { signal } = this.#asking
    try {
      const total = await question.count?.(signal)
      if (total !== undefined && !signal.aborted) this.#say({ total, counted: true })
    } catch (thrown) {
      if (!signal.aborted) this.#say({ error: this.#asError(thrown) })
    }
  }
}
