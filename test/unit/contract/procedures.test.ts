// Every procedure of the contract is served, and it is known of each whether it changes or decides.
import { isContractProcedure } from '@orpc/contract'
import { isProcedure } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { router } from '../../../electron/core/router/router.ts'
import { contract } from '../../../shared/contract/contract.ts'
import { errorCodes } from '../../../shared/domain/error.ts'
import { acts, type Effect } from './procedure-effects.ts'

function pathsOf(tree: Readonly<Record<string, object>>): string[] {
  return Object.entries(tree).flatMap(([name, branch]) =>
    isContractProcedure(branch) ? [name] : pathsOf(branch as Record<string, object>).map((path) => `${name}.${path}`),
  )
}

function at(tree: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((branch, step) => (typeof branch === 'object' && branch !== null ? Reflect.get(branch, step) : undefined), tree)
}

const paths = pathsOf(contract)

describe('the contract', () => {
  it('is served whole, and nothing beside it', () => {
    expect(paths.length).toBeGreaterThan(60)
    expect(paths.filter((path) => !isProcedure(at(router, path)))).toEqual([])
    expect(pathsOf(router as never).toSorted()).toEqual(paths.toSorted())
  })

  it('declares the whole closed list of errors on every procedure', () => {
    for (const path of paths) {
      const procedure = at(contract, path)
      expect(isContractProcedure(procedure) ? Object.keys(procedure['~orpc'].errorMap) : [], path).toEqual([...errorCodes])
    }
  })

  it('says of each procedure whether it reads, changes or decides', () => {
    expect(Object.keys(acts).toSorted()).toEqual(paths.toSorted())
    const effects: readonly Effect[] = ['reads', 'changes', 'decides']
    expect(Object.values(acts).every((effect) => effects.includes(effect))).toBe(true)
  })
})
