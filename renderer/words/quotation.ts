// What stands inside quotation marks. It must not know where it is shown.

/**
 * A text about to be set between the marks of `lang`: its own become those of a quotation within another (“ ” in French,
 * ‘ ’ in English), and a text that is nothing but one quotation loses the marks it would double.
 */
export function insideMarks(text: string, lang: 'fr' | 'en'): string {
  const whole = /^\s*(?:«\s*([^«»]*?)\s*»|“([^“”]*)”)\s*$/u.exec(text)
  if (whole) return whole[1] ?? whole[2] ?? text
  const [open, close] = lang === 'fr' ? ['“', '”'] : ['‘', '’']
  return text.replace(/«\s*|“/gu, open).replace(/\s*»|”/gu, close)
}
