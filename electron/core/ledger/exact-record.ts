// Checks that a parsed JSON value has exactly the fields it should: nothing missing, nothing smuggled in.
// It must not know what the fields mean.

type FieldTypes = { string: string; number: number; 'string?': string | null; unknown: unknown }
type Shape = Readonly<Record<string, keyof FieldTypes>>
type Exact<S extends Shape> = { -readonly [K in keyof S]: FieldTypes[S[K]] }

function holds(value: unknown, type: keyof FieldTypes): boolean {
  if (type === 'unknown') return value !== undefined
  if (type === 'string?') return value === null || typeof value === 'string'
  return type === 'number' ? Number.isSafeInteger(value) : typeof value === 'string'
}

/** Whether `value` is an object with exactly the fields of `shape`, each of its type (`number` = safe integer). */
export function isExactly<const S extends Shape>(value: unknown, shape: S): value is Exact<S> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const fields = Object.entries(value)
  if (fields.length !== Object.keys(shape).length) return false
  return fields.every(([name, held]) => {
    const type = Object.hasOwn(shape, name) ? shape[name] : undefined
    return type !== undefined && holds(held, type)
  })
}
