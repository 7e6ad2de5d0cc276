// Each procedure tried once on a real desk: what reads writes nothing, what changes leaves no entry, what decides leaves exactly its entries.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished, expect, it } from 'vitest'
import type { Desk } from '../../../electron/core/desk.ts'
import type { DirectClient } from '../../../electron/core/router/router.ts'
import type { LedgerAct } from '../../../shared/domain/ledger.ts'
import { importOutputs } from '../../../electron/core/services/import-outputs.ts'
import { harbour, makeDesk } from '../../make-desk.ts'
import type { SealedPacket } from '../../../shared/domain/packet.ts'
import { forge } from '../services/forge-packet.ts'
import { drafts } from '../services/two-engines.ts'
import { acts } from './procedure-effects.ts'

/** A call of each procedure and the acts it must write. `files`: it changes files of the data folder, not the database. */
type Trial = { readonly call: () => Promise<unknown>; readonly writes?: readonly LedgerAct[]; readonly files?: true }

const text = (words: string) => ({ text: `La flottille de Kerlouan compte désormais 14 bateaux${words}.` })
const noIssue = {
  accuracy: { level: 'none' as const },
  sourcing: { level: 'none' as const },
  opinion: { level: 'none' as const },
  editorialisation: { level: 'none' as const },
  context: { level: 'unknown' as const },
}
const checks: ('accuracy' | 'plausibility' | 'sources')[] = ['accuracy', 'plausibility', 'sources']

type Room = {
  desk: Desk
  client: DirectClient
  item: string
  points: string[]
  tags: string[]
  path: (name: string, lines: readonly object[]) => string
}

