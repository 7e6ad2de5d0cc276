// Three ways to begin: paste, bring files, open the sample. It must not read anything itself.
import { client } from '../../client.ts'
import { useMutation } from '../../client-query.ts'
import { Button } from '../../ui/button.tsx'
import { bringFiles, bringPaste } from '../../ui/intake.ts'
import { notify } from '../../ui/toast.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './home.module.css'

interface Way {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly action: string
  readonly run: () => void
}

/** The ways, as cards; `compact` leaves only buttons, for a desk already at work. */
export function StartSection({ sample, compact = false }: { readonly sample: boolean; readonly compact?: boolean }) {
  const words = useWords()
  const { t } = words
  const open = useMutation(() => client.desk.switchTo({ desk: 'sample' }), {
    onDone: () => notify(t('frame.switching')),
    onError: (error) => notify(words.error(error), { kind: 'problem' }),
  })
  const ways: readonly Way[] = [
    { id: 'paste', title: t('home.pasteTitle'), text: t('home.pasteText'), action: t('home.pasteAct'), run: () => bringPaste() },
    { id: 'files', title: t('home.dropTitle'), text: t('home.dropText'), action: t('home.dropAct'), run: () => bringFiles() },
    ...(sample || compact
      ? []
      : [
          {
            id: 'sample',
            title: t('home.sampleTitle'),
            text: t('home.sampleText'),
            action: t('home.sampleAct'),
            run: () => void open.run(undefined),
          },
        ]),
  ]
  if (compact) {
    return (
      <>
        {ways.map((way) => (
          <Button key={way.id} onClick={way.run} keyHint={way.id === 'paste' ? 'Ctrl V' : undefined}>
            {way.action}
          </Button>
        ))}
      </>
    )
  }
  return (
    <section aria-label={t('home.start')} className={styles['start']}>
      {ways.map((way, index) => (
        <div key={way.id} className={styles['way']}>
          <h2 className={styles['wayTitle']}>{way.title}</h2>
          <p className={styles['wayText']}>{way.text}</p>
          <Button kind={index === 0 ? 'main' : 'plain'} busy={way.id === 'sample' && open.busy} onClick={way.run}>
            {way.action}
          </Button>
        </div>
      ))}
    </section>
  )
}
