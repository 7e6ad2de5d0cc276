// An article set for reading, with the passages that support what is proposed lit.
// It must not know what is proposed: it gets places in the body and gives back which one is looked at.
import { useEffect, useMemo, useRef } from 'react'
import { classes } from './classes.ts'
import { cutParagraphs, type Piece } from './cut-paragraphs.ts'
import { headingMarks, paragraphKinds } from './paragraph-kind.ts'
import styles from './article-text.module.css'

/** A lit passage: UTF-16 offsets in the body. Several passages may share one `id` (one suggestion, two proofs). */
export interface Lit {
  readonly id: string
  readonly start: number
  readonly end: number
  /** Printed after the passage, as a note call (`1`). */
  readonly mark?: string | undefined
  /** What a screen reader says of the note call (`Preuve du point 1`). */
  readonly label?: string | undefined
  readonly tone?: 'evidence' | 'problem' | 'anchor'
}

export interface ArticleTextProps {
  readonly title?: string | undefined
  /** Above the title: section, place. */
  readonly kicker?: string | undefined
  /** Under the title: authors, date. */
  readonly byline?: string | undefined
  readonly deck?: string | undefined
  readonly body: string
  readonly lang?: string | null | undefined
  readonly lit?: readonly Lit[]
  /** The suggestion looked at: its passages are lit stronger and brought into sight. */
  readonly active?: string | null
  /** The person points at, leaves (null), or focuses a passage. */
  readonly onLook?: ((id: string | null) => void) | undefined
  /** The person picks a passage. */
  readonly onPick?: ((id: string) => void) | undefined
  /** Level of the title's heading. */
  readonly level?: 1 | 2
}

const none: readonly Lit[] = []

/** A body this long is drawn as it comes into sight. */
const longBody = 30_000
/** A title this long is set smaller. */
const longTitle = 90

/** The article, paragraphs and lit passages. */
export function ArticleText({
  title,
  kicker,
  byline,
  deck,
  body,
  lang,
  lit = none,
  active = null,
  onLook,
  onPick,
  level = 1,
}: ArticleTextProps) {
  const frame = useRef<HTMLElement>(null)
  const paragraphs = useMemo(() => cutParagraphs(body, lit), [body, lit])
  const kinds = useMemo(() => paragraphKinds(paragraphs.map((pieces) => pieces.map((piece) => piece.text).join(''))), [paragraphs])
  const Heading = level === 1 ? 'h1' : 'h2'
  const Between = level === 1 ? 'h2' : 'h3'
  useEffect(() => {
    if (active === null) return
    const places = [...(frame.current?.querySelectorAll<HTMLElement>('mark') ?? [])]
    const place = places.find((mark) => mark.dataset['ids']?.split(' ').includes(active))
    place?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <article
      ref={frame}
      className={classes(styles['article'], body.length > longBody && styles['long'])}
      lang={lang ?? undefined}
      translate="no"
      spellCheck={false}
    >
      {kicker ? <p className={styles['kicker']}>{kicker}</p> : null}
      {title ? <Heading className={classes(styles['title'], title.length > longTitle && styles['longTitle'])}>{title}</Heading> : null}
      {byline ? <p className={styles['byline']}>{byline}</p> : null}
      {deck ? <p className={styles['deck']}>{deck}</p> : null}
      {paragraphs.map((pieces, index) => {
        const kind = kinds[index] ?? 'text'
        const Block = kind === 'heading' ? Between : 'p'
        return (
          <Block key={index} className={classes(styles['paragraph'], styles[kind])}>
            {(kind === 'heading' ? withoutMarks(pieces) : pieces).map((piece) => (
              <PieceText key={piece.start} piece={piece} active={active} onLook={onLook} onPick={onPick} />
            ))}
          </Block>
        )
      })}
    </article>
  )
}

/** A heading's words without `##`; places stay those of the body. */
function withoutMarks(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => (index === 0 ? { ...piece, text: piece.text.slice(headingMarks(piece.text)) } : piece))
}

/** What is seen must begin what is heard: `1. Preuve : …`. */
function sayCall({ mark = '', label }: Lit): string {
  if (label === undefined) return mark
  return label.split(/\s+/).includes(mark) ? label : `${mark}. ${label}`
}

interface PieceTextProps {
  readonly piece: Piece
  readonly active: string | null
  readonly onLook: ArticleTextProps['onLook']
  readonly onPick: ArticleTextProps['onPick']
}

function PieceText({ piece, active, onLook, onPick }: PieceTextProps) {
  const first = piece.lit[0]
  if (!first) return piece.text
  const looked = active !== null && piece.lit.some((lit) => lit.id === active)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the note call after the passage does the same from the keyboard */}
      <mark
        data-ids={piece.lit.map((lit) => lit.id).join(' ')}
        className={classes(styles['lit'], styles[first.tone ?? 'evidence'], looked && styles['looked'])}
        onPointerEnter={() => onLook?.(first.id)}
        onPointerLeave={() => onLook?.(null)}
        onClick={() => onPick?.(first.id)}
      >
        {piece.text}
      </mark>
      {piece.ending.map((lit) =>
        lit.mark === undefined ? null : (
          <button
            key={`${lit.id}-${lit.start}`}
            type="button"
            className={styles['call']}
            aria-label={sayCall(lit)}
            onFocus={() => onLook?.(lit.id)}
            onBlur={() => onLook?.(null)}
            onClick={() => onPick?.(lit.id)}
          >
            {lit.mark}
          </button>
        ),
      )}
    </>
  )
}
