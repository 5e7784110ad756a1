/** One call of the run-time log, as a browser sends it. */
export interface SentCall {
  /** Milliseconds since its page was opened. */
  at: number;
  sco: string;
  call: string;
  element: string;
  value: string;
  /** Characters it had, when it was cut. */
  valueLength?: number;
  answer: string;
  answerLength?: number;
  /** Code after the call; empty for 0. */
  error: string;
}

/** Some calls of one page of a preview, one after the other. */
export interface LogBatch {
  /** Chosen by the page at random: numbers count within it. */
  page: string;
  /** How many calls of the page came before the first of these. */
  first: number;
  calls: SentCall[];
  /** Milliseconds since the page was opened, at the moment of sending. */
  now: number;
  /** Milliseconds that the page has been in front of the tester. */
  shownMs: number;
  /** What the browser says it is, and its window. */
  browser?: string;
}