async function openRoom(): Promise<{ room: Room; folder: string }> {
  const { desk, client, folder } = await makeDesk({ switchTo: async () => undefined })
  const path = (name: string, lines: readonly object[]): string => {
    writeFileSync(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'))
    return join(folder, name)
  }
  await client.imports.run({
    source: {
      paths: [
        path('a.jsonl', [
          { id: 'n1', ...harbour, tags: ['Pêche'] },
          { id: 'n2', ...harbour, title: 'Autre', tags: ['Pêche'] },
        ]),
      ],
    },
  })
  await client.imports.run({
    kind: 'comments',
    source: { paths: [path('c.jsonl', [{ id: 'c1', article: 'n1', body: 'Très bon article.', author: 'Yann' }])] },
  })
  await client.vocabulary.makeFromTags({ min: 1 })
  const words = [' au port', ' ce mois', ' en mer', ' mardi', ' à quai', ' au total']
  const outputs = [
    ...words.map((word) => ({ article: 'n1', task: 'key-points', value: text(word), engine: 'autre' })),
    { article: 'n1', task: 'tags', value: { concept: 'peche', label: 'Pêche' }, engine: 'autre' },
    { article: 'n1', task: 'tags', value: { concept: 'peche', label: 'pêche' }, engine: 'autre' },
    { article: 'n2', task: 'key-points', value: text(' encore'), engine: 'autre' },
    { article: 'n2', task: 'key-points', value: text(' toujours'), engine: 'autre' },
  ]
  expect((await client.imports.run({ kind: 'outputs', source: { paths: [path('o.jsonl', outputs)] } })).imported).toBe(outputs.length)
  const of = async (task: 'key-points' | 'tags') =>
    (await client.suggestions.ofItem({ item: 'n1', task })).map((suggestion) => suggestion.id)
  return { room: { desk, client, item: 'n1', points: await of('key-points'), tags: await of('tags'), path }, folder }
}

/** In the order they are tried: later ones need what earlier ones made. */
function trialsOf({ desk, client, item, points, path }: Room): Record<string, Trial> {
  const card = {
    title: 'Carte',
    hypothesis: 'h',
    task: 'key-points' as const,
    owner: 'me',
    referent: 'me',
    corpus: { articles: [item] },
    criterion: 'c',
    stopRule: 's',
  }
  const made = { upload: '', experiment: '', run: '', duel: '', pair: '', prompt: '', packet: '', rule: '', term: '' }
  const [a, b, c, d] = points as [string, string, string, string]
  return {
    'articles.list': { call: () => client.articles.list({ query: 'port' }) },
    'articles.count': { call: () => client.articles.count({ query: 'port' }) },
    'articles.show': { call: () => client.articles.show({ id: item }) },
    'articles.open': { call: () => client.articles.open({ id: item }) },
    'articles.readPasted': { call: () => client.articles.readPasted({ text: 'Titre\n\nUn texte collé.' }) },
    'articles.health': { call: () => client.articles.health({}) },
    'articles.facets': { call: () => client.articles.facets({}) },
    'comments.list': { call: () => client.comments.list({}) },
    'comments.count': { call: () => client.comments.count({}) },
    'comments.show': { call: () => client.comments.show({ id: 'c1' }) },
    'desk.session': { call: () => client.desk.session({}) },
    'desk.home': { call: () => client.desk.home({}) },
    'desk.policy': { call: () => client.desk.policy({}) },
    'desk.network': { call: () => client.desk.network({}) },
    'desk.doctor': { call: () => client.desk.doctor({}) },
    'engines.list': { call: () => client.engines.list({}) },
    'evaluations.list': { call: () => client.evaluations.list({}) },
    'evaluations.gold': { call: () => client.evaluations.gold({}) },
    'moderation.learningCurve': { call: () => client.moderation.learningCurve({}) },
    'moderation.constructive': { call: () => client.moderation.constructive({}) },
    'moderation.similar': { call: () => client.moderation.similar({ comment: 'c1' }) },
    'moderation.marks': { call: () => client.moderation.marks({ comments: ['c1'] }) },
    // too little gold here: refused, nothing kept (test/unit/evaluation tries it with enough)
    'evaluations.run': { call: () => client.evaluations.run({ task: 'key-points' }).catch(() => undefined), files: true },
    'events.watch': { call: async () => (await client.events.watch({})).return?.() },
    'people.list': { call: () => client.people.list({}) },
    'prompts.list': { call: () => client.prompts.list({}) },
    'prompts.show': { call: async () => client.prompts.show({ hash: (await client.prompts.list({}))[0]!.hash }) },
    'links.nearDuplicates': { call: () => client.links.nearDuplicates({}) },
    'ledger.list': { call: () => client.ledger.list({}) },
    'ledger.subjects': { call: () => client.ledger.subjects({ query: 'port' }) },
    'ledger.verify': { call: () => client.ledger.verify({}) },
    'ledger.export': { call: () => client.ledger.export({}) },
    'tagging.rules': { call: () => client.tagging.rules({}) },
    'tagging.tryRule': { call: () => client.tagging.tryRule({ line: 'flottille + port -> Pêche' }) },
    'tagging.learned': { call: () => client.tagging.learned({}) },
    'tagging.parking': { call: async () => (made.term = (await client.tagging.parking({})).terms[0]!.key) },
    'vocabulary.list': { call: () => client.vocabulary.list({}) },
    'vocabulary.previewLeave': { call: () => client.vocabulary.previewLeave({ concept: 'peche', into: null }) },
    'vocabulary.quality': { call: () => client.vocabulary.quality({}) },
    'vocabulary.latest': { call: () => client.vocabulary.latest({ concept: 'peche' }) },
    'vocabulary.export': { call: () => client.vocabulary.export({ format: 'turtle' }) },
    'vocabulary.previewImport': {
      call: () => client.vocabulary.previewImport({ source: { paths: [path('w.jsonl', [{ id: 'port', fr: 'Port' }])] } }),
    },
    'vocabulary.previewFromTags': { call: () => client.vocabulary.previewFromTags({}) },
    'vocabulary.proposedTerms': { call: () => client.vocabulary.proposedTerms({}) },
    'reviews.counts': { call: () => client.reviews.counts({}) },
    'reviews.queue': { call: () => client.reviews.queue({ task: 'key-points' }) },
    'reviews.list': { call: () => client.reviews.list({}) },
    'reviews.check': { call: () => client.reviews.check({ item, text: 'Il reste 12 bateaux.' }) },
    'reviews.charter': { call: () => client.reviews.charter({}) },
    'reviews.linkTargets': { call: () => client.reviews.linkTargets({ item, query: 'port' }) },
    'suggestions.ofItem': { call: () => client.suggestions.ofItem({ item }) },
    'suggestions.suggestTransient': {
      call: () => client.suggestions.suggestTransient({ task: 'key-points', record: { ...harbour, id: 'passant' } }),
    },
    'imports.preview': { call: () => client.imports.preview({ source: { paths: [path('p.jsonl', [{ id: 'p1', body: 'Un texte.' }])] } }) },

    'desk.changeSettings': { call: () => client.desk.changeSettings({ newsroom: 'Le Courrier' }) },
    'desk.switchTo': { call: () => client.desk.switchTo({ desk: 'sample' }), files: true },
    'articles.barLinks': { call: () => client.articles.barLinks({ id: 'n2', doNotLink: { reason: 'correction' } }) },
    'people.add': { call: () => client.people.add({ id: 'lena', name: 'Léna', roles: ['journalist'] }), writes: ['person.added'] },
    'prompts.add': {
      call: async () => {
        const [shipped] = await client.prompts.list({})
        const prompt = await client.prompts.show({ hash: shipped!.hash })
        made.prompt = (await client.prompts.add({ text: `${prompt.text}\nMerci.` })).hash
      },
      writes: ['prompt.added'],
    },
    'prompts.approve': { call: () => client.prompts.approve({ hash: made.prompt }), writes: ['prompt.approved'] },
    'prompts.retire': { call: () => client.prompts.retire({ hash: made.prompt }), writes: ['prompt.retired'] },
    'tagging.addRule': {
      call: async () => (made.rule = (await client.tagging.addRule({ line: 'flottille + port -> Pêche' })).id),
      writes: ['rule.added'],
    },
    'tagging.removeRule': { call: () => client.tagging.removeRule({ id: made.rule }), writes: ['rule.removed'] },
    'tagging.dismissTerm': { call: () => client.tagging.dismissTerm({ key: made.term }), writes: ['term.dismissed'] },
    'tagging.restoreTerm': { call: () => client.tagging.restoreTerm({ key: made.term }), writes: ['term.restored'] },
    'tagging.adoptTerm': { call: () => client.tagging.adoptTerm({ key: made.term, concept: 'peche' }), writes: ['term.adopted'] },
    'undo.adoption': { call: () => client.undo.adoption({ key: made.term }), writes: ['term.restored'] },
    'tagging.reset': { call: () => client.tagging.reset({}), writes: ['tags.reset'] },
    'undo.reset': { call: () => client.undo.reset({}), writes: ['tags.remembered'] },
    'undo.person': {
      call: async () => {
        await client.people.add({ id: 'erreur', name: 'Erreur', roles: ['journalist'] })
        await client.undo.person({ id: 'erreur' })
      },
      writes: ['person.added', 'person.removed'],
    },
    'people.become': { call: () => client.people.become({ id: 'me' }) },
    'reviews.saveCharter': { call: async () => client.reviews.saveCharter(await client.reviews.charter({})) },
    'vocabulary.import': { call: () => client.vocabulary.import({ source: { paths: [path('v.jsonl', [{ id: 'port', fr: 'Port' }])] } }) },
    'vocabulary.proposeTerm': { call: () => client.vocabulary.proposeTerm({ term: 'Criée', article: item }) },
    'vocabulary.makeFromTags': { call: () => client.vocabulary.makeFromTags({ min: 1 }) },
    'vocabulary.save': {
      call: () =>
        client.vocabulary.save({
          concept: {
            id: 'mer',
            labels: [{ lang: 'fr', text: 'Mer', kind: 'preferred' }],
            definition: null,
            parent: null,
            active: true,
            replacedBy: null,
          },
        }),
    },
    'undo.tag': {
      call: async () => {
        const labels = [{ lang: 'fr', text: 'Faute', kind: 'preferred' as const }]
        const fresh = { id: 'faute', labels, definition: null, parent: null, active: true, replacedBy: null }
        await client.undo.tag({ saved: await client.vocabulary.save({ concept: fresh }), former: null })
      },
    },
    'vocabulary.merge': { call: () => client.vocabulary.merge({ concept: 'mer', into: 'port' }), writes: ['vocabulary.merged'] },
    'vocabulary.restore': { call: () => client.vocabulary.restore({ concept: 'mer' }), writes: ['vocabulary.restored'] },
    'vocabulary.retire': { call: () => client.vocabulary.retire({ concept: 'mer', replacedBy: null }), writes: ['vocabulary.retired'] },
    'imports.beginUpload': {
      call: async () => (made.upload = (await client.imports.beginUpload({ name: 'x.jsonl', bytes: 3 })).upload),
      files: true,
    },
    'imports.appendUpload': { call: () => client.imports.appendUpload({ upload: made.upload, offset: 0, part: 'e30K' }), files: true },
    'imports.discardUpload': { call: () => client.imports.discardUpload({ upload: made.upload }), files: true },

    'reviews.accept': { call: () => client.reviews.accept({ id: a, checks }), writes: ['suggestion.accepted'] },
    'reviews.edit': { call: () => client.reviews.edit({ id: b, value: text(' à flot'), checks }), writes: ['suggestion.edited'] },
    'reviews.reject': { call: () => client.reviews.reject({ id: c, reason: 'redite' }), writes: ['suggestion.rejected'] },
    'reviews.unsure': { call: () => client.reviews.unsure({ id: d }), writes: ['suggestion.unsure'] },
    'reviews.undo': { call: () => client.reviews.undo({ id: c }), writes: ['suggestion.undone'] },
    'reviews.decideItem': {
      call: () => client.reviews.decideItem({ item, task: 'tags', kept: [] }),
      writes: ['suggestion.rejected', 'suggestion.rejected'],
    },
    'reviews.add': {
      call: () => client.reviews.add({ item, task: 'tags', value: { concept: 'peche', label: 'Pêche' } }),
      writes: ['suggestion.added'],
    },
    'reviews.copy': { call: () => client.reviews.copy({ item, task: 'key-points', form: 'plain' }), writes: ['outputs.exported'] },
    'exports.make': { call: () => client.exports.make({ format: 'json' }), writes: ['outputs.exported'] },
    'reviews.withdraw': { call: () => client.reviews.withdraw({ id: a, reason: 'démenti' }), writes: ['suggestion.withdrawn'] },
    'reviews.decideComment': {
      call: () => client.reviews.decideComment({ comment: 'c1', decision: 'publish' }),
      writes: ['comment.decided'],
    },
    'reviews.undoComment': { call: () => client.reviews.undoComment({ comment: 'c1' }), writes: ['comment.undone'] },

    'experiments.create': { call: async () => (made.experiment = (await client.experiments.create(card)).id) },
    'experiments.approve': { call: () => client.experiments.approve({ id: made.experiment }), writes: ['card.approved'] },
    'experiments.change': {
      call: () => client.experiments.change({ id: made.experiment, card: { ...card, title: 'Carte 2' } }),
      writes: ['card.voided'],
    },
    'undo.approval': {
      call: async () => {
        await client.experiments.approve({ id: made.experiment })
        await client.undo.approval({ id: made.experiment })
      },
      writes: ['card.approved', 'card.reopened'],
    },
    'undo.card': {
      call: async () => {
        const { id, hash } = await client.experiments.create({ ...card, title: 'Par erreur' })
        await client.undo.card({ id, hash })
      },
    },
    'undo.cardChange': {
      call: async () => {
        const { hash } = await client.experiments.change({ id: made.experiment, card: { ...card, title: 'Carte 3' } })
        await client.undo.cardChange({ id: made.experiment, hash, card: { ...card, title: 'Carte 2' } })
      },
    },
    'readings.overview': { call: () => client.readings.overview({}) },
    'readings.setPlan': { call: () => client.readings.setPlan({ experiment: 'essai-libre', every: 1 }), writes: ['sampling.set'] },
    'readings.plan': { call: () => client.readings.plan({ experiment: 'essai-libre' }) },
    'readings.queue': { call: () => client.readings.queue({ experiment: 'essai-libre' }) },
    'readings.show': { call: () => client.readings.show({ suggestion: b }) },
    'readings.record': {
      call: () => client.readings.record({ suggestion: b, verdict: 'reject', reason: 'redite' }),
      writes: ['reading.recorded'],
    },
    'readings.undo': { call: () => client.readings.undo({ suggestion: b }), writes: ['reading.undone'] },
    'readings.disagreements': { call: () => client.readings.disagreements({}) },
    'readings.arbitrate': {
      call: async () => {
        await client.readings.record({ suggestion: b, verdict: 'reject', reason: 'redite' })
        await client.readings.arbitrate({ suggestion: b, keep: 'second', reason: 'juste' })
      },
      writes: ['reading.recorded', 'suggestion.withdrawn', 'reading.arbitrated'],
    },
    'readings.totals': { call: () => client.readings.totals({ experiment: 'essai-libre' }) },
    'packets.export': {
      call: async () => (made.packet = (await client.packets.export({ experiment: 'essai-libre', texts: true })).packet),
      writes: ['packet.sealed', 'packet.exported'],
    },
    'packets.import': {
      call: async () => {
        const { content } = JSON.parse(made.packet) as SealedPacket
        made.packet = (await client.packets.import({ text: forge({ ...content, desk: 'autre-bureau' }).text })).id
      },
    },
    'packets.list': { call: () => client.packets.list({}) },
    'packets.show': { call: () => client.packets.show({ id: made.packet }) },
    'packets.page': {
      call: async () => client.packets.page({ id: made.packet, item: (await client.packets.show({ id: made.packet })).articles[0]!.id }),
    },
    'packets.exportReadings': {
      call: async () => {
        const { id: packet } = await client.packets.show({ id: made.packet })
        await client.readings.setPlan({ packet, every: 1 })
        const [line] = (await client.readings.queue({ packet })).lines
        if (line) {
          await client.readings.record({ packet, suggestion: line.suggestion, verdict: 'unsure' })
          await client.packets.exportReadings({ packet })
        }
      },
      writes: ['packet.sampled', 'packet.read', 'packet.sealed', 'readings.exported'],
    },
    'packets.close': { call: () => client.packets.close({ id: made.packet }) },
    'experiments.list': { call: () => client.experiments.list({}) },
    'experiments.show': { call: () => client.experiments.show({ id: made.experiment }) },
    'experiments.report': { call: () => client.experiments.report({ id: made.experiment }) },
    'experiments.document': { call: () => client.experiments.document({ id: made.experiment, kind: 'report' }) },
    'runs.start': {
      call: async () => {
        await client.experiments.approve({ id: made.experiment })
        made.run = (await client.runs.start({ experiment: made.experiment }))[0]!.id
        await client.runs.pause({ id: made.run }).catch(() => undefined)
      },
      writes: ['card.approved'],
    },
    'runs.list': { call: () => client.runs.list({}) },
    'runs.resume': { call: async () => (await client.runs.resume({ id: made.run }), client.runs.wait({ id: made.run })) },
    'runs.wait': { call: () => client.runs.wait({ id: made.run }) },
    'runs.pause': {
      call: async () => {
        await client.runs.start({ experiment: made.experiment })
        const [run] = await client.runs.list({ active: true })
        made.run = run!.id
        await client.runs.pause({ id: made.run })
      },
    },
    'runs.cancel': { call: () => client.runs.cancel({ id: made.run }) },
    'comparisons.draw': {
      call: async () => {
        const duel = await client.experiments.create({ ...card, title: 'Duel', engines: ['moteur-lin', 'moteur-sel'] })
        await client.experiments.approve({ id: duel.id })
        await importOutputs(desk, drafts([item], ['moteur-lin', 'moteur-sel']), duel.id)
        made.duel = duel.id
        made.pair = (await client.comparisons.draw({ experiment: duel.id })).pairs[0]!.id
      },
      writes: ['card.approved', 'comparison.drawn'],
    },
    'comparisons.show': { call: () => client.comparisons.show({ experiment: made.duel }) },
    'comparisons.pair': { call: () => client.comparisons.pair({ id: made.pair }) },
    'comparisons.vote': { call: () => client.comparisons.vote({ id: made.pair, choice: 'a' }), writes: ['comparison.voted'] },
    'comparisons.withdraw': { call: () => client.comparisons.withdraw({ id: made.pair }), writes: ['comparison.withdrawn'] },
    'comparisons.end': { call: () => client.comparisons.end({ experiment: made.duel }), writes: ['comparison.ended'] },
    'comparisons.totals': { call: () => client.comparisons.totals({ experiment: made.duel }) },
    'rubrics.save': {
      call: async () => {
        const waiting = (await client.suggestions.ofItem({ item })).find((one) => one.experiment === made.duel)
        await client.reviews.accept({ id: waiting!.id, checks })
        await client.rubrics.save({ experiment: made.duel, item, scores: noIssue })
      },
      writes: ['suggestion.accepted', 'rubric.scored'],
    },
    'rubrics.items': { call: () => client.rubrics.items({ experiment: made.duel }) },
    'rubrics.totals': { call: () => client.rubrics.totals({ experiment: made.duel }) },
    'rubrics.withdraw': { call: () => client.rubrics.withdraw({ experiment: made.duel, item }), writes: ['rubric.withdrawn'] },
    'experiments.conclude': {
      call: () => client.experiments.conclude({ id: made.experiment, verdict: 'stop', reason: 'trop peu' }),
      writes: ['experiment.concluded'],
    },
    'undo.conclusion': { call: () => client.undo.conclusion({ id: made.experiment }), writes: ['experiment.reopened'] },
    'undo.correction': {
      call: async () => {
        const former = await client.articles.show({ id: 'n2' })
        const corrected = await client.articles.save({ ...former, title: 'Titre corrigé' })
        await client.undo.correction({ id: 'n2', corrected, former })
      },
      // two outputs of another tool
      writes: ['suggestion.stale', 'suggestion.stale', 'suggestion.renewed', 'suggestion.renewed'],
    },
    'suggestions.suggest': { call: () => client.suggestions.suggest({ task: 'key-points', item: 'n2' }) },
    // one that is refused: where an Ollama answers, it must not go out for a test
    'engines.pull': { call: () => client.engines.pull({ model: 'a:cloud' }).catch(() => undefined), files: true },
    'engines.cancelPull': { call: () => client.engines.cancelPull({ model: 'a:cloud' }).catch(() => undefined), files: true },
    'engines.pulls': { call: () => client.engines.pulls({}) },
    'engines.searchModel': { call: () => client.engines.searchModel({}) },
    'engines.setSearchModel': { call: () => client.engines.setSearchModel({ engine: null }) },
    'engines.train': { call: () => client.engines.train({ what: 'links' }).catch(() => undefined), files: true },
    'imports.stop': { call: () => client.imports.stop({ ticket: 'none' }), files: true },
    'imports.run': {
      call: () =>
        client.imports.run({
          source: { paths: [path('a.jsonl', [{ id: 'n2', ...harbour, title: 'Autre', body: `${harbour.body} Fin.` }])] },
        }),
      // two outputs of another tool, and whatever the engine proposed just before
      writes: ['suggestion.stale', 'suggestion.stale', 'suggestion.stale', 'suggestion.stale', 'suggestion.stale'],
    },
    'undo.pasted': {
      call: async () => {
        const { id, hash } = await client.articles.save({ ...harbour, title: 'Collé par erreur' })
        await client.undo.pasted({ id, hash })
      },
      writes: ['import.undone'],
    },
    'undo.import': {
      call: async () => {
        const source = { paths: [path('mistake.jsonl', [{ id: 'm1', ...harbour, title: 'Par erreur' }])] }
        const { ticket } = await client.imports.run({ source, ticket: 'mistake' })
        await client.undo.import({ ticket: ticket! })
      },
      writes: ['import.undone'],
    },
    'articles.save': { call: () => client.articles.save({ ...harbour, title: 'Sans suites' }) },
    'safekeeping.backup': { call: () => client.safekeeping.backup({}), writes: ['backup.made'] },
    'safekeeping.preview': { call: () => client.safekeeping.preview({ olderThanDays: 30 }) },
    'safekeeping.purgeComments': { call: () => client.safekeeping.purgeComments({ olderThanDays: 30 }), writes: ['contents.purged'] },
    'safekeeping.purgeAll': { call: () => client.safekeeping.purgeAll({ desk: desk.pen.desk }), writes: ['contents.purged'] },
  }
}

it('writes to the ledger exactly what it decides', async () => {
  const { room, folder } = await openRoom()
  const { client } = room
  const outside = new Database(join(folder, 'desk.sqlite'), { readonly: true })
  onTestFinished(() => void outside.close())
  const version = (): unknown => outside.pragma('data_version', { simple: true })
  const trials = trialsOf(room)
  expect(Object.keys(trials).toSorted(), 'a procedure is tried by no call here').toEqual(Object.keys(acts).toSorted())

  for (const [path, { call, writes = [], files }] of Object.entries(trials)) {
    const { total: before } = await client.ledger.list({ limit: 1 })
    const versionBefore = version()
    await call()
    const { total: after, entries } = await client.ledger.list({ limit: 50 })
    const live = path === 'imports.run' ? entries.slice(0, after - before).map(() => 'suggestion.stale') : [...writes]
    expect({
      path,
      wrote: entries
        .slice(0, after - before)
        .map((entry) => entry.body.act)
        .toReversed(),
    }).toEqual({ path, wrote: live })
    if (acts[path] !== 'decides' && path !== 'runs.start') expect({ path, entries: after - before }).toEqual({ path, entries: 0 })
    if (path === 'imports.run') expect(after - before, 'stale outputs of n2').toBeGreaterThanOrEqual(2)
    if (acts[path] === 'reads') expect({ path, wrote: version() !== versionBefore }).toEqual({ path, wrote: false })
    else if (!files) expect({ path, wrote: version() !== versionBefore }).toEqual({ path, wrote: true })
  }
  expect(await client.ledger.verify({})).toMatchObject({ intact: true })
})
