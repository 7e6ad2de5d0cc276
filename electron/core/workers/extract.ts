// Worker: articles in, what the indexes need of them out: stems for full text, vectors for the latent index.
// It must not know the store or the queue.
import { readLsa, lsaTerms, lsaVector, type Lsa } from '../tasks/links/lsa-model.ts'
import { remembered } from '../tasks/remembered.ts'
import { detectLanguage } from '../text/language.ts'
import { signatureOf } from '../text/near-duplicates.ts'
import { stemText } from '../text/stems.ts'
import { sha256 } from './sha256.ts'

export interface Input {
  readonly articles: readonly { readonly id: string; readonly title: string; readonly body: string; readonly lang: string | null }[]
  /** The `lsa` model in use and its digest, or null: no vectors then. */
  readonly lsa: { readonly digest: string; readonly bytes: Uint8Array } | null
}
export interface Extract {
  readonly id: string
  readonly lang: string | null
  /** Stems of the title and of the body, joined by spaces. */
  readonly titleStems: string
  readonly bodyStems: string
  /** Length 1; null without a model, or when the model knows no word of the text. */
  readonly vector: Float32Array | null
  /** MinHash of the body, for near-duplicates. */
  readonly signature: Uint32Array
}
export type Output = readonly Extract[]

const models = remembered<Lsa>()

/** A vector of zeros is near to nothing and only disturbs an index. */
function known(vector: Float32Array): Float32Array | null {
  return vector.some((value) => value !== 0) ? vector : null
}

export async function run({ articles, lsa }: Input): Promise<Output> {
  const model = lsa && (await models(lsa.digest, async () => readLsa(lsa.bytes, sha256).lsa))
  return articles.map((article) => {
    const lang = article.lang ?? detectLanguage(article.body)
    const text = { ...article, lang }
    return {
      id: article.id,
      lang,
      titleStems: stemText(article.title, lang),
      bodyStems: stemText(article.body, lang),
      vector: model && known(lsaVector(model, lsaTerms(text))),
      signature: signatureOf(article.body),
    }
  })
}
