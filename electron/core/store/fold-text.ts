// The form under which labels and tags are compared: words folded, joined by one space.
import { foldToken, tokenize } from '../text/tokens.ts'

/** `Élections municipales` and `elections  Municipales` fold to the same string. */
export function foldText(text: string): string {
  return tokenize(text)
    .map((token) => foldToken(token.text))
    .join(' ')
}
