// Reads an article for its signals: words, vector, label hits, likeness to each concept.
// It must not know scores or floors.
import { transform, type Tfidf } from '../../learning/tfidf.ts'
import { readArticle, type TaggedText } from './article-reading.ts'
import { articleTerms } from './article-terms.ts'
import { conceptProfiles, vocabularyTfidf, type ConceptProfiles } from './concept-profiles.ts'
import type { LabelMatcher } from './label-matcher.ts'
import { labelHits, type WeighedArticle } from './tag-signals.ts'
import type { Tagger } from './tagger-model.ts'
import { trimmed } from './training-set.ts'

interface Yardstick {
  readonly tfidf: Tfidf
  readonly profiles: ConceptProfiles
}

/** Made once per vocabulary in use, and kept as long as it is. */
const learned = new WeakMap<LabelMatcher, WeakMap<Tagger, Yardstick>>()
const unlearned = new WeakMap<LabelMatcher, Map<string, Yardstick>>()

function yardstick(matcher: LabelMatcher, tagger: Tagger | null, lang: string | null): Yardstick {
  const make = (tfidf: Tfidf): Yardstick => ({ tfidf, profiles: conceptProfiles(matcher.concepts, tfidf) })
  if (tagger) {
    const ofMatcher = learned.get(matcher) ?? new WeakMap<Tagger, Yardstick>()
    learned.set(matcher, ofMatcher)
    const made = ofMatcher.get(tagger) ?? make(tagger.tfidf)
    ofMatcher.set(tagger, made)
    return made
  }
  const ofMatcher = unlearned.get(matcher) ?? new Map<string, Yardstick>()
  unlearned.set(matcher, ofMatcher)
  const made = ofMatcher.get(lang ?? '') ?? make(vocabularyTfidf(matcher.concepts, lang))
  ofMatcher.set(lang ?? '', made)
  return made
}

/** Without a tagger the words of the vocabulary are the only columns. */
export function weighArticle(article: TaggedText, matcher: LabelMatcher, tagger: Tagger | null): WeighedArticle {
  const reading = readArticle(article)
  const { tfidf, profiles } = yardstick(matcher, tagger, article.lang)
  const whole = transform(tfidf, articleTerms(reading))
  return {
    vector: trimmed(whole),
    hits: labelHits(reading, matcher),
    likeness: profiles.nearness(whole, article.lang),
    length: reading.body.text.length,
  }
}
