// A tag's id as an address (IRI), for files of the semantic web, and back.
// It must not know concepts.

const ours = 'urn:marbre:tag:'
/** An address already, of signs that may stand between `<` and `>`. */
const address = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{C}%]+$/iu

/** An id that is an address stays; any other is put under `urn:marbre:tag:`, with only what Turtle forbids escaped. */
export function iriOf(id: string): string {
  if (address.test(id) && !id.startsWith(ours)) return id
  return `${ours}${id.replace(/[\s<>"{}|\\^`\p{C}%]/gu, encodeURIComponent)}`
}

export function idOfIri(iri: string): string {
  if (!iri.startsWith(ours)) return iri
  try {
    return decodeURIComponent(iri.slice(ours.length))
  } catch {
    return iri
  }
}
