// Another desk's experiment, read like the review desk and with nothing to decide: every key that judges is silent here. What waits
// for a second reading says nothing of its decision.
// It must not ask the desk for anything but the packet.
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import type { OpenedPacket, PacketArticle } from '../../../shared/domain/packet.ts'
import type { Suggestion, SuggestionState } from '../../../shared/domain/suggestion.ts'
import { ArticleText, type Lit } from '../../ui/article-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ListEntry } from '../../ui/list-entry.tsx'
import { Page } from '../../ui/page.tsx'
import { Panes } from '../../ui/panes.tsx'
import { go, hrefTo } from '../../ui/router.ts'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useKeyLabel } from '../../ui/use-keyboard.ts'
import { useActionKeys } from '../../ui/use-keys.ts'
import { useWords } from '../../words/use-words.ts'
import { criterionLine } from './describe-card.ts'
import { sayPacketFault } from './packet-section.tsx'
import { SendReadings } from './packet-send.tsx'
import { FindingChips, wordsOfValue } from './readings-value.tsx'
import styles from './referent.module.css'

const tones: Readonly<Partial<Record<SuggestionState, 'green' | 'pencil' | 'red' | 'amber'>>> = {
  accepted: 'green',
  edited: 'pencil',
  rejected: 'red',
  unsure: 'amber',
}

function Head({ packet }: { packet: OpenedPacket }) {
  const words = useWords()
  const { t } = words
  const { card, hash, id, every, read, drawn } = packet
  return (
    <div className={styles['listHead']}>
      <a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>
      <h2 className={styles['listTitle']}>{packet.title}</h2>
      <span className={styles['attention']}>
        <Chip tone="pencil">{t('referent.packet.readOnly')}</Chip>
        <Chip tone={packet.signer === 'known' ? 'green' : 'amber'}>{t(`referent.packet.signer.${packet.signer}`)}</Chip>
      </span>
      {packet.decided === 0 || card.task === 'moderation' ? null : (
        <>
          {every === null ? null : <span role="status">{t('packetReadings.done', { count: read, total: drawn })}</span>}
          <span className={styles['buttons']}>
            <a href={hrefTo('experiments', ['referent', 'reading', id])}>
              {t(every === null || read === 0 ? 'packetReadings.open' : 'packetReadings.goOn')}
            </a>
            <SendReadings packet={id} read={read} />
          </span>
        </>
      )}
      <details>
        <summary>{t('referent.packet.card')}</summary>
        <p>{t('packetReadings.sealed', { count: packet.entries })}</p>
        <p className={styles['quiet']}>{t('common.named', { label: t('referent.packet.fingerprint') })}</p>
        {packet.fingerprints.map((fingerprint) => (
          <p key={fingerprint} className={styles['mono']}>
            {fingerprint}
          </p>
        ))}
        <p>{`${t('common.named', { label: t('referent.packet.hypothesis') })} ${card.hypothesis}`}</p>
        <p>{`${t('common.named', { label: t('referent.packet.criterion') })} ${criterionLine(card.criterion, words, true)}`}</p>
        <p className={styles['mono']}>{hash}</p>
      </details>
    </div>
  )
}

type Line = OpenedPacket['articles'][number]

