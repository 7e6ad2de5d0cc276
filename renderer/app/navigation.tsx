// The list of screens, with live counts. It must not know the screens' contents.
import { memo } from 'react'
import { client } from '../client.ts'
import { useHome } from '../client-home.ts'
import { useQuery } from '../client-query.ts'
import { classes } from '../ui/classes.ts'
import { hrefTo, type Route, type Screen } from '../ui/router.ts'
import { useWords } from '../words/use-words.ts'
import styles from './navigation.module.css'

const queues = [
  { task: 'key-points', word: 'frame.queuePoints' },
  { task: 'tags', word: 'frame.queueTags' },
  { task: 'links', word: 'frame.queueLinks' },
  { task: 'moderation', word: 'frame.queueComments' },
] as const

interface NavLinkProps {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
  readonly current: boolean
  readonly sub?: boolean
}

const NavLink = memo(function NavLink({ href, label, count, current, sub = false }: NavLinkProps) {
  const { number } = useWords()
  return (
    <li>
      <a className={classes(styles['link'], sub && styles['sub'])} href={href} aria-current={current ? 'page' : undefined}>
        {label}
        {count === undefined ? null : <b> {number(count)}</b>}
      </a>
    </li>
  )
})

/** Its own answer alone draws it anew. */
const Engines = memo(function Engines() {
  const { t } = useWords()
  const { data } = useQuery('engines', () => client.engines.list({}), { refreshOn: ['engine.changed'] })
  if (!data) return null
  // The built-in engine proposes points before it has learned anything.
  const ready = data.filter(
    (engine) => engine.state === 'ready' || (engine.kind === 'builtin' && (engine.state === 'untrained' || engine.state === 'training')),
  )
  const lines = ready.slice(0, 3).map((engine) => {
    if (engine.kind === 'builtin') return t('frame.engineBuiltin')
    const model = engine.id.replace(/^[^:]+:/, '')
    return engine.kind === 'ollama' ? t('frame.engineLocal', { model }) : t('frame.enginePremise', { model })
  })
  return (
    <p className={styles['engines']}>
      {(lines.length > 0 ? lines : [t('frame.engineNone')]).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  )
})

/** The navigation column; a strip on a narrow screen. */
export function Navigation({ route }: { readonly route: Route }) {
  const { t } = useWords()
  const { data } = useHome()
  const link = (screen: Screen, count?: number) => (
    <NavLink href={hrefTo(screen)} label={t(`frame.${screen}`)} count={count} current={route.screen === screen && screen !== 'review'} />
  )
  const reviewing = route.screen === 'review'
  return (
    <nav className={styles['nav']} aria-label={t('frame.nav')}>
      <ul className={styles['list']}>
        {link('home')}
        <NavLink href={hrefTo('review')} label={t('frame.review')} current={reviewing && route.rest.length === 0} />
        {queues.map(({ task, word }) => (
          <NavLink
            key={task}
            sub
            href={hrefTo('review', [task])}
            label={t(word)}
            count={data?.waiting[task]}
            current={reviewing && route.rest[0] === task}
          />
        ))}
        {link('articles', data?.articles)}
        {link('comments', data?.comments)}
        {link('vocabulary', data?.concepts)}
        {link('experiments', data?.experiments)}
      </ul>
      <ul className={classes(styles['list'], styles['second'])}>
        {link('ledger')}
        {link('engines')}
        {link('settings')}
      </ul>
      <Engines />
    </nav>
  )
}
