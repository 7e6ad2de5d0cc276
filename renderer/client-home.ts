// What waits and what the desk holds, asked once for the navigation and Accueil. It must not show anything.
import { client } from './client.ts'
import { useQuery } from './client-query.ts'

/** The counts, live. A run's progress alone does not ask again: only its end does. */
export function useHome() {
  return useQuery('home', () => client.desk.home({}), {
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
  })
}
