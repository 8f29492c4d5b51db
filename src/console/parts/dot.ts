/** Between two facts in a line. It stays with what stands before it: no line begins with it. */
export const DOT = '\u00a0· '
