// Gathers running text into paragraphs, lines, items and cells.
// It must not know HTML: it is told what happens.

/** A builder of plain text: white space collapses, blocks are separated by blank lines. Linear in what it is given. */
export class TextBlocks {
  readonly #parts: string[] = []
  #line: string[] = []
  /** The line so far ends in a space (or is empty). */
  #spaced = true
  #filled = false
  #gap = 0
  #depth = 0
  #verbatim = false
  #bullet = false

  text(text: string): void {
    if (this.#verbatim) {
      text.split(/\r\n?|\n/).forEach((row, index) => {
        if (index > 0) this.line()
        this.#add(row)
      })
      return
    }
    const flat = text.replace(/[ \t\r\n\f]+/g, ' ')
    this.#add(this.#spaced && flat.startsWith(' ') ? flat.slice(1) : flat)
  }

  /** Ends the line; the next text starts a new one. */
  line(): void {
    this.#flush(1)
  }

  /** Ends the paragraph; inside a list, only the line. */
  paragraph(): void {
    this.#flush(this.#depth > 0 ? 1 : 2)
  }

  item(): void {
    this.#bullet = true
  }

  nest(by: 1 | -1): void {
    this.#depth = Math.max(0, this.#depth + by)
    if (this.#depth === 0) this.#gap = 2
  }

  cell(): void {
    if (this.#filled) this.#add(this.#spaced ? '| ' : ' | ')
  }

  verbatim(on: boolean): void {
    this.#verbatim = on
  }

  finish(): string {
    this.#flush(0)
    return this.#parts.join('')
  }

  #add(text: string): void {
    if (text === '') return
    this.#line.push(text)
    this.#spaced = text.endsWith(' ')
    this.#filled ||= text.trim() !== ''
  }

  #flush(gap: 0 | 1 | 2): void {
    if (this.#filled) {
      const line = this.#line.join('').trimEnd()
      if (this.#parts.length > 0) this.#parts.push(this.#gap === 2 ? '\n\n' : '\n')
      this.#parts.push(this.#bullet ? `- ${line}` : line)
      this.#gap = gap
      this.#bullet = false
    } else if (gap > this.#gap) this.#gap = gap
    this.#line = []
    this.#spaced = true
    this.#filled = false
  }
}
