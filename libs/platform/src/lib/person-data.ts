/** What one table holds of people. Export and erasure of a person go by it. */
export interface PersonData {
  table: string;
  /** The columns that name somebody by their id. */
  persons: readonly string[];
  /** The columns that hold something about them: names, addresses, words they wrote, what they did. */
  holds: readonly string[];
  /**
   * What becomes of it when somebody is erased. `deleted`: the rows go. `emptied`: the rows stay, without `holds`.
   * `kept`: all stays, for the reason given.
   */
  onErasure: 'deleted' | 'emptied' | 'kept';
  /** Whether somebody who asks what is held about them is given it. Not, when it is another's, or would let somebody in. */
  exported: boolean;
  /** Why so. */
  because: string;
}
