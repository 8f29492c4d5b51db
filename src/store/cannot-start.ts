/**
 * The program can't go on, for a reason that the operator can mend. The message is one Chinese line which says what is wrong
 * and what to do; it is printed without a stack. (A bug is any other error.)
 */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
