// A model that makes one key point of the first numbered sentence it can read: for runs whose outputs are counted.
// It must not know prompts beyond `N| sentence` lines.
import type { Asked } from './server-state.ts'

export function firstSentence({ user }: Pick<Asked, 'user'>): string {
  const [, text = ''] = /^1\| (.+)$/m.exec(user) ?? []
  return JSON.stringify({ points: [{ text, sentences: [1] }] })
}
