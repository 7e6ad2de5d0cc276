// What changes from one short text to another, word by word. It must not know which is right.
import { Fragment } from 'react'
import styles from './referent.module.css'

type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? []

/** Longest common subsequence over words; made for claims of a few hundred words. */
export function piecesBetween(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => table[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i]
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pieces: Piece[] = []
  const push = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      push('same', left)
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      push('removed', left)
      i += 1
    } else if (right !== undefined) {
      push('added', right)
      j += 1
    }
  }
  return pieces
}

/** One text against the other. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  return (
    <p className={styles['kept']}>
      {piecesBetween(before, after).map((piece, index) =>
        piece.kind === 'same' ? (
          <Fragment key={index}>{piece.text}</Fragment>
        ) : piece.kind === 'removed' ? (
          <del key={index} className={styles['removed']}>
            {piece.text}
          </del>
        ) : (
          <ins key={index} className={styles['added']}>
            {piece.text}
          </ins>
        ),
      )}
    </p>
  )
}
