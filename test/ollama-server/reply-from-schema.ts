// The smallest JSON that a schema allows: what a scripted model says when a test does not care.
// It must not know Marbre.

type Schema = Readonly<Record<string, unknown>>

/** A value of the schema: required properties, first of an enum, shortest lists, zeros. */
export function valueOf(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return {}
  const said = schema as Schema
  if ('const' in said) return said['const']
  const options = said['enum'] ?? null
  if (Array.isArray(options)) return options[0]
  const alternatives = said['anyOf'] ?? said['oneOf'] ?? null
  if (Array.isArray(alternatives)) return valueOf(alternatives[0])
  const type = Array.isArray(said['type']) ? (said['type'] as unknown[])[0] : said['type']
  if (type === 'object') return objectOf(said)
  if (type === 'array') return Array.from({ length: Number(said['minItems'] ?? 0) }, () => valueOf(said['items']))
  if (type === 'string') return 'x'.repeat(Number(said['minLength'] ?? 0))
  if (type === 'integer' || type === 'number') return Number(said['minimum'] ?? 0)
  if (type === 'boolean') return false
  return type === 'null' ? null : {}
}

function objectOf(schema: Schema): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, unknown>
  const required = Array.isArray(schema['required']) ? (schema['required'] as string[]) : Object.keys(properties)
  return Object.fromEntries(required.map((name) => [name, valueOf(properties[name])]))
}
