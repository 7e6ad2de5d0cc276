// The difference between two short texts, word by word (longest common subsequence).
// It must not know React or where the texts come from.

export type DifferencePiece = { kind: 'same' | 'removed' | 'added'; text: string }

const words = (text: string) => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []

function lengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      if (!row) continue
      row[j] = before[i] === after[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

function join(pieces: DifferencePiece[], kind: DifferencePiece['kind'], text: string) {
  const last = pieces.at(-1)
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

/** Pieces that, read without `added`, give `before`, and without `removed`, give `after`. Made for a claim: a few hundred words at most. */
export function differWords(before: string, after: string): DifferencePiece[] {
  const a = words(before)
  const b = words(after)
  const table = lengths(a, b)
  const pieces: DifferencePiece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i]
    const right = b[j]
    if (left !== undefined && left === right) {
      join(pieces, 'same', left)
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      join(pieces, 'removed', left)
      i += 1
    } else if (right !== undefined) {
      join(pieces, 'added', right)
      j += 1
    }
  }
  return pieces
}
