// Where the words of a key's action are. It must not know the keys.
import type { WordKey } from './book.ts'
import { frKeys } from './fr-keys.ts'

type KeyWord = keyof typeof frKeys.act

const isKeyWord = (name: string): name is KeyWord => Object.hasOwn(frKeys.act, name)

/** The words of an action of the key map: `points.validate` → `keys.act.points-validate`. A test holds that every action has them. */
export function keyWord(id: string): WordKey {
  const name = id.replace('.', '-')
  return `keys.act.${isKeyWord(name) ? name : 'keys'}`
}
