// What waits and what the desk holds, asked once for the navigation and Accueil. It must not show anything.
import { client } from './client.ts'
import { useQuery, useReadAhead, type QueryOptions } from './client-query.ts'

const ask = () => client.desk.home({})
const live: QueryOptions = {
  refreshOn: [
    'article.changed',
    'comment.changed',
    'suggestion.changed',
    'vocabulary.changed',
    'experiment.changed',
    'run.progressed',
    'index.progressed',
  ],
  when: (event) => event.type !== 'run.progressed' || event.run.state !== 'running',
  patient: true,
}

/** The counts, live. A run's progress alone does not ask again: only its end does. */
export function useHome() {
  return useQuery('home', ask, live)
}

/** Asks for the counts before anything shows them: the frame needs them as soon as it is drawn. */
export function useHomeAhead(): void {
  useReadAhead('home', ask, live)
}
