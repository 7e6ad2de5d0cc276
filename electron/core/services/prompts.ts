// The prompts of a desk: those shipped, and the house's own, which nothing uses before a referent has approved them.
// It must not know models, nor what a frame is filled with.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskError } from '../../../shared/domain/error.ts'
import { promptLangs, type Prompt, type PromptLang } from '../../../shared/domain/prompt.ts'
import { tasks, type Task } from '../../../shared/domain/suggestion.ts'
import { listRuns } from '../store/experiment-rows.ts'
import type { Readable, Writable } from '../store/database.ts'
import { changePrompt, findApproved, findPrompt, insertPrompt, listPrompts, type StoredPrompt } from '../store/prompt-rows.ts'
import { parsePrompt, promptText, type PromptInUse, type PromptSource } from '../tasks/prompted/prompt-file.ts'
import { sha256 } from './card-hash.ts'
import type { Actor, DeskContext } from './context.ts'
import { demandRole } from './people.ts'

/** The text beside the prompt, as `prompts.show` gives it. */
export type PromptWithText = Prompt & { readonly text: string }

type Shipped = { readonly hash: string; readonly text: string; readonly file: PromptInUse }

/** The prompts that come with Marbre, from `resources/prompts/TASK.LANG.md`; read once. For evaluations, which open no desk. */
export function shippedPrompts(resources: string): PromptSource {
  const read = new Map<string, Promise<Shipped>>()
  return {
    current: async (task, lang) => {
      const key = `${task}.${lang}`
      const known = read.get(key) ?? readShipped(resources, task, lang)
      read.set(key, known)
      return (await known).file
    },
  }
}

async function readShipped(resources: string, task: Task, lang: PromptLang): Promise<Shipped> {
  const text = promptText(await readFile(join(resources, 'prompts', `${task}.${lang}.md`), 'utf8'))
  const file = parsePrompt(text)
  if (file.task !== task || file.lang !== lang) throw new DeskError('internal', `prompt ${task}.${lang}`, 'is another one’s text')
  const hash = sha256(text)
  return { hash, text, file: { ...file, hash } }
}

/** What a desk's runs and tries use: the house's approved prompt, else the shipped one. */
export function deskPrompts(desk: Pick<DeskContext, 'store' | 'resources'>): PromptSource {
  const shipped = shippedPrompts(desk.resources)
  return {
    current: async (task, lang) => {
      const approved = await findApproved(desk.store.read, task, lang)
      if (!approved) return shipped.current(task, lang)
      demandAsApproved(approved)
      return { ...parsePrompt(approved.text), hash: approved.hash }
    },
  }
}

/** A text changed in the database, or a state no ledger entry stands behind, is never read to a model. @throws DeskError `ledger-broken`. */
function demandAsApproved(prompt: StoredPrompt): void {
  if (!prompt.ledgered || sha256(prompt.text) !== prompt.hash)
    throw new DeskError('ledger-broken', `prompt ${prompt.hash.slice(0, 12)}`, 'is not what a referent approved', { prompt: prompt.hash })
}

export async function viewPrompts(desk: Pick<DeskContext, 'store' | 'resources'>): Promise<Prompt[]> {
  const { shipped, house } = await allPrompts(desk)
  return [...shipped, ...house].map(({ text: _text, ...prompt }) => prompt)
}

/** By its hash, or by a beginning of at least eight digits that no other has. @throws DeskError `not-found`. */
export async function showPrompt(desk: Pick<DeskContext, 'store' | 'resources'>, hash: string): Promise<PromptWithText> {
  const { shipped, house } = await allPrompts(desk)
  const found = [...shipped, ...house].filter((prompt) => prompt.hash === hash || (hash.length >= 8 && prompt.hash.startsWith(hash)))
  if (found.length !== 1 || !found[0]) throw new DeskError('not-found', `prompt ${hash.slice(0, 64)}`, 'is not on this desk')
  return found[0]
}

async function allPrompts(desk: Pick<DeskContext, 'store' | 'resources'>): Promise<{ shipped: PromptWithText[]; house: PromptWithText[] }> {
  const stored = await listPrompts(desk.store.read)
  const shipped: PromptWithText[] = []
  for (const task of tasks) {
    for (const lang of promptLangs) {
      const { hash, text, file } = await readShipped(desk.resources, task, lang)
      const replaced = stored.some((prompt) => prompt.task === task && prompt.lang === lang && prompt.state === 'approved')
      shipped.push({ hash, task, lang, version: file.version, state: 'shipped', inUse: !replaced, added: null, approval: null, text })
    }
  }
  return { shipped, house: stored.map(housePrompt) }
}

function housePrompt({ hash, task, lang, version, state, added, approval, text }: StoredPrompt): PromptWithText {
  const given = approval && { ...approval, ownPrompt: approval.by === added.by }
  return { hash, task, lang, version, state, inUse: state === 'approved', added, approval: given, text }
}

