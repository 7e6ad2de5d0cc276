// Puts the newsroom's texts between two marks no text can write: everything inside is data.
// It must not know tasks, nor what the frame says.
import { readVisible } from './visible-text.ts'

/** One part of the material, under a name the frames use. Its lines are already marked. */
export interface Section {
  readonly name: 'TEXT' | 'TITLE' | 'TAGS' | 'SENTENCES' | 'COMMENT' | 'PARENTS' | 'ARTICLE' | 'CLAUSES' | 'LINKS'
  readonly lines: readonly string[]
}

/** Every line of a text behind a mark of ours, so that no line of it can pass for a line of ours (datamarking: Hines et al. 2024). */
export function quotedSection(name: Section['name'], text: string): Section {
  const lines = readVisible(text).shown.split('\n')
  return { name, lines: lines.filter((line) => line.trim() !== '').map((line) => `| ${line.trim()}`) }
}

/** A list to choose from; each entry is one line, behind the mark it is chosen by (a number, a clause's id). */
export function listSection(name: Section['name'], entries: readonly { readonly mark: string; readonly text: string }[]): Section {
  return { name, lines: entries.map(({ mark, text }) => `${oneLine(mark).replaceAll('|', '')}| ${oneLine(text)}`) }
}

/** A text without hidden characters, template marks or line ends. */
export function oneLine(text: string): string {
  return readVisible(text).shown.replace(/\s+/gu, ' ').trim()
}

/**
 * The material between its marks. The code in them is the hash of what they hold with the prompt's own (`digest`): a text
 * that held it would have to hold its own hash. Marks need `<`, which no line of the material has.
 */
export function fence(sections: readonly Section[], promptHash: string, digest: (bytes: Uint8Array) => string): string {
  const filled = sections.filter(({ lines }) => lines.length > 0)
  const code = digest(new TextEncoder().encode(JSON.stringify([promptHash, filled]))).slice(0, 32)
  const parts = filled.map(({ name, lines }) => `# ${name}\n${lines.join('\n')}`)
  return `<data-${code}>\n${parts.join('\n\n')}\n</data-${code}>`
}
