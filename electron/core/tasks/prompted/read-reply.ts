// Takes the JSON out of a model's reply, or nothing.
// It must not know what the JSON should hold; it never repeats what it read.

/** Longer than the longest honest reply of any task; nothing larger is parsed. */
const longestReply = 32_768
/** Servers that ignore `format` often wrap the whole reply in one code fence: that wrapping is known and taken off, nothing else is. */
const FENCED = /^```(?:json)?[ \t]*\n([\s\S]*?)\n?```$/u

/** One JSON value and nothing beside it; `undefined` for everything else. */
export function readReply(text: string): unknown {
  if (text.length > longestReply) return undefined
  const trimmed = text.trim()
  try {
    return JSON.parse(FENCED.exec(trimmed)?.[1] ?? trimmed)
  } catch {
    return undefined
  }
}
