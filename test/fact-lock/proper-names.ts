// Finds names in the trial's texts with simple rules, to swap them. Its own rules, not the detectors'.
// It must not know the fact-lock.
import type { TrialArticle } from './archives.ts'

export type Name = { readonly text: string; readonly start: number; readonly end: number }

const NAME =
  /(?<![\p{L}\p{N}.’'«“"@#-])\p{Lu}[\p{L}’-]+(?: (?:de |du |des |la |le |of |the |van |von |al-|el-|bin )?\p{Lu}[\p{L}’-]+){0,3}/gu
const NOT_NAMES = new Set(
  `January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche
The This That These Those We You They He She It In On At As If For With From When While After Before But And Or So Our Your His Her Their Its
Le La Les Un Une Des Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je Tu Mais Et Ou Donc Car Si Dans Sur Pour Par Avec Sans Selon Après Avant
I A An To Of No Not All Also There Here What Who How Why Mr Mrs Ms Dr M MM Mme Mlle Me Pr GMT UTC AM PM Is Are Was Were Be Do Does Did`.split(
    /\s+/u,
  ),
)

/** Names inside a sentence, past its first word. */
export function namesIn(text: string): Name[] {
  return [...text.matchAll(NAME)]
    .filter((match) => match.index > 2 && !/[.!?:»”"]\s*$/u.test(text.slice(0, match.index)))
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ text: name }) => name.length > 2 && !name.split(' ').some((word) => NOT_NAMES.has(word)))
}

/** Names of an archive by number of words, each from at least two sentences, so that typing accidents are rare. */
export function namePool(articles: readonly TrialArticle[]): Map<number, string[]> {
  const counts = new Map<string, number>()
  for (const { body } of articles) for (const { text } of namesIn(body)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const pool = new Map<number, string[]>()
  for (const [name, count] of counts) {
    if (count < 2 || /['’]s$|-$/u.test(name)) continue
    const words = name.split(' ').length
    pool.set(words, [...(pool.get(words) ?? []), name])
  }
  return pool
}

export const FIRST_NAMES = {
  fr: 'Bernard Sylvie Thierry Odile Gaspard Mathilde Fabrice Solange Yannick Corinne Hubert Delphine'.split(' '),
  en: 'Gregory Patricia Leonard Bridget Howard Melissa Russell Deborah Vincent Caroline Wallace Theresa'.split(' '),
}
