// Reads a prompt file and fills its frame. A prompt file is Markdown: a head (`task`, `lang`, `version`), then the parts
// `# FRAME`, `# REMINDER` and `# RETRY`. It must not know where prompts are kept or who approved them.
import { z } from 'zod'
import { DeskError } from '../../../../shared/domain/error.ts'
import { promptLangSchema, type PromptLang } from '../../../../shared/domain/prompt.ts'
import { taskSchema, type Task } from '../../../../shared/domain/suggestion.ts'
import type { JsonSchema } from '../../engines/language-model.ts'
import { normalise } from '../../text/normalise.ts'
import { readVisible } from './visible-text.ts'

/** `FRAME` is the system message; `REMINDER` stands after the material, `RETRY` after that when a reply was refused. */
export interface PromptFile {
  readonly task: Task
  readonly lang: PromptLang
  readonly version: number
  readonly frame: string
  readonly reminder: string
  readonly retry: string
}

/** What the engine is handed: a prompt in use, and the hash of its file's text. */
export interface PromptInUse extends PromptFile {
  readonly hash: string
}

/** Where the engine finds its prompts. @throws DeskError `not-approved` when the desk has none in use. */
export interface PromptSource {
  current(task: Task, lang: PromptLang): Promise<PromptInUse>
}

const longest = 24_000
const headSchema = z.strictObject({ task: taskSchema, lang: promptLangSchema, version: z.coerce.number().pipe(z.int().min(1)) })
const parts = ['FRAME', 'REMINDER', 'RETRY'] as const
type Part = (typeof parts)[number]
/** The only things ever put into a prompt: no placeholder takes a word of the newsroom's texts. */
const placeholders: Readonly<Record<Part, readonly string[]>> = {
  FRAME: ['schema', 'most'],
  REMINDER: ['language'],
  RETRY: ['language'],
}

const refuse = (part: string, why: string): DeskError => new DeskError('bad-input', `prompt ${part}`, why, { part })

/** The text whose hash is the prompt's: a checkout with CRLF line ends holds the same prompts. */
export function promptText(text: string): string {
  return normalise(text.replace(/^\uFEFF/u, ''))
}

/** @throws DeskError `bad-input` naming the part, never quoting it. */
export function parsePrompt(raw: string): PromptFile {
  const text = promptText(raw)
  if (text.length > longest) throw refuse('file', `is longer than ${longest} characters`)
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
  if (head === undefined || body === undefined) throw refuse('head', 'is missing')
  const found = headSchema.safeParse(Object.fromEntries(head.split('\n').map(headLine)))
  if (!found.success) throw refuse(String(found.error.issues[0]?.path[0] ?? 'head'), 'is missing or not of its form')
  const cut = body.split(/^# (FRAME|REMINDER|RETRY)[ \t]*$/mu)
  const texts = new Map<string, string>()
  for (let at = 1; at < cut.length; at += 2) texts.set(cut[at]!, (cut[at + 1] ?? '').trim())
  if (cut[0]?.trim() !== '' || cut.length !== 2 * parts.length + 1 || texts.size !== parts.length)
    throw refuse('parts', `are ${parts.join(', ')}, each once`)
  for (const part of parts) checkPart(part, texts.get(part) ?? '')
  return { ...found.data, frame: texts.get('FRAME')!, reminder: texts.get('REMINDER')!, retry: texts.get('RETRY')! }
}

function headLine(line: string): [string, string] {
  const [key = '', ...rest] = line.split(':')
  return [key.trim(), rest.join(':').trim()]
}

function checkPart(part: Part, text: string): void {
  if (text === '') throw refuse(part, 'is empty')
  // What an approver cannot see must not be in what is approved; nor what a chat template would take for its own.
  if (/<\|/u.test(text) || readVisible(text).shown.length !== text.length) throw refuse(part, 'holds hidden characters or template marks')
  const used = [...text.matchAll(/\{\{([^{}]*)\}\}/gu)].map(([, name]) => name ?? '')
  if (used.some((name) => !placeholders[part].includes(name)) || /\{\{/u.test(text.replace(/\{\{[^{}]*\}\}/gu, '')))
    throw refuse(part, `may only hold ${placeholders[part].map((name) => `{{${name}}}`).join(', ')}`)
  if (part === 'FRAME' && used.filter((name) => name === 'schema').length !== 1) throw refuse(part, 'needs {{schema}} once')
}

/** The system message: the same bytes for every item of a task. */
export function fillFrame(prompt: PromptFile, form: { readonly schema: JsonSchema; readonly most: number }): string {
  return prompt.frame.replace('{{schema}}', () => JSON.stringify(form.schema)).replaceAll('{{most}}', String(form.most))
}

/** What follows the material: the reminder, and after a refused reply that it was, never what it said. */
export function fillReminder(prompt: PromptFile, lang: string | null, retry: boolean): string {
  const text = retry ? `${prompt.reminder}\n\n${prompt.retry}` : prompt.reminder
  return text.replaceAll('{{language}}', () => languageName(lang, prompt.lang))
}

/** From the closed list of ISO codes: what an article declares is never repeated. */
function languageName(lang: string | null, inLang: PromptLang): string {
  const unknown = inLang === 'fr' ? 'celle du texte' : 'that of the text'
  if (lang === null || !/^[a-z]{2}$/u.test(lang)) return unknown
  return new Intl.DisplayNames([inLang], { type: 'language', fallback: 'none' }).of(lang) ?? unknown
}
