// The tables as Kysely sees them. One type a table; JSON columns are text.
// It must not know services: only what is written where.
import type { Generated } from 'kysely'

type DeskTable = { key: string; value: string }
type PeopleTable = { id: string; name: string; roles: string; form: string; created_at: string }
type KeysTable = { fingerprint: string; person: string; public_key: string; created_at: string }

export type ArticlesTable = {
  n: Generated<number>
  id: string
  source: string
  title: string
  body: string
  lang: string | null
  date: string | null
  /** `YYYY-MM-DD` of `date` in its own zone. */
  day: string | null
  section: string | null
  authors: string
  url: string | null
  tags: string
  kind: string | null
  deck: string | null
  embargo: string | null
  rights: string
  ai_use: number
  do_not_link: string | null
  hash: string
  imported_at: string
  /** 0 until its full text is searchable. */
  indexed: Generated<number>
}
type ArticleTagsTable = { article: string; tag: string; folded: string; position: number }

export type CommentsTable = {
  n: Generated<number>
  id: string
  source: string
  article: string | null
  parent: string | null
  author: string | null
  body: string
  lang: string | null
  date: string | null
  label: number | null
  past_decision: string | null
  past_clause: string | null
  masked: number
  hash: string
  imported_at: string
}
type CommentDecisionsTable = {
  comment: string
  decision: string
  clause: string | null
  public_reason: string
  note: string
  person: string
  at: string
  entry: string
}

type ConceptsTable = {
  id: string
  definition: string | null
  parent: string | null
  active: number
  replaced_by: string | null
}
type ConceptLabelsTable = { concept: string; lang: string | null; text: string; folded: string; kind: string; position: number }
type ProposedTermsTable = { term: string; folded: string; article: string; at: string }

type ExperimentsTable = {
  id: string
  title: string
  card: string
  state: string
  hash: string
  standing: number
  approval: string | null
  conclusion: string | null
  created_at: string
}
type RunsTable = {
  id: string
  experiment: string
  engine: string
  state: string
  manifest: string
  created_at: string
  finished_at: string | null
}
type RunItemsTable = {
  run: string
  position: number
  item: string
  state: string
  reason: string | null
  abstained: string | null
  done_at: string | null
}

export type SuggestionsTable = {
  n: Generated<number>
  id: string
  task: string
  item: string
  item_hash: string
  value: string
  proposed: string | null
  score: number
  evidence: string
  flags: string
  state: string
  /** What `undo` goes back to. */
  previous_state: string | null
  origin: string
  engine: string
  engine_digest: string
  parameters: string
  experiment: string
  run: string | null
  /** Item, task, engine, parameters and content hash: asking again finds the same rows. */
  request: string | null
  created_at: string
  decision: string | null
  decided_at: string | null
  exported_at: string | null
}
/** Kept by triggers on the suggestions; an empty `experiment` is all of them together. Never written by hand. */
type ReviewQueueTable = {
  task: string
  experiment: string
  item: string
  first: number
  waiting: number
  flagged: number
  decided: number
  decided_at: string | null
}
type ReplacedTriesTable = { suggestion: string }
type RequestsTable = { request: string; item: string; task: string; abstained: string | null; at: string }

type LedgerTable = {
  seq: number
  id: string
  at: string
  act: string
  person: string
  subject: string
  body: string
  hash: string
  signature: string
  key: string
}
type ContentsTable = { hash: string; entry: string; role: string; salt: string | null; content: string | null; erased_at: string | null }
type ModelsTable = { name: string; version: string; file: string; digest: string; manifest: string; created_at: string }
/** Derived from the article; `hash` is the text's it was made from. */
type ArticleProfilesTable = { n: number; hash: string; model: string | null; profile: Uint8Array | null; signature: Uint8Array }
type TagRulesTable = {
  id: string
  line: string
  concept: string
  until: string | null
  added_by: string
  added_at: string
  /** The ledger's entry of its adding. */
  entry: string
}
/** `concept` is empty when everything was forgotten. */
type TagResetsTable = { concept: string; at: string; entry: string }
type ParkedTermsTable = { key: string; term: string; state: string; concept: string | null; by: string; at: string }
type PromptsTable = {
  hash: string
  task: string
  lang: string
  version: number
  text: string
  state: string
  added_by: string
  added_at: string
  approved_by: string | null
  approved_at: string | null
  /** The ledger's entry of the approval. */
  entry: string | null
}

