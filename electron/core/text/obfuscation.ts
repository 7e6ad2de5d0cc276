// Undoes the disguises of comments (c0n, connnard, c o n, c*n, con.nard) with a way back to the text.
// It must not judge: it only gives the classifier and the rules something to read.
import { insultingWords } from './insulting-words.ts'
import { foldToken } from './tokens.ts'

/** One character of the plain reading and the place it was read from. */
type Glyph = { readonly character: string; readonly start: number; readonly end: number }

/** `text` is lower case; `place(start, end)` turns its offsets into those of the original (UTF-16). */
export type PlainReading = { readonly text: string; readonly place: (start: number, end: number) => { start: number; end: number } }

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '€': 'e',
  '!': 'i',
  '|': 'l',
}
// Cyrillic and Greek letters that look Latin.
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  һ: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ε: 'e',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  τ: 't',
  ι: 'i',
  κ: 'k',
  υ: 'u',
  ё: 'e',
  ѵ: 'v',
  ԛ: 'q',
  ԝ: 'w',
  ӏ: 'l',
  ϲ: 'c',
  ո: 'n',
  օ: 'o',
  ս: 'u',
  ɑ: 'a',
  ɡ: 'g',
  ı: 'i',
  ł: 'l',
  ø: 'o',
}
// Letters of other scripts and small capitals written out of their alphabet's order.
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
const PLAIN_OF_SMALL = 'abcdefghijklmnoprstuvwyz'
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|\u{20e3}/u
/** Circled and squared letters that compatibility forms leave alone, by the first of each row of 26. */
const EMOJI_ROWS = [0x1f150, 0x1f170]
const FIRST_FLAG_LETTER = 0x1f1e6
const LATIN = /\p{Script=Latin}/u

/** Reads a comment as a person would: lower case, disguises undone, everything else in place. */
export function readPlainly(text: string): PlainReading {
  let glyphs = glyphsOf(text)
  for (const undo of [joinSpacedLetters, undoLeet, revealMasked, joinBrokenWords, shortenStretched]) glyphs = undo(glyphs)
  const starts: Glyph[] = glyphs
  return {
    text: glyphs.map((glyph) => glyph.character).join(''),
    place: (start, end) => {
      const first = starts[start]
      const last = starts[Math.max(start, end - 1)]
      return { start: first?.start ?? text.length, end: end <= start ? (first?.start ?? text.length) : (last?.end ?? text.length) }
    },
  }
}

/** One glyph per UTF-16 unit of the plain text, so that its offsets index the list. */
function glyphsOf(text: string): Glyph[] {
  const latin = LATIN.test(text)
  const glyphs: Glyph[] = []
  let at = 0
  for (const point of text) {
    const start = at
    at += point.length
    if (INVISIBLE.test(point)) continue
    const lower = emojiLetter(point) ?? point.normalize('NFKC').toLowerCase()
    for (const unit of ((latin ? lookalike(lower) : undefined) ?? lower).split('')) glyphs.push({ character: unit, start, end: at })
  }
  return flagLetters(glyphs)
}

function lookalike(letter: string): string | undefined {
  const small = SMALL_CAPITALS.indexOf(letter)
  return small >= 0 ? PLAIN_OF_SMALL[small] : LOOKALIKES[letter]
}

function emojiLetter(point: string): string | null {
  const code = point.codePointAt(0) ?? 0
  const row = EMOJI_ROWS.find((first) => code >= first && code < first + 26)
  return row === undefined ? null : String.fromCharCode(97 + code - row)
}

/** Flag letters come in pairs when they are flags: an odd run of them spells something. Each is two units of the text. */
function flagLetters(glyphs: readonly Glyph[]): Glyph[] {
  return rewrite(glyphs, /[\u{1f1e6}-\u{1f1ff}]+/gu, (found, word) => {
    const letters = Array.from(word, (letter) => String.fromCharCode(97 + (letter.codePointAt(0) ?? 0) - FIRST_FLAG_LETTER))
    return letters.length % 2 === 0 ? null : letters.map((character, at) => ({ ...found[2 * at]!, character }))
  })
}

/** Applies `change` to each match of `pattern`; it returns the glyphs to put in its place, or null to leave it. */
function rewrite(
  glyphs: readonly Glyph[],
  pattern: RegExp,
  change: (found: readonly Glyph[], word: string) => readonly Glyph[] | null,
): Glyph[] {
  const text = glyphs.map((glyph) => glyph.character).join('')
  const out: Glyph[] = []
  let done = 0
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    const changed = change(glyphs.slice(match.index, end), match[0])
    if (!changed) continue
    out.push(...glyphs.slice(done, match.index), ...changed)
    done = end
  }
  out.push(...glyphs.slice(done))
  return out
}

const isLetter = (glyph: Glyph): boolean => /\p{L}|\p{M}/u.test(glyph.character)
const isInsult = (word: string): boolean => insultingWords.has(foldToken(word))

