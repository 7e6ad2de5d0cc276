// The articles everything is drawn from: the open sets beside this checkout, or invented ones where they are absent.
// It must not know what is drawn.
import { readFileSync } from 'node:fs'
import { seededRandom } from '../../electron/core/learning/random.ts'
import { segment } from '../../electron/core/text/sentences.ts'
import { sharedData } from '../shared-data.ts'

export type SourceArticle = { lang: 'fr' | 'en'; title: string; sentences: string[]; tags: string[] }

const archives = ['digitalgov-news', 'geotribu-fr', 'wikinews-en-2019-2020', 'wikinews-fr-winer']

type Row = { title?: string; body?: string; lang?: string; topics?: string[]; tags?: string[] }

function readArchive(name: string): SourceArticle[] {
  const path = sharedData(`${name}/articles.jsonl`)
  if (path === null) return []
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const { title = '', body = '', lang, topics = [], tags = [] } = JSON.parse(line) as Row
    const spoken = lang === 'fr' ? ('fr' as const) : ('en' as const)
    const sentences = segment(body.slice(0, 20_000), spoken).map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())
    const usable = sentences.filter((text) => text.length > 30 && text.length < 600)
    return usable.length < 3 ? [] : [{ lang: spoken, title, sentences: usable, tags: [...new Set([...topics, ...tags])] }]
  })
}

const consonants = 'bcdfglmnprstv'
const vowels = 'aeiou'

/** Words of two to four syllables, drawn as frequent words are: the n-th about n times rarer than the first. */
function inventedArticles(): SourceArticle[] {
  const random = seededRandom(7)
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)] ?? ''
  const syllables = (count: number): string => Array.from({ length: count }, () => pick(consonants) + pick(vowels)).join('')
  const words = Array.from({ length: 30_000 }, () => syllables(2 + Math.floor(random() * 3)))
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'mot'
  const sentence = (): string => `${Array.from({ length: 12 + Math.floor(random() * 16) }, word).join(' ')}.`
  return Array.from({ length: 2_000 }, (_, at) => ({
    lang: at % 2 === 0 ? ('fr' as const) : ('en' as const),
    title: Array.from({ length: 7 }, word).join(' '),
    sentences: Array.from({ length: 30 }, sentence),
    tags: Array.from({ length: 3 }, () => `tag ${Math.floor(120 ** random())}`),
  }))
}

let read: { articles: SourceArticle[]; open: boolean } | null = null

/** Read once. `open` is false where they are invented. */
export function sourceArticles(): { articles: SourceArticle[]; open: boolean } {
  if (read) return read
  const articles = archives.flatMap(readArchive)
  read = articles.length > 0 ? { articles, open: true } : { articles: inventedArticles(), open: false }
  return read
}
