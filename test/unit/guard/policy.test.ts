// A policy is read from IT's place, understood wholly or refused with the place of what is wrong.
// It must not know how the room does it: only what goes in and what comes out.
import { describe, expect, it } from 'vitest'
import { checkPolicyFile, defaultPolicy, loadPolicy, policyPaths } from '../../../electron/core/guard/policy.ts'

function files(byPath: Readonly<Record<string, string | Error>>) {
  return (path: string): string => {
    const held = byPath[path] ?? Object.assign(new Error('no'), { code: 'ENOENT' })
    if (held instanceof Error) throw held
    return held
  }
}
const etc = '/etc/marbre/policy.json'
const load = (byPath: Readonly<Record<string, string | Error>>, env = {}) => loadPolicy({ platform: 'linux', env, readFile: files(byPath) })
const refused = (at: string, more = {}) =>
  expect.objectContaining({ code: 'policy-invalid', details: expect.objectContaining({ file: etc, at, ...more }) })

describe('loadPolicy', () => {
  it('allows everything local and no remote host where no file says otherwise', () => {
    const { policy, file } = load({})
    expect(file).toBeNull()
    expect(policy).toEqual(defaultPolicy())
    expect(policy).toMatchObject({
      onPremiseHosts: [],
      engines: ['builtin', 'ollama', 'on-premise'],
      allowSyncedFolder: false,
      allowSelfApproval: true,
    })
  })

  it('heeds MARBRE_POLICY only where no fixed file exists', () => {
    const mine = '{"version":1,"allowFreeTrial":true}'
    const theirs = '{"version":1,"allowFreeTrial":false}'
    const env = { MARBRE_POLICY: '/home/me/p.json' }
    expect(load({ '/home/me/p.json': mine }, env).file).toBe('/home/me/p.json')
    expect(load({ '/home/me/p.json': mine, [etc]: theirs }, env)).toMatchObject({ file: etc, policy: { allowFreeTrial: false } })
    expect(() => load({ '/home/me/p.json': mine, [etc]: 'broken' }, env)).toThrow(refused(''))
    const unreadable = Object.assign(new Error('no'), { code: 'EACCES' })
    expect(() => load({ '/home/me/p.json': mine, [etc]: unreadable }, env)).toThrow(refused('', { issue: 'cannot be read' }))
    expect(() => load({}, env)).toThrow(expect.objectContaining({ code: 'policy-invalid' }))
  })

  it.each([
    ['{"version":1,"allowFreTrial":false}', 'allowFreTrial'],
    ['{"version":1,"retentionDays":{"comments":0}}', 'retentionDays.comments'],
    ['{"version":1,"retentionDays":{"coments":90}}', 'retentionDays.coments'],
    ['{"version":1,"onPremiseHosts":["llm.intra:8000","https://llm.intra"]}', 'onPremiseHosts[1]'],
    ['{"version":1,"exportFormats":["json","pdf"]}', 'exportFormats[1]'],
    ['{"version":2}', 'version'],
    ['{}', 'version'],
    ['[]', ''],
  ])('refuses %s at its place', (text, at) => {
    expect(() => load({ [etc]: text })).toThrow(refused(at))
  })

  it('names the line of broken JSON without quoting it', () => {
    const text = '{"version":1,\n"engines": secret\n}'
    expect(() => load({ [etc]: text })).toThrow(refused('', { issue: 'not JSON' }))
    const { issues } = checkPolicyFile(etc, files({ [etc]: '{"version":1,\n"engines": ["builtin"],\n}' }))
    expect(issues).toEqual([{ at: 'line 3', why: 'not JSON' }])
    expect(JSON.stringify(checkPolicyFile(etc, files({ [etc]: text })))).not.toContain('secret')
  })

  it('reads a file saved by Notepad', () => {
    expect(load({ [etc]: '\uFEFF{"version":1,"onPremiseHosts":["llm.intra:8000"]}\r\n' }).policy.onPremiseHosts).toEqual(['llm.intra:8000'])
  })

  it('looks where trust.md says; on Windows an environment variable cannot hide the usual place', () => {
    expect(policyPaths('darwin', {})).toEqual(['/Library/Application Support/Marbre/policy.json'])
    expect(policyPaths('win32', { ProgramData: 'D:\\PD' })).toEqual(['C:\\ProgramData\\Marbre\\policy.json', 'D:\\PD\\Marbre\\policy.json'])
  })
})