/** Keeps a prompt file's text, unused. The ledger's subject is the text's own hash: no entry needs to hold the text. A text the desk has already changes nothing. @throws DeskError `bad-input`. */
export async function addPrompt(desk: DeskContext, actor: Actor, raw: string): Promise<Prompt> {
  const file = parsePrompt(raw)
  const text = promptText(raw)
  const hash = sha256(text)
  const { task, lang, version } = file
  const known = (await viewPrompts(desk)).find((prompt) => prompt.hash === hash)
  if (known) return known
  await desk.pen.write(async (db) => {
    if (await findPrompt(db, hash)) return
    await insertPrompt(db, { hash, task, lang, version, text, added: { by: actor.person.id, at: desk.clock().toISOString() } })
    await desk.pen.append(db, { act: 'prompt.added', subject: hash, actor, facts: { task, lang, version } })
  })
  desk.emit({ type: 'settings.changed' })
  return viewPrompt(desk, hash)
}

/** Locks a house prompt and puts it in use; the one it replaces is retired. @throws DeskError `role-required`, `bad-transition`. */
export async function approvePrompt(desk: DeskContext, actor: Actor, given: string): Promise<Prompt> {
  demandRole(actor, 'referent')
  const { hash, task, lang, state, added, version } = await showPrompt(desk, given)
  if (state === 'approved') return viewPrompt(desk, hash)
  if (state === 'shipped') throw new DeskError('bad-transition', `prompt ${hash.slice(0, 12)}`, 'is shipped: retire the one in its place')
  const ownPrompt = added?.by === actor.person.id
  if (ownPrompt && !desk.policy.allowSelfApproval)
    throw new DeskError('role-required', `prompt ${hash.slice(0, 12)}`, 'the policy forbids approving one’s own prompt', {
      role: 'referent',
    })
  const shipped = await readShipped(desk.resources, task, lang)
  await desk.pen.write(async (db) => {
    const replaced = await findApproved(db, task, lang)
    // Approved twice at the same moment: one entry says so.
    if (replaced?.hash === hash) return
    await demandNoRun(db, task, lang, replaced?.hash ?? shipped.hash)
    if (replaced) await retire(desk, db, actor, replaced, hash)
    const facts = { task, lang, version, ownPrompt, replaces: replaced?.hash ?? shipped.hash }
    const entry = await desk.pen.append(db, { act: 'prompt.approved', subject: hash, actor, facts })
    const approval = { by: actor.person.id, at: desk.clock().toISOString(), entry: entry.body.id }
    await changePrompt(db, hash, { state: 'approved', approval })
  })
  desk.emit({ type: 'settings.changed' })
  return viewPrompt(desk, hash)
}

/** Takes a house prompt out; the shipped one is in use again. @throws DeskError `role-required`, `bad-transition`. */
export async function retirePrompt(desk: DeskContext, actor: Actor, given: string): Promise<Prompt> {
  demandRole(actor, 'referent')
  const { hash, state } = await showPrompt(desk, given)
  if (state === 'retired') return viewPrompt(desk, hash)
  if (state === 'shipped') throw new DeskError('bad-transition', `prompt ${hash.slice(0, 12)}`, 'is shipped and cannot be retired')
  await desk.pen.write(async (db) => {
    const stored = await findPrompt(db, hash)
    if (!stored || stored.state === 'retired') return
    if (stored.state === 'approved') await demandNoRun(db, stored.task, stored.lang, hash)
    await retire(desk, db, actor, stored, null)
  })
  desk.emit({ type: 'settings.changed' })
  return viewPrompt(desk, hash)
}

async function retire(desk: DeskContext, db: Writable, actor: Actor, prompt: StoredPrompt, replacedBy: string | null): Promise<void> {
  const { hash, task, lang, version } = prompt
  await desk.pen.append(db, { act: 'prompt.retired', subject: hash, actor, facts: { task, lang, version, replacedBy } })
  await changePrompt(db, hash, { state: 'retired' })
}

/** All items of a run are read under one prompt: its manifest says which. @throws DeskError `bad-transition`. */
async function demandNoRun(db: Readable, task: Task, lang: PromptLang, inUse: string): Promise<void> {
  const active = await listRuns(db, { states: ['queued', 'running', 'paused'] })
  const runs = active.filter(({ manifest: { parameters } }) => parameters['task'] === task && parameters[`prompt.${lang}`] === inUse).length
  if (runs > 0)
    throw new DeskError('bad-transition', `prompt ${inUse.slice(0, 12)}`, 'a run is reading with it: let it end or cancel it', { runs })
}

async function viewPrompt(desk: Pick<DeskContext, 'store' | 'resources'>, hash: string): Promise<Prompt> {
  const { text: _text, ...prompt } = await showPrompt(desk, hash)
  return prompt
}