function joinSpacedLetters(glyphs: readonly Glyph[]): Glyph[] {
  return rewrite(glyphs, /(?<![\p{L}\p{N}'’])\p{L}(?:([ .\-_*/,])[\p{L}0134@$](?![\p{L}\p{N}])){2,}(?![\p{L}\p{N}])/gu, (found, word) => {
    const letters = word.replace(/[^\p{L}0134@$]/gu, '')
    // "il y a à", "a b c": only vowels or an alphabet is no hidden word.
    const consonants = letters.replace(/[aeiouyàâéèêô]/gu, '').length
    if (consonants < 2 || 'abcdefghijklmnopqrstuvwxyz'.includes(letters)) return null
    return found.filter((glyph) => /[\p{L}0134@$]/u.test(glyph.character))
  })
}

const MEASURE = /^\d(?:er|ere|ère|e|eme|ème|nd|nde|st|rd|th|km|kg|ans?|mois|jours?|heures?|min|cm|mm|ha|go|mo)s?$/u

function undoLeet(glyphs: readonly Glyph[]): Glyph[] {
  return rewrite(glyphs, /[\p{L}\p{M}0-9@$€!|]+/gu, (found, word) => {
    const letters = found.filter(isLetter).length
    if (letters < 2 || letters === word.length || letters <= word.length - letters || MEASURE.test(word)) return null
    const whole = found.map((glyph) => ({ ...glyph, character: LEET[glyph.character] ?? glyph.character }))
    if (isInsult(whole.map((glyph) => glyph.character).join(''))) return whole
    return found.map((glyph, at) => {
      const plain = LEET[glyph.character]
      const before = found[at - 1]
      const after = found[at + 1]
      const inside = before !== undefined && after !== undefined && (isLetter(before) || at > 1) && isLetter(after)
      const alone = (before === undefined || isLetter(before)) && (after === undefined || isLetter(after))
      const edge = letters >= 3 && alone && !/[!|1257]/u.test(glyph.character)
      return plain !== undefined && (inside || edge) ? { ...glyph, character: plain } : glyph
    })
  })
}

/** c*n, m**de, p#te: the masked letters are those of the only word that fits. */
function revealMasked(glyphs: readonly Glyph[]): Glyph[] {
  return rewrite(
    glyphs,
    /(?<![\p{L}\p{N}])(?:\p{L}[\p{L}*#•.·_+x%]*[*#•·_+%][\p{L}*#•.·_+%]*|[*#•]\p{L}{3,})(?![\p{L}\p{N}])/gu,
    (found, word) => {
      const shape = new RegExp(`^${foldToken(word).replace(/[^a-z]/g, '[a-z]')}$`, 'u')
      if (word.replace(/\P{L}/gu, '').length < 2) return null
      const fitting = [...insultingWords].filter((insult) => shape.test(insult))
      // Several may fit (c*ns): the shortest reading in list order is as good as any for a match.
      const chosen = fitting[0]
      return chosen === undefined
        ? null
        : found.map((glyph, at) => (isLetter(glyph) ? glyph : { ...glyph, character: chosen[at] ?? glyph.character }))
    },
  )
}

/** con.nard, en-culé, sa/lope: joined only when that makes a known word. */
function joinBrokenWords(glyphs: readonly Glyph[]): Glyph[] {
  return rewrite(glyphs, /(?<![\p{L}\p{N}])\p{L}+(?:[.\-_/*~+^,'’|:]{1,3}\p{L}+)+(?![\p{L}\p{N}])/gu, (found, word) => {
    const joined = word.replace(/[^\p{L}\p{M}]/gu, '')
    return isInsult(joined) ? found.filter(isLetter) : null
  })
}

/** connnnard → connard, noooon → non: runs of three or more become two when that makes a known word, else one. */
function shortenStretched(glyphs: readonly Glyph[]): Glyph[] {
  return rewrite(glyphs, /[\p{L}\p{M}]+/gu, (found, word) => {
    if (!/(\p{L})\1\1/u.test(word) && !isStretchedInsult(word)) return null
    const two = isInsult(word.replace(/(\p{L})\1{2,}/gu, '$1$1'))
    return found.filter((glyph, at) => {
      const run = runLength(word, at)
      return run.total < 3 && !isStretchedInsult(word) ? true : run.total < 2 || run.position < (two ? 2 : 1) || glyph.character === ''
    })
  })
}

function isStretchedInsult(word: string): boolean {
  return /(\p{L})\1/u.test(word) && !isInsult(word) && isInsult(word.replace(/(\p{L})\1+/gu, '$1'))
}

function runLength(word: string, at: number): { total: number; position: number } {
  let from = at
  let to = at
  while (word[from - 1] === word[at]) from--
  while (word[to + 1] === word[at]) to++
  return { total: to - from + 1, position: at - from }
}
