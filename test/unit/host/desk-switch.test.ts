// Changing desks: one current at a time, the former closed after, a failure leaves the former.
import { expect, test } from 'vitest'
import { openDeskSwitch, type DeskKind } from '../../../electron/host/desk-switch.ts'

function recorder(fails: ReadonlySet<DeskKind> = new Set()) {
  const steps: string[] = []
  const open = async (kind: DeskKind) => {
    steps.push(`open ${kind}`)
    if (fails.has(kind)) throw new Error('cannot open')
    return { kind, close: async () => void steps.push(`close ${kind}`) }
  }
  return { steps, open, retire: async (former: { kind: DeskKind }) => void steps.push(`retire ${former.kind}`) }
}

test('the new desk is open before the former retires, and changes wait for each other', async () => {
  const { steps, open, retire } = recorder()
  const desks = await openDeskSwitch({ open, first: 'own', retire })
  await Promise.all([desks.switchTo('sample'), desks.switchTo('sample'), desks.switchTo('own')])
  expect(desks.current().kind).toBe('own')
  await desks.close()
  const there = ['open sample', 'retire own', 'close own']
  expect(steps).toEqual(['open own', ...there, 'open own', 'retire sample', 'close sample', 'close own'])
})

test('the change is answered before the former has retired', async () => {
  const { open } = recorder()
  let release: () => void = () => undefined
  const retired = new Promise<void>((resolve) => (release = resolve))
  const desks = await openDeskSwitch({ open, first: 'own', retire: () => retired })
  await desks.switchTo('sample')
  expect(desks.kind()).toBe('sample')
  release()
  await desks.close()
})

test('a desk that cannot open leaves the former open, and a later change still works', async () => {
  const fails = new Set<DeskKind>(['sample'])
  const { steps, open, retire } = recorder(fails)
  const desks = await openDeskSwitch({ open, first: 'own', retire })
  await expect(desks.switchTo('sample')).rejects.toThrow('cannot open')
  expect(desks.kind()).toBe('own')
  expect(steps).toEqual(['open own', 'open sample'])
  fails.clear()
  await desks.switchTo('sample')
  expect(desks.kind()).toBe('sample')
})
