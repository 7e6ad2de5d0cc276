// What a scripted Ollama server has and how it misbehaves. Each behaviour names where it was seen.
// It must not know Marbre.

/** A model the server has. The defaults are those of a small local one. */
export interface ServedModel {
  readonly name: string
  readonly size?: number
  /** 64 hex digits, without prefix, as /api/tags gives it. */
  readonly digest?: string
  readonly license?: string
  /** Of its weights; a stub of a model that runs elsewhere has none (""), as ollama.com's entries in /api/tags have. */
  readonly format?: string
  readonly family?: string
  readonly parameterSize?: string
  readonly quantization?: string
  readonly contextLength?: number
  readonly capabilities?: readonly string[]
  /** A stub of a model that runs elsewhere (api/types.go: remote_host, remote_model in list, show and replies). */
  readonly remoteHost?: string
  readonly remoteModel?: string
  /** Says `remote_*` in the list and the description only when true (an alias whose own description is clean: server/routes.go, FROM a cloud parent). */
  readonly hidesRemote?: boolean
}

/** All off by default; a test may change them while the server runs. */
export interface Behaviour {
  /** The next so many inferences: 503 `server busy, please try again.  maximum pending requests exceeded` (server/sched.go ErrMaxQueue, OLLAMA_MAX_QUEUE). */
  busy: number
  /** The next so many: 429 (docs/api errors). */
  tooMany: number
  /** After so many tokens, a JSON line `{"error": …}` on HTTP 200 (server/routes.go streamResponse, ChatHandler `gin.H{"error"}`). */
  errorAfter: number | null
  /**
   * What happens past the window. `refuse`: with truncate:false 400, llama-server's error inside a string (0.34–0.40);
   * `refuse-plain`: 400 "the input length exceeds the context length" (0.12.6); `halve`: 200, the front dropped, half the window
   * kept whatever was asked (ollama/ollama#17427, #3839, #8099); `fill`: 200, cut to the window exactly (0.12.5, knows no `truncate`).
   */
  overflow: 'refuse' | 'refuse-plain' | 'halve' | 'fill'
  /** Loads with this window whatever `num_ctx` says (a Modelfile's, or `/v1`, which ignores it: docs/context-length.mdx). */
  window: number | null
  /** Says this instead of a reply of the schema (ollama/ollama#17183 on MLX, #8063 small models). */
  ignoresSchema: string | null
  /** `remote_*` in the chat reply alone (server/routes.go ChatHandler, `resp.RemoteHost`). */
  remoteReply: { host: string; model: string } | null
  /** Milliseconds before each token. */
  tokenDelay: number
  /** Accepts the request and never answers. */
  hangs: boolean
  /** Stops after so many tokens without closing. */
  hangsAfter: number | null
  /** Closes the connection after so many tokens (a killed server). */
  diesAfter: number | null
  /** Says it read and wrote these counts; null in place of a count leaves the field out (ollama/ollama#2068, before 0.3). */
  counts: { read?: number | null; written?: number | null }
  /** Leaves the cached prefix out of prompt_eval_count from the second request on (0.30.0 before ollama/ollama#16428). */
  forgetsCached: boolean
  /** Thinks first, in `message.thinking` (docs/api.md think), or in `<think>` inside the content (templates without a parser). */
  thinks: { text: string; inline: boolean } | null
  /** Every reply is a proxy's HTML page. */
  page: boolean
  /** Every reply is a 307 to there. */
  redirectsTo: string | null
  /** A line that is no JSON in the middle of the stream. */
  garbles: boolean
  /** The reply never ends its first line. */
  floods: boolean
  /** `GET /api/status` (`{cloud: {disabled, source}}`); null: 404, as before it existed. */
  cloudDisabled: boolean | null
  /** 403 "ollama cloud is disabled" for remote models (internal/cloud DisabledError; OLLAMA_NO_CLOUD=1). */
  version: string
  /** Bytes of a pull, told in steps; `fails` ends it with `{"error": …}` (server/images.go PullModel). */
  pull: { total: number; steps: number; stepDelay: number; fails: boolean; digest: string }
  /** `system memory` as a 500 (llm/server.go: "model requires more system memory (x) than is available (y)"). */
  noMemory: boolean
  /** The vector of a text, its prefix included; null: one that differs by text and means nothing. */
  vector: ((text: string) => number[]) | null
}

export function goodBehaviour(): Behaviour {
  return {
    busy: 0,
    tooMany: 0,
    errorAfter: null,
    overflow: 'refuse',
    window: null,
    ignoresSchema: null,
    remoteReply: null,
    tokenDelay: 0,
    hangs: false,
    hangsAfter: null,
    diesAfter: null,
    counts: {},
    forgetsCached: false,
    thinks: null,
    page: false,
    redirectsTo: null,
    garbles: false,
    floods: false,
    cloudDisabled: true,
    version: '0.40.2',
    pull: { total: 1_000_000, steps: 4, stepDelay: 0, fails: false, digest: 'c'.repeat(64) },
    noMemory: false,
    vector: null,
  }
}

/** About what a current vocabulary makes of French and English: four letters a token, three digits, each run of signs one. */
export function countTokens(text: string): number {
  let tokens = 0
  for (const [piece] of text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]+/gu)) {
    tokens += Math.max(1, Math.ceil(piece.length / (/^\p{L}/u.test(piece) ? 4.5 : 3)))
  }
  return tokens
}

/** Tokens a chat template adds. */
export const templateTokens = 12
