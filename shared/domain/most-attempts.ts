// How many attempts to leave are remembered. A file of its own: the guard stands before anything heavy (zod) is read.

export const mostAttempts = 50