function Lines({ packet, shown }: { packet: OpenedPacket; shown: Line }) {
  const { t } = useWords()
  return (
    <>
      <Head packet={packet} />
      <ol className={styles['list']}>
        {packet.articles.map((article) => (
          <li key={article.id}>
            <ListEntry
              href={hrefTo('experiments', ['referent', 'packet', packet.id, article.id])}
              current={article === shown}
              title={article.title || t('common.untitled')}
              note={t('referent.packet.count', { count: article.outputs })}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

function Decision({ suggestion, at }: { suggestion: Suggestion; at: number }) {
  const words = useWords()
  const { t, list } = words
  const { state, decision, value, proposed, flags } = suggestion
  const validated = state === 'accepted' || state === 'edited'
  const waits = suggestion.inReading === true
  return (
    <li className={styles['paper']}>
      <span className={styles['attention']}>
        <span className={styles['quiet']}>{at}</span>
        <Chip tone={waits ? 'pencil' : (tones[state] ?? 'plain')} {...(waits ? { title: t('packetReadings.waitsHelp') } : {})}>
          {t(waits ? 'packetReadings.waits' : `state.${state}`)}
        </Chip>
      </span>
      <p className={styles[validated ? 'kept' : 'proposed']} data-unvalidated={validated ? undefined : ''}>
        {wordsOfValue(value, null, words)}
      </p>
      {proposed ? (
        <p className={styles['quiet']}>
          {t('common.named', { label: t('referent.packet.proposed') })} {wordsOfValue(proposed, null, words)}
        </p>
      ) : null}
      <FindingChips flags={flags} />
      {decision?.reason ? <p className={styles['quiet']}>{t('referent.packet.reason', { reason: decision.reason })}</p> : null}
      {decision && decision.checks.length > 0 ? (
        <p className={styles['quiet']}>
          {t('referent.packet.checks', { checks: list(decision.checks.map((check) => t(`check.${check}`))) })}
        </p>
      ) : null}
      {decision?.override ? <p className={styles['quiet']}>{t('referent.packet.override', { reason: decision.override })}</p> : null}
    </li>
  )
}

function litOf(suggestions: readonly Suggestion[], label: string): Lit[] {
  return suggestions.flatMap((suggestion, index) =>
    suggestion.evidence
      .flatMap((one) => (one.kind === 'text' && one.field === 'body' && one.item === suggestion.item ? [one] : []))
      .map((place, nth): Lit => ({
        id: suggestion.id,
        start: place.start,
        end: place.end,
        ...(nth === 0 ? { mark: String(index + 1), label } : {}),
      })),
  )
}

function Sheet({ article, suggestions }: { article: PacketArticle; suggestions: readonly Suggestion[] }) {
  const { t, date } = useWords()
  const { title, body, lang, section } = article
  if (body === null) return <EmptyState title={title || t('common.untitled')} text={t('referent.packet.noText')} />
  return (
    <ArticleText
      title={title || t('common.untitled')}
      kicker={section ?? undefined}
      byline={article.date ? date(article.date) : undefined}
      body={body}
      lang={lang}
      lit={litOf(suggestions, t('referent.reading.evidence'))}
      level={2}
    />
  )
}

function Bar({ packet, at }: { packet: OpenedPacket; at: number }) {
  const { t } = useWords()
  const keyOf = useKeyLabel()
  const { articles } = packet
  const walk = (by: 1 | -1) => {
    const article = articles[at + by]
    if (article) go('experiments', ['referent', 'packet', packet.id, article.id], { replace: true })
  }
  useActionKeys('points', { act: { next: () => walk(1), previous: () => walk(-1) } })
  return (
    <>
      <Chip tone="pencil">{t('referent.packet.readOnly')}</Chip>
      <div className={styles['place']}>
        <span role="status">{t('referent.packet.place', { at: at + 1, total: articles.length })}</span>
        <Button size="small" kind="quiet" keyHint={keyOf('next')} disabled={at + 1 >= articles.length} onClick={() => walk(1)}>
          {t('referent.reading.next')}
        </Button>
        <Button size="small" kind="quiet" keyHint={keyOf('previous')} disabled={at <= 0} onClick={() => walk(-1)}>
          {t('referent.reading.previous')}
        </Button>
      </div>
    </>
  )
}

function Outputs({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t } = useWords()
  return (
    <div className={styles['side']}>
      <h2 className={styles['sideTitle']}>{t('referent.packet.outputs')}</h2>
      <ol className={styles['papers']}>
        {suggestions.map((suggestion, index) => (
          <Decision key={suggestion.id} suggestion={suggestion} at={index + 1} />
        ))}
      </ol>
    </div>
  )
}

function Opened({ packet, wanted }: { packet: OpenedPacket; wanted: string | undefined }) {
  const words = useWords()
  const { t } = words
  const shown = packet.articles.find(({ id }) => id === wanted) ?? packet.articles[0]
  const page = useQuery(shown ? `packets:${packet.id}:${shown.id}` : null, () =>
    client.packets.page({ id: packet.id, item: shown?.id ?? '' }),
  )
  if (!shown)
    return (
      <Page title={packet.title} lead={<a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>}>
        <EmptyState title={t('referent.packet.readOnly')} text={t('referent.packet.empty')} />
      </Page>
    )
  const here = page.data?.article.id === shown.id ? page.data : undefined
  return (
    <>
      <h1 className="unseen">{`${t('common.named', { label: t('referent.packet.title') })} ${packet.title}`}</h1>
      <Panes
        listLabel={t('referent.packet.articles')}
        list={<Lines packet={packet} shown={shown} />}
        mainLabel={t('referent.packet.article')}
        main={
          here ? (
            <Sheet article={here.article} suggestions={here.suggestions} />
          ) : page.error ? (
            <ErrorState text={sayPacketFault(page.error, words)} onRetry={page.reload} />
          ) : (
            <Loading text={t('referent.loading')} />
          )
        }
        sideLabel={t('referent.packet.outputs')}
        side={here ? <Outputs suggestions={here.suggestions} /> : null}
        bar={<Bar packet={packet} at={packet.articles.indexOf(shown)} />}
      />
    </>
  )
}

/** The screen `#/experiments/referent/packet/ID/ARTICLE`. */
export function PacketPage({ id, wanted }: { readonly id: string; readonly wanted: string | undefined }) {
  const words = useWords()
  const { t } = words
  const { data, error: failed, reload } = useQuery(`packets:${id}`, () => client.packets.show({ id }))
  if (data) return <Opened packet={data} wanted={wanted} />
  return (
    <Page title={t('referent.packet.title')} lead={<a href={hrefTo('experiments', ['referent'])}>{t('referent.back')}</a>}>
      {failed ? <ErrorState text={sayPacketFault(failed, words)} onRetry={reload} /> : <Loading text={t('referent.packet.opening')} />}
    </Page>
  )
}
