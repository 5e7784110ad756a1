/** `refused`: the package is not taken in. `warning`: taken in, but something will not work. `note`: good to know. */
export type Severity = 'refused' | 'warning' | 'note';

/** One thing noticed in a package, in words for the officer who uploaded it. */
export interface PackageFinding {
  /** Stable, kebab-case: tests and translations go by it. */
  code: string;
  severity: Severity;
  /** What was found and what it means. */
  message: string;
  /** What to do about it; empty when there is nothing to do. */
  remedy: string;
  /** The file, item or element; empty when it is the package as a whole. */
  where: string;
}
