// One error type, the same over the three ways in.
import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../electron/core/desk.ts'
import { DeskError, errorCodes } from '../../../shared/domain/error.ts'
import { makeDesk } from '../../make-desk.ts'
import { threeWays, type Way } from './three-ways.ts'

async function refusal(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ORPCError)) throw new TypeError(`expected a wire error, got ${String(error)}`)
  return error
}

/** A desk whose one procedure fails as told. */
async function failing(): Promise<{ ways: Way[]; fail: (error: unknown) => void; reported: unknown[] }> {
  const { desk } = await makeDesk()
  const reported: unknown[] = []
  let next: unknown = null
  const broken: Desk = {
    ...desk,
    network: () => {
      throw next
    },
    reportUnexpected: (error) => void reported.push(error),
  }
  return { ways: await threeWays(broken), fail: (error) => (next = error), reported }
}

describe('errors over the wire', () => {
  it('arrive with the same code, what, why and details whichever way one calls', async () => {
    const { ways, fail, reported } = await failing()
    for (const code of errorCodes) {
      const details = { id: 'n° 1', count: 3, own: true, nothing: null }
      fail(new DeskError(code, `thing ${code}`, 'is as it is', details))
      for (const { name, client } of ways) {
        const error = await refusal(client.desk.network({}))
        expect({ way: name, code: error.code, defined: error.defined, data: error.data }).toEqual({
          way: name,
          code,
          defined: true,
          data: { what: `thing ${code}`, why: 'is as it is', details },
        })
      }
    }
    expect(reported).toEqual([])
  })

  it('hide what was not expected, and report it once a call', async () => {
    const { ways, fail, reported } = await failing()
    const secret = 'ligne 3 : « le témoin s’appelle Ifig »'
    const nested = Object.assign(new Error(secret, { cause: new Error(secret) }), { data: secret, status: 418, code: 'EACCES' })
    for (const thrown of [
      nested,
      new TypeError(secret),
      secret,
      { message: secret },
      new ORPCError('TEAPOT', { message: secret, data: secret }),
    ]) {
      fail(thrown)
      for (const { name, client } of ways) {
        const error = await refusal(client.desk.network({}))
        const wire = JSON.stringify(error)
        expect({ way: name, code: error.code, defined: error.defined }).toEqual({ way: name, code: 'internal', defined: true })
        expect(`${wire}${error.message}`, name).not.toMatch(/témoin|Ifig|TEAPOT|EACCES/)
        expect(wire).not.toMatch(/\.ts:\d/)
      }
    }
    expect(reported).toHaveLength(5 * ways.length)
  })

  it('name the field that was not of its form, never its value', async () => {
    const { desk } = await makeDesk()
    const canary = 'CANARI-7f3'
    for (const { name, client } of await threeWays(desk)) {
      const cases: [string, Promise<unknown>][] = [
        ['limit', client.articles.list({ limit: canary as never })],
        ['rights', client.articles.save({ title: canary, body: canary, date: null, section: null, rights: canary as never, aiUse: true })],
        ['doNotLink.reason', client.articles.barLinks({ id: 'a', doNotLink: { reason: canary as never } })],
        ['checks.0', client.reviews.accept({ id: canary, checks: [canary as never] })],
        [
          'corpus',
          client.experiments.create({
            title: canary,
            hypothesis: 'h',
            task: 'tags',
            owner: 'me',
            referent: 'me',
            corpus: canary as never,
            criterion: 'c',
            stopRule: 's',
          }),
        ],
        ['id', client.reviews.accept({} as never)],
        ['', client.reviews.accept(canary as never)],
      ]
      for (const [field, call] of cases) {
        const error = await refusal(call)
        expect({ way: name, code: error.code, field: (error.data as { details?: { field?: string } }).details?.field }).toEqual({
          way: name,
          code: 'bad-input',
          field,
        })
        expect(`${JSON.stringify(error)}${error.message}`, `${name} ${field}`).not.toContain(canary)
      }
    }
  })

  it('say not-found for what the contract does not have', async () => {
    const { desk } = await makeDesk()
    const [, ...wires] = await threeWays(desk)
    for (const { name, client } of wires) {
      const anything = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
      const error = await refusal(anything['articles']!['destroyEverything']!({}))
      expect({ way: name, code: error.code }).toEqual({ way: name, code: 'not-found' })
    }
  })

  it('hide an answer that is not of its form', async () => {
    const { desk } = await makeDesk()
    const wrong = { shell: 'host', since: 'SECRET', out: 'SECRET', blocked: 0, last: null } as unknown as ReturnType<Desk['network']>
    const reported: unknown[] = []
    for (const { client } of await threeWays({ ...desk, network: () => wrong, reportUnexpected: (error) => void reported.push(error) })) {
      const error = await refusal(client.desk.network({}))
      expect([error.code, error.defined]).toEqual(['internal', true])
      expect(`${JSON.stringify(error)}${error.message}`).not.toContain('SECRET')
    }
    expect(reported).toHaveLength(3)
  })

  it('end a stream of events in the same form', async () => {
    const { desk } = await makeDesk()
    const reported: unknown[] = []
    const broken: Desk = {
      ...desk,
      reportUnexpected: (error) => void reported.push(error),
      watch: async function* () {
        yield { type: 'settings.changed' }
        throw new Error('SECRET')
      },
    }
    for (const { name, client } of await threeWays(broken)) {
      const stream = await client.events.watch({})
      expect((await stream.next()).value).toEqual({ type: 'settings.changed' })
      const error = await refusal(stream.next())
      expect({ way: name, code: error.code }).toEqual({ way: name, code: 'internal' })
      expect(`${JSON.stringify(error)}${error.message}`).not.toContain('SECRET')
    }
    expect(reported).toHaveLength(3)
  })

  it('carry a real refusal of a real service with its parameters', async () => {
    const { desk } = await makeDesk()
    for (const { client } of await threeWays(desk)) {
      const error = await refusal(client.articles.show({ id: 'absent' }))
      expect([error.code, error.data]).toEqual([
        'not-found',
        { what: 'article absent', why: 'is not on this desk', details: { id: 'absent' } },
      ])
    }
  })
})
