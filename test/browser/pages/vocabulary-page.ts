// Thésaurus: the tree, the tag in the middle, its fields.
// It must not know what a change does.
import type { Page } from 'playwright'
import type { WordKey } from '../../../renderer/words/book.ts'
import { say } from '../say.ts'

export function vocabularyPage(page: Page) {
  const main = page.getByRole('region', { name: say('vocabulary.edit.title'), exact: true })
  const tree = page.getByRole('tree')
  return {
    main,
    tree,
    search: page.getByRole('searchbox', { name: say('vocabulary.search') }),
    item: (label: string) => tree.getByRole('treeitem', { name: new RegExp(`^${label}[ ,(]`) }).first(),
    button: (key: WordKey) => main.getByRole('button', { name: say(key) }),
    field: (key: WordKey, parameters: Readonly<Record<string, string>>) => main.getByLabel(say(key, parameters), { exact: true }),
    /** Label of the row the tree's focus names; empty when the focus is elsewhere. */
    focused: async () =>
      page.evaluate(() => {
        const id = document.activeElement?.getAttribute('aria-activedescendant')
        return (id ? document.getElementById(id)?.querySelector('[title]')?.getAttribute('title') : '') ?? ''
      }),
  }
}
