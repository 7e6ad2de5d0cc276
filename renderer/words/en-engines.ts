// English words of engines: the same keys as the French source.
// It must not know components.
import type { frEngines } from './fr-engines.ts'
import type { Same } from './same.ts'

export const enEngines = {
  title: 'Engines',
  subtitle: 'What proposes',
  intro: 'An engine proposes, a person decides. All work on this computer, except an internal host your IT allows.',
  kind: { builtin: 'Built-in engine', ollama: 'Local model (Ollama)', 'on-premise': 'In-house model' },
  state: {
    ready: 'Ready',
    training: 'Learning',
    untrained: 'Not trained yet',
    unavailable: 'Out of reach',
    refused: 'Refused',
  },
  does: 'What it proposes',
  cannot: 'What it cannot do',
  task: { tags: 'tags', 'key-points': 'key points', moderation: 'opinions on comments', links: 'links' },
  limit: {
    builtin: {
      write: 'It does not write: its key points are sentences of the article, word for word.',
      irony: 'It understands neither irony nor the run of a thread; it says “don’t know”.',
      tags: 'It sets only tags of the thesaurus, and stays weak on those with fewer than four articles.',
      facts: 'It does not know whether a fact is true: it compares with the article, not with the world.',
    },
    model: {
      invent: 'It can make things up: each point is compared with the article and marked where it strays.',
      slow: 'Without a graphics card, count ten seconds to several minutes an article.',
      long: 'A text too long to be read whole is refused, never read by half.',
      facts: 'It does not know whether a fact is true: it compares with the article, not with the world.',
    },
  },
  trained: 'Trained on',
  notTrained: 'Nothing yet.',
  trainedKey: { tagger: 'Tags', moderator: 'Moderation', lsa: 'Links', ranker: 'Key points' },
  examples_one: '{{count, number}} example',
  examples_other: '{{count, number}} examples',
  train: {
    title: 'Learn from this desk',
    text: 'Your articles and decisions stay here; the model is a file of the data folder.',
    tags: 'Learn the tags',
    moderation: 'Learn moderation',
    links: 'Learn the links',
    started: 'Learning has started. You can go on working.',
    failed: 'Learning did not start.',
  },
  fact: { digest: 'Digest', size: 'Size', license: 'Licence', id: 'Name' },
  noLicense: 'not stated',
  reason: 'Reason',
  refusedNote: 'Marbre refuses models that run elsewhere, even when announced on this computer.',
  none: {
    title: 'No local model',
    text: 'The built-in engine is enough to start. An Ollama model installed on this computer will appear here.',
  },
  loading: 'Looking for what proposes…',
  loadFailed: 'The list of engines could not be read.',
  retry: 'Try again',
  refresh: 'Look again',
} satisfies Same<typeof frEngines>
