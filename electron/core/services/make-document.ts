// Makes the one-page documents of an experiment.
import { listPeople } from '../store/desk-rows.ts'
import type { DeskContext } from './context.ts'
import { reportPage } from './documents/report-page.ts'
import { worksCouncilPage } from './documents/works-council-page.ts'
import { experimentTotals } from './experiment-totals.ts'
import { viewExperiment } from './experiments.ts'
import { makeReport } from './report.ts'
import { readSettings } from './settings.ts'

export async function makeDocument(desk: DeskContext, id: string, kind: 'report' | 'works-council', lang: 'fr' | 'en'): Promise<string> {
  const people = new Map((await listPeople(desk.store.read)).map((person) => [person.id, person.name]))
  const names = (person: string) => people.get(person) ?? person
  const { newsroom } = await readSettings(desk.store.read)
  if (kind === 'works-council') return worksCouncilPage(await viewExperiment(desk, id), lang, names, desk.clock(), newsroom)
  const report = await makeReport(desk, id)
  return reportPage({ report, totals: await experimentTotals(desk, report) }, lang, names, desk.clock(), newsroom)
}
