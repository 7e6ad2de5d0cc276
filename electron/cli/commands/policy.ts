// marbre policy check: whether a policy file is understood, before IT rolls it out.
// It must not open a desk.
import { readFileSync } from 'node:fs'
import { DeskError } from '../../../shared/domain/error.ts'
import type { DoctorLine } from '../../../shared/domain/network.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import { checkPolicyFile } from '../../core/guard/policy.ts'
import type { Register, Result } from '../cli.ts'
import { linesText, worstLevel } from '../doctor-text.ts'
import { typedPath } from '../places.ts'

export const registerPolicy: Register = (parent, act) => {
  parent
    .command('policy')
    .description('what IT allows on this machine')
    .command('check')
    .description('check a policy file: exit code 1 when Marbre would refuse to start with it')
    .argument('<file>')
    .action((file: string) => act(() => Promise.resolve(checkPolicy(file))))
}

function checkPolicy(file: string): Result {
  const { policy, issues } = checkPolicyFile(typedPath(file), (path) => readFileSync(path, 'utf8'))
  const lines = policy
    ? policyLines(policy)
    : issues.map(({ at, why }): DoctorLine => ({ check: 'policy', level: 'red', details: { at, why } }))
  const result = { json: { level: worstLevel(lines), lines, policy }, text: linesText(lines) }
  const first = issues[0]
  if (policy || !first) return result
  return { ...result, failure: new DeskError('policy-invalid', 'policy', `${first.at === '' ? '' : `at ${first.at}: `}${first.why}`) }
}

/** Green for what keeps everything on the laptop, orange for what a policy opens on purpose. */
function policyLines(policy: Policy): DoctorLine[] {
  const line = (check: string, opens: boolean, details: DoctorLine['details']): DoctorLine => ({
    check,
    level: opens ? 'orange' : 'green',
    details,
  })
  const onPremise = policy.engines.includes('on-premise')
  return [
    line('policy', false, { version: policy.version }),
    line('on-premise-hosts', policy.onPremiseHosts.length > 0, { hosts: policy.onPremiseHosts.length, engine: onPremise }),
    line('synced-folder', policy.allowSyncedFolder, { allowed: policy.allowSyncedFolder }),
    line('browser-host', false, { allowed: policy.allowBrowserHost }),
    line('cli-sign-off', false, { allowed: policy.allowCliSignOff }),
    line('free-trial', false, { allowed: policy.allowFreeTrial }),
    line('self-approval', false, { allowed: policy.allowSelfApproval }),
    line('export-formats', false, { formats: policy.exportFormats.length }),
  ]
}
