// Turns JSON columns into values and back. It must not know any table.

/** Parses a JSON column that this store wrote itself. */
export function fromJson<T>(column: string): T {
  return JSON.parse(column) as T
}

export function fromJsonOrNull<T>(column: string | null): T | null {
  return column === null ? null : (JSON.parse(column) as T)
}

export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

export function toJsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** The day of an ISO-like date in its own zone, `YYYY-MM-DD`, or null when it starts otherwise. */
export function dayOf(date: string | null): string | null {
  if (date === null) return null
  const iso = /^(\d{4}-\d{2}-\d{2})/.exec(date)
  if (iso?.[1] !== undefined) return iso[1]
  const parsed = new Date(date)
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString().slice(0, 10)
}
