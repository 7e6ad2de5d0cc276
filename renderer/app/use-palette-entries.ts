// Everything Ctrl-K can find: actions, screens, parts of Réglages, articles, tags, experiments. It must not rank them.
import { useMemo } from 'react'
import { preferredLabel } from '../../shared/domain/vocabulary.ts'
import { client } from '../client.ts'
import { useQuery } from '../client-query.ts'
import { useActions } from '../ui/palette-actions.ts'
import { go, screens } from '../ui/router.ts'
import { useKeyLabel } from '../ui/use-keyboard.ts'
import { useLater } from '../ui/use-later.ts'
import { useWords } from '../words/use-words.ts'
import { rankEntries, type Ranked } from './palette-rank.ts'
import { usePaletteRecent } from './palette-recent.ts'

export interface Entry extends Ranked {
  readonly note?: string | undefined
  /** True when the note is a key. */
  readonly isKey?: boolean
  readonly run: () => void
}

const queues = ['key-points', 'tags', 'links', 'moderation'] as const
const parts = [
  ['people', 'settings.people'],
  ['display', 'settings.display'],
  ['keys', 'keys.section.title'],
  ['network', 'settings.data'],
  ['safekeeping', 'settings.safekeeping'],
  ['policy', 'settings.policy'],
  ['doctor', 'settings.doctor'],
] as const

function useActionEntries(): readonly Entry[] {
  const { t } = useWords()
  const groups = useActions((state) => state.groups)
  return useMemo(() => {
    // The actions of the screen before those of the frame.
    const owners = [...groups].toSorted(([one], [other]) => Number(one === 'frame') - Number(other === 'frame'))
    return owners.flatMap(([owner, list]) =>
      list.map((action) => ({
        id: `${owner}-${action.id}`,
        group: t(owner === 'frame' ? 'frame.paletteActions' : 'frame.paletteHere'),
        label: action.label,
        note: action.keyHint,
        isKey: true,
        run: action.run,
      })),
    )
  }, [groups, t])
}

function usePlaceEntries(): readonly Entry[] {
  const { t } = useWords()
  const keyLabel = useKeyLabel()
  return useMemo(() => {
    const first = keyLabel('go')
    const keyOf = (screen: (typeof screens)[number]) => {
      const second = keyLabel(`go.${screen}`)
      return first === undefined || second === undefined ? undefined : `${first} ${second}`
    }
    const places = screens.map((screen) => ({
      id: `screen-${screen}`,
      group: t('frame.paletteScreens'),
      label: t(screen === 'ledger' ? 'frame.ledgerLong' : `frame.${screen}`),
      note: keyOf(screen),
      isKey: true,
      run: () => go(screen),
    }))
    const lists = queues.map((task) => ({
      id: `queue-${task}`,
      group: t('frame.paletteScreens'),
      label: `${t('common.named', { label: t('frame.review') })} ${t(`task.${task}`)}`,
      run: () => go('review', [task]),
    }))
    const settings = parts.map(([part, word]) => ({
      id: `settings-${part}`,
      group: t('frame.settings'),
      label: t(word),
      run: () => go('settings', [part]),
    }))
    return [...places, ...lists, ...settings]
  }, [t, keyLabel])
}

/** Found by the core or in its lists, once two letters are there. `later` is what was typed a moment ago. */
function useFoundEntries(later: string): readonly Entry[] {
  const { t, date, lang } = useWords()
  const enough = later.length >= 2
  const articles = useQuery(enough ? `palette:${later}` : null, () => client.articles.list({ query: later, limit: 8 }))
  const tags = useQuery(enough ? 'vocabulary-list' : null, () => client.vocabulary.list({}), { refreshOn: ['vocabulary.changed'] })
  const experiments = useQuery(enough ? 'experiments' : null, () => client.experiments.list({}), { refreshOn: ['experiment.changed'] })
  return useMemo(() => {
    if (!enough) return []
    return [
      ...(articles.data?.items ?? []).map((article) => ({
        id: `article-${article.id}`,
        group: t('frame.paletteArticles'),
        label: article.title || t('common.untitled'),
        found: true,
        note: article.date ? date(article.date) : undefined,
        run: () => go('articles', [article.id]),
      })),
      ...(tags.data?.concepts ?? [])
        .filter(({ concept }) => concept.active)
        .map(({ concept, articles: count }) => ({
          id: `tag-${concept.id}`,
          group: t('frame.paletteTags'),
          label: preferredLabel(concept, lang),
          also: concept.labels.map((one) => one.text),
          note: t('common.articles', { count }),
          run: () => go('vocabulary', [concept.id]),
        })),
      ...(experiments.data ?? []).map(({ id, card, standing }) => ({
        id: `experiment-${id}`,
        group: t('frame.experiments'),
        label: standing ? t('frame.paletteTrial') : card.title || t('common.untitled'),
        run: () => go('experiments', [id]),
      })),
    ]
  }, [enough, articles.data, tags.data, experiments.data, t, date, lang])
}

/** What to show for what is typed, best first. */
export function usePaletteEntries(query: string): { entries: readonly Entry[]; searching: boolean } {
  const { t } = useWords()
  const wanted = query.trim()
  const later = useLater(wanted, 120)
  const actions = useActionEntries()
  const places = usePlaceEntries()
  const found = useFoundEntries(later)
  const [recent] = usePaletteRecent()
  const entries = useMemo(() => {
    const ids = recent.map((one) => one.id)
    const known = [...actions, ...places, ...found]
    const ranked = rankEntries(known, wanted, ids)
    if (wanted !== '') return ranked
    // Nothing typed yet: what was used last comes first, once.
    const again = recent.flatMap(({ id, label }): Entry[] => {
      const still = known.find((one) => one.id === id)
      const article = /^article-(.+)$/.exec(id)?.[1]
      if (still) return [{ ...still, group: t('frame.paletteRecent') }]
      return article === undefined ? [] : [{ id, group: t('frame.paletteRecent'), label, run: () => go('articles', [article]) }]
    })
    return [...again, ...ranked.filter((entry) => !again.some((one) => one.id === entry.id))]
  }, [actions, places, found, wanted, recent, t])
  return { entries, searching: wanted !== later }
}
