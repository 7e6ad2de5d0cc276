// The printed Bilan and the page say the same things by the same words, in both languages.
import { expect, it } from 'vitest'
import { reportWords } from '../../../electron/core/services/documents/report-words.ts'
import { en } from '../../../renderer/words/en.ts'
import { fr } from '../../../renderer/words/fr.ts'

const pages = { fr, en } as const

/** `{{count, number}}` of the page is `{n}` on paper, other parameters keep their names. */
const onPaper = (text: string) => text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (_, name: string) => `{${name === 'count' ? 'n' : name}}`)

it.each(['fr', 'en'] as const)('in %s', (lang) => {
  const [paper, page] = [reportWords[lang], pages[lang]]
  const { report, measure, verdict, operator } = page.experiments
  for (const [code, words] of Object.entries(paper.flags)) expect(words, code).toBe((page.flag as Record<string, string>)[code])
  for (const name of [
    'kept',
    'edited',
    'refused',
    'doubt',
    'waiting',
    'flagged',
    'worst',
    'worstNone',
    'overrides',
    'overridesNone',
  ] as const)
    expect(paper[name], name).toBe(report[name])
  for (const name of ['criterion', 'asked', 'measured', 'met', 'notMet', 'undecided', 'verdict', 'keptInstead'] as const)
    expect(paper[name], name).toBe(report[name])
  expect(paper.unmeasured).toBe(report.undefined)
  expect(paper.outcome).toBe(report.figures)
  for (const name of ['acceptance', 'unchanged', 'recall', 'agreement'] as const) expect(paper[name], name).toBe(measure[name])
  for (const [name, words] of Object.entries(paper.measureOf))
    expect(words, name).toBe(measure[name as keyof typeof measure].replace(/^./, (letter) => letter.toLowerCase()))
  expect([paper.atLeast, paper.atMost]).toEqual([operator['>='], operator['<=']])
  expect(paper.verdicts).toEqual(verdict)
  for (const name of ['byEngine', 'progress', 'edits', 'findings', 'measures', 'time', 'lessThanMinute'] as const)
    expect(paper[name], name).toBe(page.results[name])
})

it.each(['fr', 'en'] as const)('of the totals too, in %s', (lang) => {
  const { totals: paper } = reportWords[lang]
  const { blind, packetReadings, referent, rubric } = pages[lang]
  expect(paper.unverified).toEqual([onPaper(packetReadings.leftOut_one), onPaper(packetReadings.leftOut_other)])
  expect(paper.elsewhere).toEqual([onPaper(packetReadings.elsewhere_one), onPaper(packetReadings.elsewhere_other)])
  expect([paper.readings, paper.blind, paper.rubric]).toEqual([referent.totals.title, blind.totals.title, rubric.totals.title])
  for (const name of ['doubts', 'own', 'again', 'open', 'arbitrated', 'drawn', 'drawnStopped', 'tooFew'] as const) {
    const forms = ['one', 'other'] as const
    expect(paper[name], name).toEqual(forms.map((form) => onPaper(referent.totals[`${name}_${form}`])))
  }
  for (const name of ['both', 'neither', 'split', 'result', 'texts', 'winner', 'duel'] as const)
    expect(paper[name], name).toBe(onPaper(blind.totals[name]))
  for (const [name, words] of Object.entries(paper.verdict))
    expect(words, name).toBe(onPaper(blind.totals.verdict[name as keyof typeof paper.verdict]))
  expect(paper.axes).toEqual(rubric.axis)
  expect(paper.levels).toEqual(rubric.level)
  expect(paper.states).toEqual({
    accepted: referent.settle.state_accepted,
    edited: referent.settle.state_edited,
    rejected: referent.settle.state_rejected,
  })
})
