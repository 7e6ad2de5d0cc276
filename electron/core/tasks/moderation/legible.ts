// The part of a comment that is read: hostile lengths must not stop the desk.
// It must not know rules or models.

/** Far beyond what any site lets a reader write. */
const longestComment = 20_000
/** No word is as long; what reads words takes the square of a run's length. */
const longestRun = 200
const RUN = /[\p{L}\p{M}\p{N}_*#•.·+%@$€!|-]{201,}/gu

/** The comment as it is read: its beginning, with the rest of endless words blanked. Offsets are those of the comment itself. */
export function legible(body: string): string {
  return body.slice(0, longestComment).replace(RUN, (run) => run.slice(0, longestRun) + ' '.repeat(run.length - longestRun))
}
