// What the review desk holds between the core's answers: ticked checks, half-written texts, decisions on their way, what can be undone.
// It must not know components, nor decide anything by itself.
import { create } from 'zustand'
import type { Check, LinkValue, Suggestion, SuggestionState, SuggestionValue } from '../../../shared/domain/suggestion.ts'
import { keepDraft, readDraft } from '../../ui/drafts.ts'

export type LinkType = LinkValue['type']

/** A decision shown before the core's next answer carries it. */
export type Ahead = { state: SuggestionState; value?: SuggestionValue; settled: boolean }

/** What `Z` takes back: suggestions of one item, or a comment. */
export type Undoable = { kind: 'suggestions'; item: string; ids: readonly string[] } | { kind: 'comment'; item: string }

type DeskState = {
  ticks: Readonly<Record<string, readonly Check[]>>
  drafts: Readonly<Record<string, string | null>>
  kept: Readonly<Record<string, boolean>>
  linkTypes: Readonly<Record<string, LinkType>>
  ahead: Readonly<Record<string, Ahead>>
  history: readonly Undoable[]
}

const useDesk = create<DeskState>()(() => ({ ticks: {}, drafts: {}, kept: {}, linkTypes: {}, ahead: {}, history: [] }))
const noChecks: readonly Check[] = []

function without<T>(record: Readonly<Record<string, T>>, ids: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)))
}

/** The checks ticked for a claim; nothing is ever ticked by the page. */
export function useTicks(id: string): readonly Check[] {
  return useDesk((state) => state.ticks[id] ?? noChecks)
}

export function toggleTick(id: string, check: Check): void {
  useDesk.setState((state) => {
    const ticked = state.ticks[id] ?? noChecks
    const next = ticked.includes(check) ? ticked.filter((one) => one !== check) : [...ticked, check]
    return { ticks: { ...state.ticks, [id]: next } }
  })
}

/** The person's own text for a claim, or null while the machine's stands. Kept over a reload. */
export function useDraft(id: string): string | null {
  return useDesk((state) => (state.drafts[id] === undefined ? readDraft('edit', id) : state.drafts[id]))
}

/** Keeps the person's text. Another text asks for its checks anew. */
export function setDraft(id: string, text: string | null): void {
  keepDraft('edit', id, text)
  useDesk.setState((state) => ({ drafts: { ...state.drafts, [id]: text }, ticks: { ...state.ticks, [id]: noChecks } }))
}

/** Which tags or links of the desk are kept so far. */
export function useKept(): Readonly<Record<string, boolean>> {
  return useDesk((state) => state.kept)
}

export function toggleKept(id: string): void {
  useDesk.setState((state) => ({ kept: { ...state.kept, [id]: !state.kept[id] } }))
}

/** The types a person chose for links, over the machine's own. */
export function useLinkTypes(): Readonly<Record<string, LinkType>> {
  return useDesk((state) => state.linkTypes)
}

/** The type chosen for a link, outside a component. */
export function chosenLinkType(id: string): LinkType | undefined {
  return useDesk.getState().linkTypes[id]
}

/** A type chosen is a link kept. */
export function chooseLinkType(id: string, type: LinkType): void {
  useDesk.setState((state) => ({ linkTypes: { ...state.linkTypes, [id]: type }, kept: { ...state.kept, [id]: true } }))
}

/** The suggestions as they will read once the decisions on their way are written. */
export function useAhead(suggestions: readonly Suggestion[]): Suggestion[] {
  const ahead = useDesk((state) => state.ahead)
  return suggestions.map((one) => {
    const coming = ahead[one.id]
    return coming ? { ...one, state: coming.state, value: coming.value ?? one.value } : one
  })
}

/** Shows a decision at once. */
export function showAhead(ids: readonly string[], state: SuggestionState, value?: SuggestionValue): void {
  const coming: Ahead = value === undefined ? { state, settled: false } : { state, value, settled: false }
  useDesk.setState((desk) => ({ ahead: { ...desk.ahead, ...Object.fromEntries(ids.map((id) => [id, coming])) } }))
}

/** The core wrote these decisions: the next answer replaces what was shown ahead. */
export function settle(ids: readonly string[]): void {
  useDesk.setState((desk) => {
    const ahead = { ...desk.ahead }
    for (const id of ids) {
      const coming = ahead[id]
      if (coming) ahead[id] = { ...coming, settled: true }
    }
    return { ahead, ticks: without(desk.ticks, ids), kept: without(desk.kept, ids), linkTypes: without(desk.linkTypes, ids) }
  })
}

/** The core refused: what was shown ahead is taken back, ticks and texts stay. */
export function takeBack(ids: readonly string[]): void {
  useDesk.setState((desk) => ({ ahead: without(desk.ahead, ids) }))
}

/** A fresh answer arrived: settled decisions are read from it from now on. */
export function forgetSettled(suggestions: readonly Suggestion[]): void {
  const { ahead } = useDesk.getState()
  const ids = suggestions.map((one) => one.id).filter((id) => ahead[id]?.settled)
  if (ids.length > 0) takeBack(ids)
}

export function remember(done: Undoable): void {
  useDesk.setState((desk) => ({ history: [...desk.history.slice(-49), done] }))
}

/** Takes the last decision of this session out of the history, or null. */
export function takeLast(kind: Undoable['kind']): Undoable | null {
  const { history } = useDesk.getState()
  const at = history.findLastIndex((one) => one.kind === kind)
  const last = history[at]
  if (!last) return null
  useDesk.setState({ history: history.filter((_, index) => index !== at) })
  return last
}
