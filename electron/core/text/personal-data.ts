// Masks what identifies a private person in a comment: e-mails, phones, addresses, accounts, IPs.
// It must not know who wrote the text, and never keeps what it masks.

type Rule = { readonly mask: string; readonly pattern: RegExp; readonly accepts?: (found: string, before: string) => boolean }

const GAP = '[\\s.\\u00a0\\u202f-]?'
const PREPOSITION = "(?:(?:de la|de|du|des|la|le|les|à|aux|au|en|sur|sous|et)\\s+|[ldLD]['’])"
// Kinds of street that are only ever streets, then those that are also plain words ("2 cours de piano").
const STREET = '(?:rue|avenue|av\\.|ave\\.?|boulevard|boul\\.|bd\\.?|bld\\.?|impasse|lotissement|résidence|faubourg|venelle|esplanade)'
const MAYBE_STREET = '(?:place|cours|passage|route|chemin|allées?|quai|square|villa|cité|sentier|ruelle|rond-point|hameau|pont|montée|cour)'
const NUMBER = '(?<![\\d/.,-])\\d{1,4}(?:[-/]\\d{1,4})?'
const REPEAT = '(?:\\s?(?:bis|ter|quater)\\b|\\s?[a-dA-D]\\b)?'
const TOWN = "(?:,?\\s*(?:\\d{5}|\\d{2}\\s\\d{3})\\s+\\p{Lu}[\\p{L}'’-]+(?:[ -]\\p{Lu}[\\p{L}'’-]+)*)?"
const NAME_WORD =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]*|\\d{1,2}(?:er)?\\s+(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\\s+\\d{4})?"
const MORE_NAME = `(?:[\\s-]+${PREPOSITION}*(?:${NAME_WORD}))*`

const RULES: readonly Rule[] = [
  { mask: '[e-mail]', pattern: /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu },
  {
    mask: '[e-mail]',
    pattern:
      /[\p{L}\p{N}._%+-]+\s*(?:[[({]\s*(?:at|arobase|arobas|@)\s*[\])}]|\s(?:arobase|arobas)\s)\s*[\p{L}\p{N}-]+\s*(?:\.|[[({]?\s*\b(?:point|dot)\b\s*[\])}]?)\s*\p{L}{2,6}/giu,
  },
  {
    mask: '[IBAN]',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
    accepts: looksLikeIban,
  },
  {
    mask: '[adresse IP]',
    pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/gu,
    accepts: (found, before) => isIpv4(found) && !/v(?:ersion)?\.?\s*$/iu.test(before),
  },
  {
    mask: '[adresse IP]',
    pattern:
      /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])|(?<![\p{L}\p{N}:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){1,6}::(?:[0-9a-f]{1,4})?/giu,
  },
  { mask: '[téléphone]', pattern: new RegExp(`(?<![\\d+])(?:\\+|00)33${GAP}(?:\\(0\\))?${GAP}[1-9](?:${GAP}\\d){8}(?!\\d)`, 'gu') },
  { mask: '[téléphone]', pattern: new RegExp(`(?<![\\d+.,/])0[1-9](?:${GAP}\\d){8}(?!\\d|[.,]\\d)`, 'gu') },
  {
    mask: '[téléphone]',
    pattern: /(?<![\d+])(?:\+|00)[1-9]\d{0,2}[\s.\u00a0-]?(?:\(?\d{1,4}\)?[\s.\u00a0-]?){2,5}\d{2,4}(?!\d)/gu,
    accepts: hasPhoneLength,
  },
  { mask: '[téléphone]', pattern: /(?<![\d.,/-])\(?[2-9]\d{2}\)?[\s.-]\d{3}[.-]\d{4}(?!\d)/gu },
  {
    mask: '[adresse]',
    pattern: new RegExp(
      `${NUMBER}${REPEAT},?\\s+${STREET}\\s+${PREPOSITION}*(?:${NAME_WORD}|\\p{Ll}[\\p{L}\\p{M}-]+)${MORE_NAME}${TOWN}`,
      'giu',
    ),
  },
  {
    mask: '[adresse]',
    pattern: new RegExp(`${NUMBER}${REPEAT},?\\s+${MAYBE_STREET}\\s+${PREPOSITION}*(?:${NAME_WORD})${MORE_NAME}${TOWN}`, 'gu'),
  },
  {
    mask: '[adresse]',
    pattern:
      /(?<![\d/.,-])\d{1,5}[A-Da-d]?,?\s+(?:\p{Lu}[\p{L}'’.-]*\s+){1,4}(?:Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Lane|Ln\b\.?|Drive|Boulevard|Blvd\b\.?|Court|Way|Terrace|Close|Crescent|Square)(?![\p{L}])/gu,
    accepts: (found) => !/^(?:19|20)\d{2}\s/u.test(found),
  },
]

/**
 * The text with personal data replaced by `[e-mail]`, `[téléphone]`, `[adresse]`, `[IBAN]` or
 * `[adresse IP]`, and how many were. Dates, prices and scores stay. Masking again changes nothing.
 */
export function maskPersonalData(text: string): { text: string; masked: number } {
  let out = maskOnce(text)
  // A mask can free what stood against it ("12 rue des Lilas-12 rue des Lilas").
  for (let more = maskOnce(out.text); more.masked > 0; more = maskOnce(out.text))
    out = { text: more.text, masked: out.masked + more.masked }
  return out
}

function maskOnce(text: string): { text: string; masked: number } {
  let out = text
  let masked = 0
  for (const rule of RULES) {
    out = out.replace(rule.pattern, (found: string, ...rest: unknown[]) => {
      const offset = rest.find((value): value is number => typeof value === 'number') ?? 0
      if (rule.accepts && !rule.accepts(found, out.slice(Math.max(0, offset - 12), offset))) return found
      masked++
      return rule.mask
    })
  }
  return { text: out, masked }
}

function isIpv4(found: string): boolean {
  return found.split('.').every((part) => Number(part) <= 255)
}

function hasPhoneLength(found: string): boolean {
  const digits = found.replace(/\D/gu, '').length
  return digits >= 9 && digits <= 15
}

function looksLikeIban(found: string): boolean {
  const length = found.replace(/\s/gu, '').length
  return length >= 15 && length <= 34
}
