// Worker: texts in, the stems their full text is made of out.
// It must not know the store.
import { stemText } from '../text/stems.ts'

export interface Input {
  readonly texts: readonly { readonly text: string; readonly lang: string }[]
}
/** In the order asked. */
export type Output = readonly string[]

export function run({ texts }: Input): Output {
  return texts.map(({ text, lang }) => stemText(text, lang))
}
