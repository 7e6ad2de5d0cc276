// One short text against another: what is gone struck out, what is new coloured. It must not know which is right.
import { Fragment } from 'react'
import { differWords } from './word-difference.ts'
import styles from './text-difference.module.css'

/** The difference as a paragraph; `className` sets its type. */
export function TextDifference({ before, after, className }: { before: string; after: string; className?: string | undefined }) {
  return (
    <p className={className}>
      {differWords(before, after).map((piece, index) => {
        if (piece.kind === 'removed')
          return (
            <del key={index} className={styles['removed']}>
              {piece.text}
            </del>
          )
        if (piece.kind === 'added')
          return (
            <ins key={index} className={styles['added']}>
              {piece.text}
            </ins>
          )
        return <Fragment key={index}>{piece.text}</Fragment>
      })}
    </p>
  )
}
