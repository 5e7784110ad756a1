export interface Learner {
  /** What the package may know the learner by; printable ASCII. */
  id: string;
  name: string;
}

/** How a SCO is opened; a tester's preview is `no-credit` and `browse`. */
export interface LaunchMode {
  credit: 'credit' | 'no-credit';
  mode: 'normal' | 'browse' | 'review';
}
