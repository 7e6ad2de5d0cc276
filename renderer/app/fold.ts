// Compares what is typed with a label, without accents or case. It must not know the labels.

/** `Réglages` → `reglages`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
