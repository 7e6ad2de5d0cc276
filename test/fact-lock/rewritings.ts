// Light rewritings that keep a sentence true: what a careful sub-editor does without a second thought.
// It must not know the fact-lock.
import { capital, pick, shuffled, spliced } from './archives.ts'
import type { Random, TrialArticle } from './archives.ts'

export type TrueClaim = { readonly claim: string; readonly how: string }
type Rewriting = (sentence: string, article: TrialArticle, random: Random) => string | null

/** Words that must not be dropped: they say how sure, who says, or no. */
const WEIGHTY =
  /(?<!\p{L})(?:ne|n|pas|non|not|no|never|without|sans|aucune?s?|ni|jamais|selon|d['’]après|d['’]ici|according|said|says|say|told|reported|wrote|tweeted|denied|accused|revealed|announced|stated|added|confirmed|claimed|dit|déclar\p{L}*|affirm\p{L}*|expliq\p{L}*|annonc\p{L}*|estim\p{L}*|reportedly|allegedly|would|could|may|might|should|will|likely|expected|planned|scheduled|devrai\p{L}*|pourrai\p{L}*|aurai\p{L}*|serai\p{L}*|prévue?s?|attendue?s?|sauf|except|unless|if|si|presque|almost|nearly|près|environ|about|only|seulement|moins|less|least|most|plus|more)(?!\p{L})|n['’]t/iu

const FRENCH_NUMBERS = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')
const ENGLISH_NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const FRENCH_MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ')

function cut(sentence: string, match: RegExpExecArray | null, by = ''): string | null {
  if (!match || WEIGHTY.test(match[0]) || isQuoted(sentence, match.index)) return null
  const made = spliced(sentence, match.index, match.index + match[0].length, by)
  return made.split(/\s+/u).length >= 6 ? capital(made.trim()) : null
}

/** Inside marks of quotation every word counts. */
function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at)
  return (before.match(/[«“]/gu) ?? []).length > (before.match(/[»”]/gu) ?? []).length || (before.match(/"/gu) ?? []).length % 2 === 1
}

const dropBrackets: Rewriting = (sentence) => cut(sentence, /\s\([^()]{2,60}\)(?=[\s,.])/u.exec(sentence))

const dropApposition: Rewriting = (sentence, { lang }) => {
  const start =
    lang === 'fr'
      ? '(?:qui|dont|située?|basée?|âgée?|né|la|le|un|une|ancien(?:ne)?|capitale)'
      : '(?:who|which|located|based|aged|born|a|an|the|former|capital)'
  const found = new RegExp(`,\\s${start}\\s[^,;:«»“”"()]{4,70},(?=\\s(?:a|ont|est|sont|avait|has|have|is|are|was|were)\\s)`, 'u').exec(
    sentence,
  )
  return cut(sentence, found)
}

const dropLead: Rewriting = (sentence, { lang }) =>
  cut(
    sentence,
    lang === 'fr'
      ? /^(?:En|Ce|Le|Au|À|Dans|Lors|Depuis|Pendant|Après|Hier|Aujourd['’]hui|Samedi|Dimanche|Lundi|Mardi|Mercredi|Jeudi|Vendredi)(?:\s[^,;:«»()"]{2,50})?,\s(?=(?:le|la|les|l['’]|un|une|des|\p{Lu})\s?)/u.exec(
          sentence,
        )
      : /^(?:On|In|At|Since|During|After|Yesterday|Today|Last|Earlier|This)(?:\s[^,;:"“”()]{2,50})?,\s(?=(?:the|a|an|\p{Lu})\p{L}*\s)/u.exec(
          sentence,
        ),
  )

const dropTail: Rewriting = (sentence, { lang }) => {
  const start =
    lang === 'fr'
      ? '(?:tandis que|alors que|après|avec|dont|puis|notamment|lors d)'
      : '(?:while|after|with|including|which|where|as well as)'
  return cut(sentence, new RegExp(`,\\s${start}\\s[^;:«»“”"()]{8,120}(?=\\.$)`, 'u').exec(sentence))
}

const dropAdverb: Rewriting = (sentence, { lang }) =>
  cut(
    sentence,
    lang === 'fr'
      ? /\s(?:légèrement|également|finalement|officiellement|récemment|notamment|largement|rapidement|ensuite|aussi|particulièrement)(?=\s)/u.exec(
          sentence,
        )
      : /\s(?:also|recently|currently|finally|quickly|officially|subsequently|particularly|then|easily|directly)(?=\s\p{Ll})/u.exec(
          sentence,
        ),
  )

const numberForm: Rewriting = (sentence, { lang }, random) => {
  const words = lang === 'fr' ? FRENCH_NUMBERS : ENGLISH_NUMBERS
  const spots = [
    ...[...sentence.matchAll(new RegExp(`(?<=\\s)(${words.slice(2).join('|')})(?=\\s\\p{Ll})`, 'gu'))].map(
      (m) => [m, String(words.indexOf(m[0]))] as const,
    ),
    ...[...sentence.matchAll(/(?<=\s)(?:[2-9]|1[0-2])(?=\s\p{Ll}{4})/gu)].map((m) => [m, words[Number(m[0])] ?? ''] as const),
  ].filter(
    ([m]) =>
      !new RegExp(`^\\s(?:${FRENCH_MONTHS.join('|')}|heures?|million|cent|mille|milliard|hundred|thousand|billion)`, 'iu').test(
        sentence.slice(m.index + m[0].length),
      ) &&
      !/(?:million|cent|mille|vingt|et|-|\d|version|article|chapter|phase|page|twenty|thirty|forty|fifty|sixty)[\s-]?$/iu.test(
        sentence.slice(0, m.index),
      ) &&
      !isQuoted(sentence, m.index),
  )
  const spot = pick(spots, random)
  return spot ? spliced(sentence, spot[0].index, spot[0].index + spot[0][0].length, spot[1]) : null
}

const dateForm: Rewriting = (sentence, { lang, date }) => {
  if (lang === 'fr') {
    const full = new RegExp(`(\\d{1,2}) (${FRENCH_MONTHS.join('|')}) (\\d{4})`, 'u').exec(sentence)
    if (full)
      return sentence.replace(
        full[0],
        `${(full[1] ?? '').padStart(2, '0')}/${String(FRENCH_MONTHS.indexOf(full[2] ?? '') + 1).padStart(2, '0')}/${full[3] ?? ''}`,
      )
  } else {
    const full = new RegExp(`(${ENGLISH_MONTHS.join('|')}) (\\d{1,2}), (\\d{4})`, 'u').exec(sentence)
    if (full) return sentence.replace(full[0], `${full[2] ?? ''} ${full[1] ?? ''} ${full[3] ?? ''}`)
  }
  return date === null ? null : relativeAsAbsolute(sentence, lang, date)
}

function relativeAsAbsolute(sentence: string, lang: 'fr' | 'en', date: string): string | null {
  const found = (
    lang === 'fr'
      ? /(?<!\p{L})hier(?!\p{L}| (?:soir|matin))/iu
      : /(?<!\p{L})yesterday(?!['’\p{L}])(?! (?:morning|evening|afternoon|night))/iu
  ).exec(sentence)
  if (!found) return null
  const day = new Date(`${date.slice(0, 10)}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  const said =
    lang === 'fr'
      ? `le ${day.getUTCDate()} ${FRENCH_MONTHS[day.getUTCMonth()] ?? ''}`
      : `on ${ENGLISH_MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCDate()}`
  return capital(sentence.replace(found[0], said))
}

const shortName: Rewriting = (sentence, { body }) => {
  for (const match of sentence.matchAll(/(?<!\p{L})(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) )(\p{Lu}\p{Ll}+)/gu)) {
    if (match[1]) return sentence.replace(match[0], match[1])
  }
  const full =
    /(?<=\s)(\p{Lu}\p{Ll}{2,}) (\p{Lu}\p{Ll}{3,})(?=\s(?:said|told|a déclaré|a annoncé|a indiqué|explique|added|noted|won|a remporté))/u.exec(
      sentence,
    )
  return full?.[2] && body.includes(full[0]) ? sentence.replace(full[0], full[2]) : null
}

const sourceFirst: Rewriting = (sentence, { lang }) => {
  const tail = (
    lang === 'fr' ? /^([^«»,;:]{25,}), ((?:selon|d['’]après) [^,;:«»]{3,60})\.$/u : /^([^“”",;:]{25,}),? (according to [^,;:“”"]{3,60})\.$/u
  ).exec(sentence)
  if (tail?.[1] && tail[2]) return `${capital(tail[2])}, ${lowerStart(tail[1])}.`
  const lead = (
    lang === 'fr' ? /^((?:Selon|D['’]après) [^,;:«»]{3,60}), ([^«»;:]{25,})\.$/u : /^(According to [^,;:“”"]{3,60}), ([^“”";:]{25,})\.$/u
  ).exec(sentence)
  if (lead?.[1] && lead[2]) return `${capital(lead[2])}, ${lead[1].charAt(0).toLowerCase()}${lead[1].slice(1)}.`
  const said = /^([^“”"«»,;:]{20,}), ([^“”"«»,;:]{3,50}) said\.$/u.exec(sentence)
  return lang === 'en' && said?.[1] && said[2] ? `${capital(said[2])} said ${lowerStart(said[1])}.` : null
}

function lowerStart(text: string): string {
  return /^(?:Le|La|Les|Un|Une|Des|L['’]|Ce|Cette|Ces|Il|Elle|The|A|An|This|These|It|He|She|They)(?=\s|\p{L})/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

const shortUnit: Rewriting = (sentence, { lang }) => {
  const forms: readonly (readonly [RegExp, string])[] =
    lang === 'fr'
      ? [
          [/(?<=\d )kilomètres/u, 'km'],
          [/(?<=\d )mètres(?! (?:carrés|cubes))/u, 'm'],
          [/(?<=\d )%/u, 'pour cent'],
          [/(?<=\d )pour cent/u, '%'],
          [/(?<=\d )euros/u, '€'],
          [/(?<=\d )kilos/u, 'kg'],
        ]
      : [
          [/(?<=\d) per ?cent/u, '%'],
          [/(?<=\d)%/u, ' percent'],
          [/(?<=\d )kilomet(?:er|re)s/u, 'km'],
          [/US\$/u, '$'],
          [/(?<=\d )pounds/u, 'lb'],
        ]
  for (const [long, short] of forms) if (long.test(sentence)) return sentence.replace(long, short)
  return null
}

const typography: Rewriting = (sentence, { lang }) => {
  const made =
    lang === 'fr'
      ? sentence.replaceAll("'", '’').replace(/« /gu, '«\u00a0').replace(/ »/gu, '\u00a0»')
      : sentence.replaceAll('“', '"').replaceAll('”', '"').replaceAll("'", '’')
  return made === sentence ? null : made
}

const shorten: Rewriting = (sentence, { lang }) => {
  // The part before "; " or before ", et/and …" is a statement of its own.
  const found = /^([^;«»“”"()]{35,}?)(?:;|,\s(?:et|mais|and|but))\s[^«»“”"]{15,}$/u.exec(sentence)
  const rest = found?.[1] === undefined ? '' : sentence.slice(found[1].length)
  const verb = lang === 'fr' ? /(?:^|\s)(?:a|ont|est|sont|était|fut|sera)\s/u : /(?:^|\s)(?:is|are|was|were|has|have|had)\s/u
  return found?.[1] && verb.test(found[1]) && !WEIGHTY.test(rest) ? `${found[1]}.` : null
}

export const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  dropBrackets,
  dropApposition,
  dropLead,
  dropTail,
  dropAdverb,
  numberForm,
  dateForm,
  shortName,
  sourceFirst,
  shortUnit,
  typography,
  shorten,
}

/** A sentence of the article, as it is or lightly rewritten; null when no rewriting fits. */
export function rewrite(sentence: string, article: TrialArticle, random: Random): TrueClaim | null {
  // Typography fits nearly everywhere: last, or there would be little else.
  const order = shuffled(Object.entries(REWRITINGS), random).sort(([a], [b]) => Number(a === 'typography') - Number(b === 'typography'))
  for (const [how, rewriting] of order) {
    const claim = rewriting(sentence, article, random)
    if (claim !== null && claim !== sentence) return { claim, how }
  }
  return null
}

/** Two sentences that follow each other, as one. */
export function join(first: string, second: string, { lang }: TrialArticle): string | null {
  if (!/[\p{L}\p{N}]\.$/u.test(first) || /["«»“”?]/u.test(first + second) || first.length + second.length > 260) return null
  return `${first.slice(0, -1)}${lang === 'fr' ? ', et ' : ', and '}${lowerStart(second)}`
}
