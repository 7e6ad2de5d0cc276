// Reads the fields of one record under the names people give them, and remembers the first thing wrong.
// It must not know what an article or a comment is.
import { normalise } from '../text/normalise.ts'
import type { ColumnMap } from '../../../shared/domain/import.ts'

type RecordLike = Readonly<Record<string, unknown>>
export type FieldNames = Readonly<Record<string, readonly string[]>>

/** A character no stored text may hold: NUL, or half of a surrogate pair. */
export function isUnreadable(text: string): boolean {
  return !text.isWellFormed() || text.includes('\0')
}

/**
 * One record's fields. Absent, null and (but for `text`) empty are the same: null.
 *
 * A wrong type never throws: `problem` then holds a short English reason naming the field, never its content.
 */
export class RecordFields {
  problem: string | null = null
  readonly #record: RecordLike
  readonly #names: FieldNames
  readonly #map: ColumnMap

  constructor(record: RecordLike, names: FieldNames, map: ColumnMap = {}) {
    this.#record = record
    this.#names = names
    this.#map = map
  }

  /** The value as imported, or null. */
  raw(field: string): unknown {
    const chosen = Object.hasOwn(this.#map, field) ? this.#map[field] : undefined
    if (chosen !== undefined) return Object.hasOwn(this.#record, chosen) ? (this.#record[chosen] ?? null) : null
    for (const name of this.#names[field] ?? [field]) {
      if (Object.hasOwn(this.#record, name) && this.#record[name] !== null && this.#record[name] !== undefined) return this.#record[name]
    }
    return null
  }

  /** Stored text: NFC and LF, otherwise as imported. */
  text(field: string): string | null {
    const value = this.raw(field)
    if (value === null) return null
    if (typeof value !== 'string') return this.#refuse(`${field} must be text`)
    if (isUnreadable(value)) return this.#refuse(`${field} holds an unreadable character`)
    return normalise(value)
  }

  /** A short value: trimmed, null when empty. */
  line(field: string): string | null {
    const text = this.text(field)?.trim()
    return text === undefined || text === '' ? null : text
  }

  /** An id: text, or a whole number written as one. */
  id(field: string): string | null {
    const value = this.raw(field)
    if (value === null || value === '') return null
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
    if (typeof value === 'string') return value
    return this.#refuse(`${field} must be text`)
  }

  /** A list of short texts; a single text is cut by `split`. */
  list(field: string, split: (text: string) => string[]): string[] {
    const value = this.raw(field)
    if (value === null) return []
    const items: unknown[] = typeof value === 'string' ? split(value) : Array.isArray(value) ? value : [value]
    const kept: string[] = []
    for (const item of items) {
      if (typeof item !== 'string') this.#refuse(`${field} must be a list of texts`)
      else if (isUnreadable(item)) this.#refuse(`${field} holds an unreadable character`)
      else if (item.trim() !== '') kept.push(normalise(item).trim())
    }
    return [...new Set(kept)]
  }

  flag(field: string): boolean | null {
    const value = this.raw(field)
    if (value === null || value === '' || typeof value === 'boolean') return value === '' ? null : value
    const word = typeof value === 'number' || typeof value === 'string' ? String(value).trim().toLowerCase() : ''
    if (['true', '1', 'yes', 'oui', 'vrai'].includes(word)) return true
    if (['false', '0', 'no', 'non', 'faux'].includes(word)) return false
    return this.#refuse(`${field} must be true or false`)
  }

  choice<T extends string>(field: string, options: readonly T[]): T | null {
    const value = this.raw(field)
    if (value === null || value === '') return null
    return options.find((option) => option === value) ?? this.#refuse(`${field} must be one of ${options.join(', ')}`)
  }

  /** Notes a problem found by the caller. */
  refuse(reason: string): void {
    this.#refuse(reason)
  }

  #refuse(reason: string): null {
    this.problem ??= reason
    return null
  }
}
