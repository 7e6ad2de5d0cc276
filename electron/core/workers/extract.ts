// Worker: articles in, what the indexes keep of them out: vector and profile for links, signature for near-duplicates.
// It must not know the store or the queue.
import { profileOf } from '../tasks/links/link-profile.ts'
import { readLsa, type Lsa } from '../tasks/links/lsa-model.ts'
import { encodeProfile } from '../tasks/links/profile-bytes.ts'
import { remembered } from '../tasks/remembered.ts'
import { detectLanguage } from '../text/language.ts'
import { packSignature, signatureOf } from '../text/near-duplicates.ts'
import { sha256 } from './sha256.ts'

export interface Input {
  readonly articles: readonly { readonly id: string; readonly title: string; readonly body: string; readonly lang: string | null }[]
  /** The `lsa` model in use and its digest, or null: signatures alone then. */
  readonly lsa: { readonly digest: string; readonly bytes: Uint8Array } | null
}
export interface Extract {
  readonly id: string
  readonly lang: string | null
  /** Length 1, or zeros when the model knows no word of the text; null without a model. */
  readonly vector: Float32Array | null
  /** As core/tasks/links/profile-bytes packs it; null without a model. */
  readonly profile: Uint8Array | null
  /** Packed MinHash of the body, for near-duplicates. */
  readonly signature: Uint8Array
}
export type Output = readonly Extract[]

const models = remembered<Lsa>()

export async function run({ articles, lsa }: Input): Promise<Output> {
  const model = lsa && (await models(lsa.digest, async () => readLsa(lsa.bytes, sha256).lsa))
  return articles.map((article) => {
    const lang = article.lang ?? detectLanguage(article.body)
    const profile = model && profileOf(model, { ...article, lang })
    return {
      id: article.id,
      lang,
      vector: profile && profile.latent,
      profile: profile && encodeProfile(profile),
      signature: packSignature(signatureOf(article.body)),
    }
  })
}
