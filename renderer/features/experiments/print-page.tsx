// The Bilan and the note to the works council as pages to print: the document the core writes, shown as it will be kept.
// It must not know how an experiment is run, nor what the document says.
import { useEffect, useRef } from 'react'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { hrefTo } from '../../ui/router.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './print.module.css'

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start)
  return text.slice(from, text.indexOf(end, from))
}

/**
 * One look for the file and the page: the core's markup is put in place as it is, its style adopted by the page while it shows.
 * The policy refuses inline styles and scripts; a sheet made by code is allowed, and the document holds neither.
 */
function Paper({ html }: { html: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(between(html, '<style>', '</style>').slice('<style>'.length))
    const article = new DOMParser().parseFromString(`${between(html, '<article', '</article>')}</article>`, 'text/html').body
    place.current?.replaceChildren(...article.childNodes)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [html])
  return <div ref={place} className={styles['paper']} />
}

/** The page; `window.print` prints it without the frame. */
export function PrintPage({ id, kind }: { id: string; kind: 'report' | 'works-council' }) {
  const { t, error, lang } = useWords()
  const {
    data,
    error: failed,
    reload,
  } = useQuery(`experiment-document:${kind}:${lang}:${id}`, () => client.experiments.document({ id, kind, lang }), {
    refreshOn: ['experiment.changed', 'suggestion.changed', 'comment.changed'],
  })
  return (
    <div className={styles['desk']}>
      <div className={styles['printBar']}>
        <Button kind="main" disabled={!data} onClick={() => window.print()}>
          {t('experiments.report.printNow')}
        </Button>
        <LinkButton href={hrefTo('experiments', [id, 'report'])}>{t('experiments.report.screenBack')}</LinkButton>
        <span className={styles['quiet']}>{t('results.printHint')}</span>
      </div>
      {data ? (
        <Paper html={data.html} />
      ) : failed ? (
        <ErrorState text={`${t('experiments.report.failed')} ${error(failed)}`} onRetry={reload} />
      ) : (
        <Loading text={t('experiments.report.loading')} />
      )}
    </div>
  )
}
