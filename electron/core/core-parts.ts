// The rooms of the core in the order in which a host that already shows its page loads them: whole, they would keep the page
// waiting for a second. It must not know what the rooms do; the last part needs all the others, so nothing depends on this list.

/** Each loads a part, about a tenth of a second of a laptop's time. */
export const coreParts: readonly (() => Promise<unknown>)[] = [
  () => import('../../shared/contract/contract.ts'),
  () => import('./store/store.ts'),
  () => import('./tasks/builtin-engine.ts'),
  () => import('./tasks/prompted/prompted-engine.ts'),
  () => import('./services/engines.ts'),
  () => import('./services/sample.ts'),
  () => import('./desk.ts'),
  () => import('./router/router.ts'),
]
