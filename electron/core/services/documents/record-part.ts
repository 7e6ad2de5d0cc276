// Who, when, from what, with what, changed how: the part of the *Bilan* a lawyer reads. Pure.
import type { Report, Run } from '../../../../shared/domain/experiment.ts'
import { facts, section } from './page.ts'
import { counted, day, fill, number, percent } from './say.ts'
import { engineName, type Telling } from './telling.ts'

export function recordPart(telling: Telling): string {
  const { report, words, lang, names } = telling
  const { card, approval } = report.experiment
  const approved = approval
    ? fill(words.approvedBy, { name: names(approval.by), day: day(approval.at, lang) }) + (approval.ownCard ? words.ownCard : '')
    : ''
  return section(
    words.record,
    facts([
      [words.owner, names(card.owner)],
      [words.referent, names(card.referent)],
      [words.approved, approved],
      [words.responsibility, card.editorialResponsibility],
      [words.desk, card.desk],
      [words.planned, span(card.from, card.to, telling)],
      [words.reviewed, report.reviewers === 0 ? '' : counted(words.reviewers, report.reviewers, lang)],
      [words.from, sourcesLine(telling)],
      [words.withWhat, enginesLine(telling)],
      [words.changed, changedLine(telling)],
    ]),
  )
}

/** `du 3 mars au 12 mars 2026`; one end alone when the other is missing. */
function span(from: string, to: string, { words, lang }: Telling): string {
  if (from !== '' && to !== '') return fill(words.days, { from: day(from, lang), to: day(to, lang) })
  return [from, to]
    .filter((one) => one !== '')
    .map((one) => day(one, lang))
    .join('')
}

/** `20 articles du … au … ; 18 de la rédaction, 2 d’agence` */
function sourcesLine(telling: Telling): string {
  const { report, words, lang } = telling
  const { articles, comments, rights, from, to } = report.sources
  if (articles === 0 && comments === 0) return ''
  const counts = counted(words.articles, articles, lang)
  const what = comments > 0 ? fill(words.commentsUnder, { comments: counted(words.comments, comments, lang), articles: counts }) : counts
  const days = from !== null && to !== null ? ` ${span(from, to, telling)}` : ''
  const owned = (['own', 'agency', 'third-party', 'unknown'] as const)
    .filter((kind) => rights[kind] > 0)
    .map((kind) => `${number(rights[kind], lang)} ${words.rights[kind]}`)
  return `${what}${days}${owned.length === 0 ? '' : ` (${owned.join(', ')})`}`
}

/** `moteur intégré (builtin) : empreinte 3f2a…` of every engine; what no run made comes from another tool. */
function enginesLine({ report, words }: Telling): string {
  const { runs } = report.experiment
  const ran = runs.map((run) => `${engineName(run.engine, words)}${words.colon} ${digestsOf(run, words)}`)
  const elsewhere = report.plots.byEngine
    .filter(({ engine }) => !runs.some((run) => run.engine === engine))
    .map(({ engine }) => fill(words.elsewhere, { engine: engineName(engine, words) }))
  return [...new Set([...ran, ...elsewhere])].join('\n')
}

function digestsOf({ manifest }: Run, words: Telling['words']): string {
  return [
    fill(words.digest, { hash: manifest.engineDigest.slice(0, 16) }),
    manifest.promptHash === null ? '' : fill(words.prompt, { hash: manifest.promptHash.slice(0, 16) }),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function changedLine({ report, words, lang }: Telling): string {
  const { byState, added, plots }: Report = report
  const how = fill(words.changedHow, {
    kept: number(byState.accepted, lang),
    edited: number(byState.edited, lang),
    refused: number(byState.rejected, lang),
    added: number(added, lang),
  })
  return plots.edits.median === null ? how : `${how}\n${fill(words.changedMedian, { share: percent(plots.edits.median, lang, 0) })}`
}
