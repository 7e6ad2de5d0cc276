// A text as a language model is shown it: without what a reader cannot see, without marks a model takes for its own,
// and with the way back from quoted words to their place in the original.
// It must not know tasks, prompts or what a quotation is for.

/** One code point the model is shown; `start`/`end` are its UTF-16 place in the original. */
interface Glyph {
  readonly shown: string
  readonly start: number
  readonly end: number
}

export interface Place {
  readonly start: number
  readonly end: number
}

/** `shown` may be shorter than the original; `find` gives places in the original, in order. */
export interface VisibleText {
  readonly shown: string
  /** Every place where these words stand, but for spaces, apostrophes, quotation marks and dashes. Whole words only. */
  find(quote: string): readonly Place[]
}

/**
 * What takes no ink: controls, halves of characters, soft hyphens, zero-width and bidi marks, fillers, variation selectors, tag characters.
 * Unicode's Default_Ignorable_Code_Point, with the controls that are not line ends.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029\ufff9-\ufffb]/u
const LINE_END = /[\n\u2028\u2029\u0085\v\f]/u
/** Readers take comments out of HTML; one that came through in plain text is hidden from whoever reads the page. */
const HTML_COMMENT = /<!--[\s\S]*?-->/gu

/**
 * What chat templates are made of: `<|im_start|>`, `<start_of_turn>`, `</s>`, `<think>` all need `<`; Mistral's `[INST]`,
 * `[SYSTEM_PROMPT]` and `[TOOL_CALLS]` need `[`; older ones are lines that begin with a role.
 */
const MARKS: readonly { readonly pattern: RegExp; readonly from: string; readonly to: string }[] = [
  { pattern: /[<＜﹤]/gu, from: '<＜﹤', to: '‹‹‹' },
  { pattern: /[>＞﹥]/gu, from: '>＞﹥', to: '›››' },
  { pattern: /\[\s*\/?\s*[A-Z][A-Z_ ]+\]/gu, from: '[]', to: '⟦⟧' },
  {
    pattern:
      /^[\t #>*_|-]*(?:system|assistant|user|human|developer|tool|model|ai|instructions?|response|système|utilisateur|assistante?|consignes?|réponse)[\t *_]*:/gimu,
    from: ':',
    to: '∶',
  },
]

/** Reads a text. Nothing is lost for `find`: the words of a quotation are looked for in the same reading. */
export function readVisible(text: string): VisibleText {
  const glyphs = neutralised(visibleGlyphs(text))
  const shown = glyphs.map((glyph) => glyph.shown).join('')
  let folded: Folded | null = null
  return {
    shown,
    find: (quote) => {
      folded ??= fold(glyphs)
      return placesOf(quote, folded)
    },
  }
}

/** What a reader sees of a text, on one line; nothing else about it is changed. For what a model writes. */
export function withoutHidden(text: string): string {
  const glyphs = visibleGlyphs(text)
  return glyphs
    .map((glyph) => glyph.shown)
    .join('')
    .replace(/\s*\n\s*/gu, ' ')
    .trim()
}

function visibleGlyphs(text: string): Glyph[] {
  const comments = [...text.matchAll(HTML_COMMENT)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const glyphs: Glyph[] = []
  let next = 0
  let at = 0
  for (const point of text) {
    const start = at
    at += point.length
    while ((comments[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1
    if ((comments[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
    if (LINE_END.test(point)) glyphs.push({ shown: '\n', start, end: at })
    else if (point === '\t') glyphs.push({ shown: ' ', start, end: at })
    else if (!INVISIBLE.test(point)) glyphs.push({ shown: point, start, end: at })
  }
  return glyphs
}

/** Swaps the marks of templates for look-alikes, one character for one. */
function neutralised(glyphs: Glyph[]): Glyph[] {
  const units = glyphs.flatMap((glyph, at) => Array.from({ length: glyph.shown.length }, () => at))
  const text = glyphs.map((glyph) => glyph.shown).join('')
  const out = [...glyphs]
  for (const { pattern, from, to } of MARKS) {
    for (const match of text.matchAll(pattern)) {
      for (let unit = match.index; unit < match.index + match[0].length; unit += 1) {
        const at = units[unit]!
        const swap = from.indexOf(glyphs[at]!.shown)
        if (swap >= 0) out[at] = { ...glyphs[at]!, shown: to[swap]! }
      }
    }
  }
  return out
}

interface Folded {
  readonly text: string
  /** The original's place of each UTF-16 unit of `text`. */
  readonly places: readonly Place[]
}

const LEVELS: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '‹': '<',
  '›': '>',
  '⟦': '[',
  '⟧': ']',
  '∶': ':',
}

/** Spaces made one, none beside quotation marks or before a stop: "« mot »" and "\"mot\"" read alike. */
function fold(glyphs: readonly Glyph[]): Folded {
  let text = ''
  const places: Place[] = []
  const push = (shown: string, { start, end }: Place): void => {
    text += shown
    for (let unit = 0; unit < shown.length; unit += 1) places.push({ start, end })
  }
  for (const glyph of glyphs) {
    const level = LEVELS[glyph.shown] ?? glyph.shown
    if (/^\s$/u.test(level)) {
      if (!/[\s"]$/u.test(text) && text !== '') push(' ', glyph)
      continue
    }
    if (/^[";:!?%.,]/u.test(level) && text.endsWith(' ')) {
      text = text.slice(0, -1)
      places.pop()
    }
    push(level, glyph)
  }
  return { text, places }
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function placesOf(quote: string, { text, places }: Folded): Place[] {
  for (const wanted of wordings(quote)) {
    const found: Place[] = []
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const last = at + wanted.length - 1
      if (!insideWord(text, at) && !insideWord(text, last + 1)) found.push({ start: places[at]!.start, end: places[last]!.end })
    }
    if (found.length > 0) return found
  }
  return []
}

/** As written, then without the quotation marks or the stop a model puts around what it quotes. */
function wordings(quote: string): string[] {
  const whole = fold(neutralised(visibleGlyphs(quote))).text.trim()
  const bare = whole.replace(/^["'\s]+|["'\s.]+$/gu, '')
  return [...new Set([whole, bare])].filter((wanted) => /[\p{L}\p{N}]/u.test(wanted))
}

function insideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text[at - 1]!) && WORD.test(text[at]!)
}
