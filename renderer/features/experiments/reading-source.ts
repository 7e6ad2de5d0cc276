// What a second reading is drawn from: an experiment of this desk, or a packet of another's. It must not know the desk's screens.

export type ReadingSource = { readonly experiment: string } | { readonly packet: string }

/** For a query's name: two sources never share an answer. */
export function sourceKey(source: ReadingSource): string {
  return 'packet' in source ? `packet:${source.packet}` : source.experiment
}

/** Where its second readings are, with one of them opened. */
export function sourcePath(source: ReadingSource, suggestion?: string): string[] {
  const rest = suggestion === undefined ? [] : [suggestion]
  return 'packet' in source ? ['referent', 'reading', source.packet, ...rest] : [source.experiment, 'reading', ...rest]
}
