// What the core is handed by its shell: clock, ids. It must not know any implementation.
export type Clock = () => Date
/** Makes a fresh UUIDv7. */
export type Ids = () => string
