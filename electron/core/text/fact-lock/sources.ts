// Finds who says what in a sentence ("selon la police", "the mayor said"): the cue, the words that name the source, what they cover.
// It must not compare two texts.
import type { SentenceReading, Word } from './reading.ts'
import { insideQuotes } from './typography.ts'

/** `cue` says that someone speaks, `words` are cue and speaker; `from`–`to` is what the source covers. `named`: "selon X", "according to X". */
export type Source = {
  readonly kind: 'named' | 'said'
  readonly cue: readonly Word[]
  readonly words: readonly Word[]
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  readonly text: string
}

const B = '(?<![\\p{L}\\p{N}])'
const E = '(?![\\p{L}\\p{N}])'
const PARTICIPLES =
  'dit|déclaré|affirmé|assuré|indiqué|précisé|expliqué|annoncé|estimé|rapporté|confié|souligné|ajouté|soutenu|prétendu|avancé|révélé|confirmé|fait savoir|fait part|jugé|reconnu|raconté|martelé|dénoncé|promis|averti|rappelé|noté|observé|admis|répondu|commenté|regretté|insisté|conclu|lancé|déploré|signalé|évoqué|communiqué|informé|écrit|accusé|démenti|fait valoir|fait état|laissé entendre|certifié|témoigné'
const PRESENTS =
  'dit|disent|affirme|assure|déclare|indique|précise|explique|annonce|estime|rapporte|souligne|soutient|soutiennent|prétend|prétendent|avance|révèle|confirme|juge|reconnaît|reconnaissent|raconte|martèle|dénonce|promet|promettent|avertit|avertissent|rappelle|pense|considère|croit|croient|note|observe|admet|admettent|répond|commente|regrette|insiste|conclut|concluent|déplore|signale|évoque|suggère|montre|écrit|écrivent|témoigne|fait savoir|fait valoir|laisse entendre|accuse|dément|démentent'
const SAID =
  'said|says|say|told|tells?|stated|states|claims?|claimed|reported|reports|announced|announces|argued|argues|warned|warns|believes?|believed|estimates?|estimated|insisted|insists|added|adds|explained|explains|noted|notes|denied|denies|confirmed|confirms|acknowledged|admitted|admits|thinks?|thought|alleged|alleges|suggested|suggests|revealed|reveals|declared|declares|remarked|commented|wrote|writes|testified|tweeted|indicated|indicates|concluded|concludes|asserted|asserts|contended|contends|maintained|maintains|predicted|predicts|pointed out|found that|shows? that|showed that|described|mentioned|replied|responded|recalled|complained|accused|accuses'

const NAMED = {
  fr: new RegExp(
    `${B}(?:selon|d['’]après|à en croire|au dire d[eu]|aux dires d[eu]|de source|suivant|aux yeux d[eu]|de l['’]avis d[eu]|citant)${E}`,
    'giu',
  ),
  en: new RegExp(
    `${B}(?:according to|as per|in the words of|in the opinion of|citing|sources? (?:say|said)|per(?= (?:the|a) (?:report|statement|police)))${E}`,
    'giu',
  ),
}
const SPEAKS = {
  fr: new RegExp(
    `${B}(?:(?:a|ont|avait|avaient|aurait|auraient)(?:-t-(?:il|elle|on)|-(?:ils|elles))? (?:\\p{L}+ment |toutefois |aussi |ainsi |également |donc |déjà )?(?:${PARTICIPLES}))${E}|${B}(?:${PRESENTS})(?:nt)?(?:-t)?(?:-(?:il|elle|on|ils|elles))?${E}(?= (?:que|qu['’]|à |aux? |son |sa |leur )|\\s*[:«,.]|\\s+(?:l[ea]s? |l['’]|un |une |M\\.|Mme |\\p{Lu}))`,
    'giu',
  ),
  // Not "were suggested", "thought-leaders", "the reports".
  en: new RegExp(
    `(?<![\\p{L}\\p{N}-]|(?:were|was|been|be|being|are|is|the|a|an|these|those|of|its|their|to|which|(?:was|were|been|is|are) \\p{L}+) )(?:${SAID})(?![\\p{L}\\p{N}-])|(?<=[Ii]t (?:was|is|has been) )(?:reported|said|alleged|announced|claimed|believed|thought|estimated)(?![\\p{L}-])`,
    'giu',
  ),
}

const cache = new WeakMap<SentenceReading, readonly Source[]>()

/** The sources of a sentence, in order. */
export function sourcesOf(sentence: SentenceReading, lang: 'fr' | 'en'): readonly Source[] {
  const known = cache.get(sentence)
  if (known) return known
  const found = [...read(sentence, NAMED[lang], 'named'), ...read(sentence, SPEAKS[lang], 'said')].sort((a, b) => a.start - b.start)
  cache.set(sentence, found)
  return found
}

function read(sentence: SentenceReading, pattern: RegExp, kind: Source['kind']): Source[] {
  return [...sentence.text.matchAll(pattern)].flatMap((match) => {
    const at = sentence.start + match.index
    const cue = sentence.words.filter((word) => word.start < at + match[0].length && at < word.end)
    // "the United States" states nothing.
    const capital = kind === 'said' && match.index > 0 && /^\p{Lu}/u.test(match[0])
    return cue.length === 0 || capital || insideQuotes(sentence.text, match.index) ? [] : [complete(sentence, kind, cue, match)]
  })
}

function complete(sentence: SentenceReading, kind: Source['kind'], cue: readonly Word[], match: RegExpExecArray): Source {
  const text = sentence.text
  const end = match.index + match[0].length
  const stop = (from: number): number =>
    from + (/[,;:«“»”()]|\.(?:\s|$)|\s(?:qu[e'’]|that)(?!\p{L})/u.exec(text.slice(from))?.index ?? text.length - from)
  // "Selon X," and ", a déclaré X." name the source after the cue; "X a déclaré que" before it.
  const back = text.slice(0, match.index)
  const lead = Math.max(...[...back.matchAll(/[,;:«“»”()]\s*/gu)].map((one) => one.index + one[0].length), 0)
  const after = stop(end)
  const isBefore = kind === 'said' && match.index - lead > 2
  const [start, to] = isBefore ? [lead, Math.min(after, end)] : [match.index, after]
  const place = { start: sentence.start + start, end: sentence.start + to }
  const words = sentence.words.filter((word) => word.start >= place.start && word.end <= place.end)
  const scope = scopeOf(sentence, match.index, after)
  // "…, and X suggested to do it": what comes first is not what X says; "…, X said." and "…, X told reporters." cover it.
  const goesOn = isBefore && !/^[\s\d]*[,.;:»”"]|^[^,;:]{0,40}\.$/u.test(text.slice(end))
  return { kind, cue, words, ...scope, from: goesOn ? sentence.start + end : scope.from, ...place, text: text.slice(start, to).trim() }
}

/** A source covers its own part of the sentence, up to ";" or ", mais": everything when there is none. */
function scopeOf(sentence: SentenceReading, at: number, after: number): { from: number; to: number } {
  const breaks = [...sentence.text.matchAll(/;\s|,\s(?:mais|tandis que|alors que|but|while|whereas|although|though)\s/giu)].map(
    (one) => one.index,
  )
  const from = breaks.filter((one) => one < at).at(-1) ?? 0
  const to = breaks.find((one) => one > after) ?? sentence.text.length
  return { from: sentence.start + from, to: sentence.start + to }
}
