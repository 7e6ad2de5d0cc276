// What IT allows on this machine, to be read. It must not offer to change it.
import type { Policy } from '../../../shared/domain/policy.ts'
import { client } from '../../client.ts'
import { useQuery } from '../../client-query.ts'
import { Section } from '../../ui/page.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords, type Words } from '../../words/use-words.ts'
import type { frSettings } from '../../words/fr-settings.ts'
import styles from './settings.module.css'

type Rule = keyof (typeof frSettings)['policyRule']

function rulesOf(policy: Policy, { t, list }: Words): readonly (readonly [Rule, string])[] {
  const may = (allowed: boolean) => t(allowed ? 'settings.allowed' : 'settings.forbidden')
  const many = (values: readonly string[]) => (values.length === 0 ? t('common.none') : list(values))
  const days = (count: number | null) => (count === null ? t('settings.noLimit') : t('settings.days', { count }))
  return [
    ['engines', many(policy.engines)],
    ['onPremiseHosts', many(policy.onPremiseHosts)],
    ['allowedModelDigests', policy.allowedModelDigests === null ? t('settings.anyModel') : many(policy.allowedModelDigests)],
    ['allowBrowserHost', may(policy.allowBrowserHost)],
    ['allowCliSignOff', may(policy.allowCliSignOff)],
    ['allowFreeTrial', may(policy.allowFreeTrial)],
    ['allowSelfApproval', may(policy.allowSelfApproval)],
    ['allowSyncedFolder', may(policy.allowSyncedFolder)],
    ['retentionComments', days(policy.retentionDays.comments)],
    ['retentionDrafts', days(policy.retentionDays.drafts)],
    ['exportFormats', many(policy.exportFormats)],
  ]
}

/** The policy in force as a table. */
export function PolicySection() {
  const words = useWords()
  const { t } = words
  const { data, error, reload } = useQuery('policy', () => client.desk.policy({}))
  if (!data)
    return <Section title={t('settings.policy')}>{error ? <ErrorState text={words.error(error)} onRetry={reload} /> : <Loading />}</Section>
  return (
    <Section title={t('settings.policy')}>
      <p className={styles['quiet']}>{data.file === null ? t('settings.policyNone') : t('settings.policyFile', { file: data.file })}</p>
      <Table
        caption={t('settings.policy')}
        rows={rulesOf(data.policy, words)}
        rowKey={([rule]) => rule}
        columns={[
          { id: 'rule', title: t('settings.rule'), cell: ([rule]) => t(`settings.policyRule.${rule}`) },
          { id: 'value', title: t('settings.value'), cell: ([, value]) => value },
        ]}
      />
    </Section>
  )
}
