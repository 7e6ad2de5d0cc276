// The short name of a licence, from its text.
// It must not judge it.

/** Order matters: a Llama licence speaks of MIT nowhere, but an Apache text is quoted in others. */
const known: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Llama', /llama\s+[\d.]*\s*(?:version\s+release|community license)/i],
  ['Gemma', /gemma\s+(?:terms of use|is provided under)/i],
  ['Mistral Research', /mistral (?:ai )?research license/i],
  ['Mistral Non-Production', /mistral (?:ai )?non-production license/i],
  ['Qwen Research', /qwen research license/i],
  ['Qwen', /(?:tongyi )?qwen license/i],
  ['DeepSeek', /deepseek (?:model )?license/i],
  ['Falcon', /falcon (?:llm|\d+).{0,40}licen[sc]e/i],
  ['CC-BY-NC-4.0', /(?:attribution-noncommercial 4\.0|cc[- ]by[- ]nc[- ]4\.0)/i],
  ['CC-BY-4.0', /(?:creative commons attribution 4\.0|cc[- ]by[- ]4\.0)/i],
  ['Apache-2.0', /apache license\s*,?\s*version 2\.0|apache[- ]2\.0/i],
  ['MIT', /\bmit license\b|permission is hereby granted, free of charge/i],
  ['BSD-3-Clause', /redistribution and use in source and binary forms[\s\S]*neither the name/i],
  ['BSD-2-Clause', /redistribution and use in source and binary forms/i],
  ['GPL-3.0', /gnu general public license\s+version 3/i],
]

/** `Apache-2.0`, `MIT`, `Gemma`…; null for a text nobody here knows, or none. */
export function licenseName(text: string): string | null {
  const start = text.slice(0, 6000)
  return known.find(([, pattern]) => pattern.test(start))?.[0] ?? null
}
