// Turtle (and N-Triples) to statements.
// It must not know SKOS, and never passes on the parser's message: it quotes the text.
import { Parser } from 'n3'
import { shortLang } from './skos.ts'
import type { Statement } from './skos.ts'

/** The statements, or where the Turtle is broken: it is one document, so nothing of it is kept. */
export function parseTurtle(text: string): { statements: Statement[] } | { at: string; reason: string } {
  try {
    const quads = new Parser({ format: 'text/turtle', baseIRI: 'about:vocabulary' }).parse(text)
    return {
      statements: quads.map(({ subject, predicate, object }) => ({
        subject: subject.value,
        predicate: predicate.value,
        object: object.value,
        literal: object.termType === 'Literal',
        lang: object.termType === 'Literal' ? shortLang(object.language) : null,
      })),
    }
  } catch (error) {
    return { at: `line ${lineOf(error)}`, reason: 'not valid Turtle' }
  }
}

function lineOf(error: unknown): number {
  const context: unknown = error instanceof Error && 'context' in error ? error.context : null
  const line: unknown = typeof context === 'object' && context !== null && 'line' in context ? context.line : null
  return typeof line === 'number' ? line : 1
}