type SamplingPlansTable = { experiment: string; every: number; seed: string; set_at: string; entry: string }
type SecondReadingsTable = {
  suggestion: string
  experiment: string
  /** Null after it was undone. */
  verdict: string | null
  value: string | null
  reason: string
  /** The decision that stood when the reading was given. */
  first: string
  own: number
  undone: number
  by: string
  at: string
  entry: string
  arbitration: string | null
}
/** Another desk's experiment, opened read-only: nothing of it is in any other table. */
type PacketsTable = {
  id: string
  desk: string
  experiment: string
  title: string
  opened_by: string
  opened_at: string
  bytes: number
  /** Empty: its bytes are in `packet_parts`. */
  document: string
}
/** A packet's bytes as they came, in slices: a long text in one row would hold the desk up. */
type PacketPartsTable = { packet: string; n: number; bytes: Uint8Array }
/** What a purge asks of a packet: its task, and the items it speaks of (JSON). */
type PacketAboutsTable = { packet: string; task: string; items: string }
type PacketPlansTable = { packet: string; every: number; seed: string; set_at: string; entry: string }
/** Second readings given here of another desk's decisions. */
type PacketReadingsTable = Omit<SecondReadingsTable, 'experiment' | 'own' | 'arbitration'> & { packet: string; every: number }
/** Readings packets received: `packet` is the review packet of ours they answer, `seq` their place in the sender's chain. */
type ReadingsPacketsTable = {
  id: string
  packet: string
  desk: string
  experiment: string
  seq: number
  signer: string
  fingerprints: string
  every: number
  drawn: number
  received_at: string
  entry: string
}
/** Second readings of this desk's own decisions, given on another laptop. */
type ReturnedReadingsTable = Omit<SecondReadingsTable, 'verdict' | 'own' | 'undone' | 'by'> & {
  source: string
  verdict: string
  again: number
}

type ComparisonsTable = {
  experiment: string
  drawn_at: string
  entry: string
  ended_at: string | null
  ended_by: string | null
  ended_entry: string | null
}
type ComparisonPairsTable = {
  id: string
  experiment: string
  item: string
  engine_a: string
  engine_b: string
  position: number
  seed: string
}
/** `choice` is null once the vote was taken back. */
type ComparisonVotesTable = {
  pair: string
  person: string
  choice: string | null
  note: string
  informed: string | null
  at: string
  entry: string
}
type RubricFormsTable = {
  experiment: string
  item: string
  person: string
  scores: string
  outputs_hash: string
  at: string
  entry: string
}

export type Schema = {
  desk: DeskTable
  people: PeopleTable
  keys: KeysTable
  articles: ArticlesTable
  article_tags: ArticleTagsTable
  article_profiles: ArticleProfilesTable
  comments: CommentsTable
  comment_decisions: CommentDecisionsTable
  comparisons: ComparisonsTable
  comparison_pairs: ComparisonPairsTable
  comparison_votes: ComparisonVotesTable
  concepts: ConceptsTable
  concept_labels: ConceptLabelsTable
  proposed_terms: ProposedTermsTable
  experiments: ExperimentsTable
  runs: RunsTable
  run_items: RunItemsTable
  rubric_forms: RubricFormsTable
  suggestions: SuggestionsTable
  requests: RequestsTable
  replaced_tries: ReplacedTriesTable
  review_queue: ReviewQueueTable
  ledger: LedgerTable
  contents: ContentsTable
  models: ModelsTable
  prompts: PromptsTable
  tag_rules: TagRulesTable
  tag_resets: TagResetsTable
  parked_terms: ParkedTermsTable
  sampling_plans: SamplingPlansTable
  second_readings: SecondReadingsTable
  packets: PacketsTable
  packet_parts: PacketPartsTable
  packet_abouts: PacketAboutsTable
  packet_plans: PacketPlansTable
  packet_readings: PacketReadingsTable
  readings_packets: ReadingsPacketsTable
  returned_readings: ReturnedReadingsTable
}
