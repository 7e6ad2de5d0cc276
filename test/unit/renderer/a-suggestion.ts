// A suggestion to change in tests of the page's pure rules. It must not know the store.
import type { Suggestion } from '../../../shared/domain/suggestion.ts'

/** A key point of the article `a1` that waits, with the changes given. */
export function aSuggestion(changes: Partial<Suggestion> = {}): Suggestion {
  return {
    id: 's1',
    task: 'key-points',
    item: 'a1',
    value: { text: 'Le chantier aurait pris six mois de retard.' },
    score: 0.8,
    evidence: [],
    flags: [],
    state: 'proposed',
    origin: 'machine',
    engine: 'builtin',
    experiment: 'essai-libre',
    run: null,
    createdAt: '2026-10-01T08:00:00.000Z',
    proposed: null,
    decision: null,
    exported: false,
    ...changes,
  }
}
