// What embedding models want before a text, by family, as their model cards say.
// It must not know servers.

/** What stands before a text looked for, and before a text that may be found. */
export interface EmbeddingProfile {
  readonly query: string
  readonly document: string
}

const retrieval = 'Given a web search query, retrieve relevant passages that answer the query'

/** First match on the model's name wins, so the more particular comes first. Sources: the model cards named. */
const profiles: readonly (readonly [name: RegExp, profile: EmbeddingProfile])[] = [
  // google/embeddinggemma-2 and google/embeddinggemma-300m: the same two prompts; `none` stands for a title we do not give apart
  [/embeddinggemma/, { query: 'task: search result | query: ', document: 'title: none | text: ' }],
  // nomic-ai/nomic-embed-text-v1.5 and -v2-moe
  [/nomic-embed/, { query: 'search_query: ', document: 'search_document: ' }],
  // Qwen/Qwen3-Embedding: an instruction for queries, nothing for documents
  [/qwen3-embedding/, { query: `Instruct: ${retrieval}\nQuery:`, document: '' }],
  // intfloat/multilingual-e5-large-instruct
  [/e5.*instruct/, { query: `Instruct: ${retrieval}\nQuery: `, document: '' }],
  // intfloat/multilingual-e5-*
  [/(?:^|[/_-])e5(?:[:_-]|$)/, { query: 'query: ', document: 'passage: ' }],
  // mixedbread-ai/mxbai-embed-large-v1
  [/mxbai-embed/, { query: 'Represent this sentence for searching relevant passages: ', document: '' }],
  // Snowflake/snowflake-arctic-embed-l-v2.0
  [/snowflake-arctic-embed2/, { query: 'query: ', document: '' }],
  // BAAI/bge-m3: "no need to add instructions to the queries"
  [/bge-m3/, { query: '', document: '' }],
  // ibm-granite/granite-embedding-278m-multilingual: none
  [/granite-embedding/, { query: '', document: '' }],
]

const plain: EmbeddingProfile = { query: '', document: '' }

/** The profile of a model by its name (`embeddinggemma-2:270m-q8_0-text`); no prefixes for a family nobody here knows. */
export function embeddingProfile(model: string): EmbeddingProfile {
  const name = model.toLowerCase()
  return profiles.find(([pattern]) => pattern.test(name))?.[1] ?? plain
}
