// What stands inside quotation marks. It must not know where it is shown.

/**
 * A text about to be set between « and »: its own guillemets become “ and ”, as French typography asks of a quotation within
 * another, and a text that is nothing but one quotation loses the marks it would double.
 */
export function insideMarks(text: string): string {
  const whole = /^\s*«\s*([^«»]*?)\s*»\s*$/u.exec(text)?.[1]
  return whole ?? text.replace(/«\s*/gu, '“').replace(/\s*»/gu, '”')
}
