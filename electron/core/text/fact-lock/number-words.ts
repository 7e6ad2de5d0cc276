// Reads numbers written in words, French and English ("vingt-deux mille", "forty-five").
// It must not know units or what is counted.

const SMALL: Readonly<Record<'fr' | 'en', Readonly<Record<string, number>>>> = {
  fr: {
    zero: 0,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
    vingts: 20,
    trente: 30,
    quarante: 40,
    cinquante: 50,
    soixante: 60,
    septante: 70,
    huitante: 80,
    nonante: 90,
    dizaine: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
  },
  en: {
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    dozen: 12,
  },
}
const SCALES: Readonly<Record<string, number>> = {
  cent: 100,
  cents: 100,
  hundred: 100,
  mille: 1e3,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  billion: 1e9,
  millier: 1e3,
}
const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  first: 1,
  second: 2,
  seconde: 2,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
  sixieme: 6,
  septieme: 7,
  huitieme: 8,
  neuvieme: 9,
  dixieme: 10,
  onzieme: 11,
  douzieme: 12,
  quinzieme: 15,
  vingtieme: 20,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  fifteenth: 15,
  twentieth: 20,
}
// Articles as much as numbers: alone they count nothing.
const ARTICLES = new Set(['un', 'une', 'one', 'cents'])
const ROUND = new Set([
  'dizaine',
  'douzaine',
  'quinzaine',
  'vingtaine',
  'trentaine',
  'quarantaine',
  'cinquantaine',
  'soixantaine',
  'centaine',
  'millier',
  'dozen',
])

/** A number in words: from word `from` to word `to` (excluded). */
export type NumberWords = {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly ordinal: boolean
  readonly round: boolean
}

/** Numbers written in words among folded words; a lone "un", "une", "one" is an article and is left out. */
export function readNumberWords(words: readonly string[], lang: 'fr' | 'en'): NumberWords[] {
  const found: NumberWords[] = []
  let at = 0
  while (at < words.length) {
    const ordinal = ORDINAL_WORDS.get(words[at] ?? '')
    if (ordinal !== undefined) found.push({ value: ordinal, from: at, to: at + 1, ordinal: true, round: false })
    const run = ordinal === undefined && NUMBER_WORDS[lang].has(words[at] ?? '') ? readRun(words, at, lang) : null
    if (run) found.push(run)
    at = run ? run.to : at + 1
  }
  return found
}

// Every word of an article is asked for: a set answers faster than an object.
const NUMBER_WORDS = {
  fr: new Set([...Object.keys(SMALL.fr), ...Object.keys(SCALES)]),
  en: new Set([...Object.keys(SMALL.en), ...Object.keys(SCALES)]),
}
const ORDINAL_WORDS = new Map(Object.entries(ORDINALS))

/** An article, "pour cent", "un bâtiment neuf" (but "neuf fois"). */
function isNoCount(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (ARTICLES.has(word)) return true
  if (word === 'cent') return ['pour', 'per'].includes(words[at - 1] ?? '')
  return word === 'neuf' && !/[sx]$/u.test(words[at + 1] ?? '')
}

type Run = { total: number; current: number; to: number; round: boolean }

function readRun(words: readonly string[], from: number, lang: 'fr' | 'en'): NumberWords | null {
  const run: Run = { total: 0, current: 0, to: from, round: false }
  for (let at = from; at < words.length; at++) {
    const word = words[at] ?? ''
    if (takeWord(run, word, at > from && run.to > from, lang)) run.to = at + 1
    else if (!joins(word, run.current) || run.to === from || SMALL[lang][words[at + 1] ?? ''] === undefined) break
  }
  if (run.to === from || (run.to === from + 1 && isNoCount(words, from))) return null
  return { value: run.total + run.current, from, to: run.to, ordinal: false, round: run.round }
}

/** Adds a number word to the run; false when the word does not go on with it. */
function takeWord(run: Run, word: string, started: boolean, lang: 'fr' | 'en'): boolean {
  const small = SMALL[lang][word]
  const scale = SCALES[word]
  if (small !== undefined) {
    if (!fits(run.current, small, started)) return false
    // quatre-vingts
    run.current += small === 20 && run.current % 100 === 4 && lang === 'fr' ? 76 : small
  } else if (scale === 100) run.current = (run.current || 1) * 100
  else if (scale !== undefined) {
    run.total += (run.current || 1) * scale
    run.current = 0
  } else return false
  run.round ||= ROUND.has(word)
  return true
}

// "deux trois" are two numbers; "vingt deux", "soixante dix", "cent deux" are one.
function fits(current: number, small: number, started: boolean): boolean {
  if (!started || current === 0) return true
  if (small === 20 && current % 100 === 4) return true
  const tail = current % 100
  return (
    tail === 0 ||
    (tail >= 20 && tail % 10 === 0 && small < 10) ||
    ([60, 80].includes(tail) && small < 20) ||
    (tail === 10 || tail === 70 || tail === 90 ? small >= 7 && small <= 9 : false)
  )
}

// "vingt et un", "one hundred and five"; not "deux et trois".
function joins(word: string, current: number): boolean {
  if (word === 'et') return current % 100 >= 20 && current % 10 === 0
  return word === 'and' && current % 100 === 0 && current > 0
}
