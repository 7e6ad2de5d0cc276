// The records of evaluation files as cli.md writes them: unknown fields ignored, absent and null the same.
// It must not know files or tasks.
import { z } from 'zod'
import { detectLanguage } from '../../text/language.ts'
import { normalise } from '../../text/normalise.ts'
import type { EvaluatedArticle, KeyPointRecord, LabelledComment, LinkRecord } from './evaluation-data.ts'

const word = z.union([z.string(), z.number()]).transform(String)
const text = z.string().nullish()
const texts = z.union([z.array(word), z.string().transform((one) => [one])]).nullish()

/** A bilingual text may say so in a list: read as "en+fr". */
const languages = z.union([z.string(), z.array(z.string()).transform((all) => all.join('+') || null)]).nullish()

const article = z.looseObject({
  id: word.nullish(),
  lang: languages,
  title: text,
  body: text,
  tags: texts,
  date: word.nullish(),
  kind: text,
  summary: z.union([z.string(), z.array(z.string())]).nullish(),
  summary_points: texts,
})
const link = z.looseObject({ source: word, target: word, anchor: text })
const comment = z.looseObject({
  id: word.nullish(),
  lang: languages,
  body: text,
  label: z.union([z.number(), z.string(), z.boolean()]).nullish(),
})

/** A record read, what it is left out for (`null`: not of the asked language, or without a label), or what is wrong with it. */
export type Shaped<T> = { readonly record: T } | { readonly wrong: string } | null

/** A record's own words; `at` names its file and line, for records without an id. */
type Raw = { readonly fields: Readonly<Record<string, unknown>>; readonly at: string; readonly lang: string | null }

const firstProblem = (error: z.ZodError): string => {
  const issue = error.issues[0]
  return `its ${issue?.path.join('.') ?? 'record'} is not what is expected`
}

/** `--lang`: records whose `lang` contains it, in their `FIELD_LANG` form where there is one. */
function inLanguage({ fields, lang }: Raw): Record<string, unknown> | null {
  if (lang === null) return { ...fields }
  const own = languages.safeParse(fields['lang']).data
  if (typeof own !== 'string' || !own.toLowerCase().includes(lang.toLowerCase())) return null
  const chosen = { ...fields, lang: own.toLowerCase().split(/[-_]/u)[0] === lang.toLowerCase() ? own : lang }
  const forms = ['title', 'body'].map((field) => [field, fields[`${field}_${lang}`] ?? fields[`${field}_${lang.toLowerCase()}`]] as const)
  return { ...chosen, ...Object.fromEntries(forms.filter(([, form]) => typeof form === 'string')) }
}

const idOf = (id: string | null | undefined, { at }: Raw): string => (id === null || id === undefined || id === '' ? at : id)

function langOf(declared: string | null | undefined, content: string): string | null {
  return declared === null || declared === undefined || declared === '' ? detectLanguage(content) : declared
}

export function shapeArticle(raw: Raw): Shaped<KeyPointRecord> {
  const fields = inLanguage(raw)
  if (!fields) return null
  const parsed = article.safeParse(fields)
  if (!parsed.success) return { wrong: firstProblem(parsed.error) }
  const { data } = parsed
  const title = normalise(data.title ?? '')
  const body = normalise(data.body ?? '')
  const listed = Array.isArray(data.summary) ? data.summary : null
  const read: EvaluatedArticle = {
    id: idOf(data.id, raw),
    lang: langOf(data.lang, `${title}\n${body}`),
    title,
    body,
    tags: data.tags ?? [],
    date: data.date ?? null,
    kind: data.kind ?? null,
  }
  const summary = typeof data.summary === 'string' ? normalise(data.summary) : null
  return { record: { ...read, summary, summaryPoints: (data.summary_points ?? listed)?.map(normalise) ?? null } }
}

export function shapeLink({ fields }: Raw): Shaped<LinkRecord> {
  const parsed = link.safeParse(fields)
  if (!parsed.success) return { wrong: firstProblem(parsed.error) }
  const { source, target, anchor } = parsed.data
  return { record: { source, target, anchor: anchor === null || anchor === undefined ? null : normalise(anchor) } }
}

/** 1 = a moderator would hold it; numbers from one half up count as 1. */
function labelOf(label: string | number | boolean): boolean | null {
  const number = typeof label === 'string' && label.trim() === '' ? Number.NaN : Number(label)
  return number >= 0 && number <= 1 ? number >= 0.5 : null
}

export function shapeComment(raw: Raw): Shaped<LabelledComment> {
  const fields = inLanguage(raw)
  if (!fields) return null
  const parsed = comment.safeParse(fields)
  if (!parsed.success) return { wrong: firstProblem(parsed.error) }
  const { data } = parsed
  if (data.label === null || data.label === undefined) return null
  const held = labelOf(data.label)
  if (held === null) return { wrong: 'its label is neither 0 nor 1' }
  const body = normalise(data.body ?? '')
  return { record: { id: idOf(data.id, raw), lang: langOf(data.lang, body), body, held } }
}
