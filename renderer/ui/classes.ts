// Joins class names. It must not know any component.

/** Joins the class names that are set. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
