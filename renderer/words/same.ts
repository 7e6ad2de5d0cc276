// The shape English must have: the French keys, at every depth. It must not hold words.

export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
