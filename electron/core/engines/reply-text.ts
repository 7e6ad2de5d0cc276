// The reply itself, out of what a model wrote.
// It must not know what was asked.

/** Some templates think aloud before the reply, whatever they were told; what was thought is no reply. */
export function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i, '').trim()
}
