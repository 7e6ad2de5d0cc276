// The desk itself: session, people, settings, ledger, exports, events.
import { addPerson, viewPeople } from '../services/people.ts'
import { changeSettings, readSettings } from '../services/settings.ts'
import { makeExport } from '../services/exports.ts'
import { viewHome } from '../services/home.ts'
import { findSubjects, nameSubjects } from '../services/ledger-subjects.ts'
import { checkBundle, makeBundle, verifyLedger, viewLedger } from '../services/ledger-view.ts'
import { readLastErased } from '../services/safekeeping/last-erased.ts'
import { os, type RouterContext } from './base.ts'
import { wireError } from './errors.ts'

async function viewSession({ desk, session }: RouterContext) {
  const actor = await session.actor()
  return {
    ...actor,
    settings: await readSettings(desk.store.read),
    sample: desk.sample,
    dataFolder: desk.store.folder,
    erased: await readLastErased(desk.store.read),
    version: desk.version,
  }
}

export const desk = {
  session: os.desk.session.handler(({ context }) => viewSession(context)),
  home: os.desk.home.handler(({ context }) => viewHome(context.desk)),
  changeSettings: os.desk.changeSettings.handler(({ input, context }) => changeSettings(context.desk, input)),
  policy: os.desk.policy.handler(({ context }) => ({ policy: context.desk.policy, file: context.desk.policyFile })),
  network: os.desk.network.handler(({ context }) => context.desk.network()),
  doctor: os.desk.doctor.handler(({ context }) => context.desk.doctor()),
  switchTo: os.desk.switchTo.handler(async ({ input, context }) => {
    await context.desk.switchTo(input.desk)
    return { done: true as const }
  }),
}

export const people = {
  list: os.people.list.handler(({ context }) => viewPeople(context.desk)),
  add: os.people.add.handler(async ({ input, context }) => addPerson(context.desk, await context.session.actor(), input)),
  become: os.people.become.handler(async ({ input, context }) => {
    await context.session.become(input.id)
    context.desk.emit({ type: 'settings.changed' })
    return viewSession(context)
  }),
}

export const ledger = {
  list: os.ledger.list.handler(async ({ input, context }) => viewLedger(context.desk, await context.session.actor(), input)),
  subjects: os.ledger.subjects.handler(({ input, context }) =>
    'query' in input ? findSubjects(context.desk.store.read, input.query, input.limit) : nameSubjects(context.desk.store.read, [input]),
  ),
  verify: os.ledger.verify.handler(async ({ input, context }) =>
    input.bundle === undefined ? verifyLedger(context.desk) : checkBundle(input.bundle, input.trust),
  ),
  export: os.ledger.export.handler(({ context }) => makeBundle(context.desk)),
}

export const exported = {
  make: os.exports.make.handler(async ({ input, context }) => makeExport(context.desk, await context.session.actor(), input)),
}

export const events = {
  watch: os.events.watch.handler(async function* ({ context, signal }) {
    try {
      yield* context.desk.watch(signal)
    } catch (error) {
      throw wireError(error, context.desk.reportUnexpected)
    }
  }),
}
