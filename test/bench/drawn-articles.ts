// Articles put together from sentences drawn with replacement: as many as wanted, of a length, the same for the same seed.
// It must not know what they are for.
import { seededRandom, type Random } from '../../electron/core/learning/random.ts'
import { sourceArticles, type SourceArticle } from './source-articles.ts'

export type DrawnArticle = {
  id: string
  title: string
  body: string
  lang: 'fr' | 'en'
  date: string
  section: string
  authors: string[]
  url: string
  tags: string[]
  /** What the body is made of, in order. */
  sentences: string[]
}

const sections = ['Politique', 'Mer', 'Culture', 'Économie', 'Sport', 'Environnement', 'Santé', 'Éducation']
const firstDay = Date.UTC(2008, 0, 1)
const days = 6_800
const sentencesAParagraph = 4
/** Of an article's sentences, those from the piece it is drawn after: the rest come from anywhere, so that no two are alike. */
const ownShare = 0.7

const pick = <T>(list: readonly T[], random: Random): T => {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new RangeError('nothing to draw from')
  return one
}

function drawSentences(source: SourceArticle, others: readonly SourceArticle[], words: number, random: Random): string[] {
  const drawn: string[] = []
  for (let count = 0; count < words;) {
    const sentence = pick((random() < ownShare ? source : pick(others, random)).sentences, random)
    drawn.push(sentence)
    count += sentence.split(' ').length
  }
  return drawn
}

function bodyOf(sentences: readonly string[]): string {
  const paragraphs: string[] = []
  for (let at = 0; at < sentences.length; at += sentencesAParagraph)
    paragraphs.push(sentences.slice(at, at + sentencesAParagraph).join(' '))
  return paragraphs.join('\n\n')
}

export type DrawOptions = { count: number; words?: number; seed?: number; from?: readonly SourceArticle[] }

/** Drawn in order: the first thousand of ten thousand are the thousand of the same seed. */
export function* drawArticles({ count, words = 400, seed = 0, from = sourceArticles().articles }: DrawOptions): Generator<DrawnArticle> {
  const random = seededRandom(seed)
  const byLang = { fr: from.filter(({ lang }) => lang === 'fr'), en: from.filter(({ lang }) => lang === 'en') }
  for (let at = 0; at < count; at += 1) {
    const source = pick(from, random)
    const sentences = drawSentences(source, byLang[source.lang], words, random)
    yield {
      id: `drawn-${seed}-${at}`,
      title: `${source.title} (${at})`,
      body: bodyOf(sentences),
      lang: source.lang,
      date: `${new Date(firstDay + Math.floor(random() * days) * 86_400_000).toISOString().slice(0, 10)}T08:00:00Z`,
      section: pick(sections, random),
      authors: ['A. Dupont'],
      url: `https://example.org/${seed}/${at}`,
      tags: source.tags.slice(0, 6),
      sentences,
    }
  }
}

/** As a line of an import file. */
export function lineOf({ sentences: _sentences, ...article }: DrawnArticle): string {
  return `${JSON.stringify({ ...article, rights: 'own' })}\n`
}
