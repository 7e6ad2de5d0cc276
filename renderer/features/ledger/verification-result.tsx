// What verifying the chain found, in words. It must not know how it is verified.
import type { Verification } from '../../../shared/domain/ledger.ts'
import { classes } from '../../ui/classes.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './ledger.module.css'

/** `Intact`, or the first entry that is not. */
export function VerificationResult({ result }: { result: Verification }) {
  const { t, number } = useWords()
  const unverified = result.intact && result.signer === 'unverified'
  return (
    <div className={classes(styles['result'], !result.intact && styles['broken'], unverified && styles['doubtful'])} role="status">
      {result.broken ? (
        <>
          <strong>{t(`ledger.verify.broken.${result.broken.why}`, { seq: number(result.broken.seq) })}</strong>
          <p>{t('ledger.verify.brokenNext')}</p>
        </>
      ) : (
        <strong>{unverified ? t('ledger.verify.unverified') : t('ledger.verify.intact', { count: result.entries })}</strong>
      )}
      {result.erased > 0 ? <p>{t('ledger.verify.erased', { count: result.erased })}</p> : null}
      <details className={styles['details']}>
        <summary>{t('ledger.details')}</summary>
        <dl className={styles['facts']}>
          <dt>{t('ledger.verify.head')}</dt>
          <dd>{result.head}</dd>
          <dt>{t('ledger.verify.fingerprints')}</dt>
          <dd>{result.fingerprints.join(' ')}</dd>
        </dl>
      </details>
    </div>
  )
}
