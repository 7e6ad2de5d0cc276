// A pasted text, cleaned, with what can be guessed of it. Stores nothing.
import { readPastedArticle } from '../readers/read-pasted.ts'
import { detectLanguage } from '../text/language.ts'

export type Pasted = { title: string; body: string; date: string | null; section: string | null; lang: string | null }

export async function readPasted(input: { html?: string | undefined; text: string }): Promise<Pasted> {
  const draft = readPastedArticle(input.html === undefined ? { text: input.text } : { html: input.html, text: input.text })
  return {
    title: draft.title,
    body: draft.body,
    date: draft.date,
    section: draft.section,
    lang: draft.lang ?? detectLanguage(`${draft.title}\n${draft.body}`),
  }
}
