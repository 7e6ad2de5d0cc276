// The header: name, search, network seal, who works here. It must not know the screens.
import { useState } from 'react'
import { useSession } from '../client-session.ts'
import { hrefTo } from '../ui/router.ts'
import { describeRole } from '../words/describe-role.ts'
import { useWords } from '../words/use-words.ts'
import { Palette } from './palette.tsx'
import { Seal } from './seal.tsx'
import { useFrameState } from './frame-state.ts'
import { WhoDialog } from './who-dialog.tsx'
import styles from './header.module.css'

function Who() {
  const words = useWords()
  const { person } = useSession()
  const open = useFrameState((state) => state.who)
  const setOpen = (who: boolean) => useFrameState.setState({ who })
  return (
    <>
      <button type="button" className={styles['who']} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {person.name} · {describeRole(words, person)}
      </button>
      {open ? <WhoDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** The bar at the top of every screen. */
export function Header() {
  const { t } = useWords()
  const open = useFrameState((state) => state.palette)
  const [mac] = useState(() => navigator.userAgent.includes('Mac'))
  return (
    <header className={styles['header']}>
      <a className={styles['brand']} href={hrefTo('home')} aria-label={`Marbre, ${t('frame.home')}`}>
        Marbre
        <i aria-hidden="true" />
      </a>
      <button type="button" className={styles['search']} aria-haspopup="dialog" onClick={() => useFrameState.setState({ palette: true })}>
        <span className={styles['searchText']}>{t('frame.search')}</span>
        <kbd aria-hidden="true">{mac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <Seal />
      <Who />
      {open ? <Palette onClose={() => useFrameState.setState({ palette: false })} /> : null}
    </header>
  )
}
