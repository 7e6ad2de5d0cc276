import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayLeave, nextState, reviewActs } from '../../../electron/core/services/review-states.ts'
import { demandChecks, requiredChecks } from '../../../electron/core/services/review-checks.ts'
import { suggestionStates, type Flag, type SuggestionState } from '../../../shared/domain/suggestion.ts'

function tryState(
  act: (typeof reviewActs)[number],
  from: SuggestionState,
  exported = false,
  previous: SuggestionState | null = null,
): string {
  try {
    return nextState(act, from, { exported, previous })
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('the states of a suggestion', () => {
  test('the whole table', () => {
    const table = Object.fromEntries(
      reviewActs.map((act) => [act, Object.fromEntries(suggestionStates.map((from) => [from, tryState(act, from)]))]),
    )
    const no = 'bad-transition'
    expect(table).toEqual({
      accept: { proposed: 'accepted', unsure: 'accepted', stale: 'stale', accepted: no, edited: no, rejected: no, withdrawn: no },
      edit: { proposed: 'edited', unsure: 'edited', stale: 'edited', accepted: no, edited: no, rejected: no, withdrawn: no },
      reject: { proposed: 'rejected', unsure: 'rejected', stale: 'rejected', accepted: no, edited: no, rejected: no, withdrawn: no },
      unsure: { proposed: 'unsure', unsure: no, stale: 'unsure', accepted: no, edited: no, rejected: no, withdrawn: no },
      undo: { proposed: no, unsure: 'proposed', stale: no, accepted: 'proposed', edited: 'proposed', rejected: 'proposed', withdrawn: no },
      withdraw: { proposed: no, unsure: no, stale: no, accepted: 'withdrawn', edited: 'withdrawn', rejected: no, withdrawn: no },
      expire: { proposed: 'stale', unsure: 'stale', stale: no, accepted: 'stale', edited: 'stale', rejected: no, withdrawn: no },
    })
  })

  test('what was exported is withdrawn, never undone; undo goes back to where it came from', () => {
    expect(tryState('undo', 'accepted', true)).toBe('bad-transition')
    expect(tryState('withdraw', 'accepted', true)).toBe('withdrawn')
    expect(tryState('undo', 'rejected', false, 'unsure')).toBe('unsure')
  })

  test('only a decision to validate makes an output that may leave', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...reviewActs), { maxLength: 12 }), (acts) => {
        let state: SuggestionState = 'proposed'
        let last = ''
        for (const act of acts) {
          const next = tryState(act, state, false, null)
          if (next === 'bad-transition' || (act === 'accept' && state === 'stale')) continue
          state = next as SuggestionState
          last = act
        }
        expect(mayLeave(state)).toBe(last === 'accept' || last === 'edit')
      }),
    )
  })
})

describe('what a decision on text must carry', () => {
  const flag = (code: Flag['code']): Flag => ({ code, start: 0, end: 1 })
  const attempt = (flags: Flag[], checks: ('accuracy' | 'plausibility' | 'sources' | 'stands-alone')[], override?: string) => {
    try {
      demandChecks('key-points', flags, { checks, override })
      return 'ok'
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  test('three checks for a paraphrase, one for a verbatim sentence, none for tags', () => {
    expect(requiredChecks('key-points', [])).toEqual(['accuracy', 'plausibility', 'sources'])
    expect(requiredChecks('key-points', [flag('verbatim')])).toEqual(['stands-alone'])
    expect(requiredChecks('tags', [])).toEqual([])
    expect(attempt([], ['accuracy', 'plausibility'])).toBe('checks-missing')
    expect(attempt([], ['accuracy', 'plausibility', 'sources'])).toBe('ok')
    expect(attempt([flag('verbatim')], ['accuracy', 'plausibility', 'sources'])).toBe('checks-missing')
    expect(attempt([flag('verbatim')], ['stands-alone'])).toBe('ok')
  })

  test('a finding of the fact-lock asks for fifteen characters of reason', () => {
    const all = ['accuracy', 'plausibility', 'sources'] as const
    expect(attempt([flag('number-absent')], [...all])).toBe('ungrounded')
    expect(attempt([flag('number-absent')], [...all], 'trop court 1234')).toBe('ok')
    expect(attempt([flag('number-absent')], [...all], 'trop court    ')).toBe('ungrounded')
    expect(attempt([flag('out-of-context')], [...all])).toBe('ok')
  })
})
