/** One call of the SCORM API, as it was made and answered. */
export interface RunTimeCall {
  /** Counts the calls of the log, from 1. */
  n: number;
  /** Identifier of the activity that was open. */
  sco: string;
  /** Milliseconds since the log began. */
  atMs: number;
  /** The call's name in its standard (`LMSSetValue`, `SetValue`), or `opened`: the player opened the part. */
  call: string;
  /** What was asked for or set; the parameter of the other calls; `sco` or `asset` of a part that was opened. */
  element: string;
  value: string;
  /** Characters it had, when the log holds only its beginning. */
  valueLength: number | null;
  answer: string;
  answerLength: number | null;
  /** Error code after the call; empty for 0. */
  error: string;
}

/** Something a log says about its package, in plain English. */
export interface LogMeaning {
  /** Stable, kebab-case. */
  code: string;
  /** `problem`: members would lose something, or the package breaks its standard. `note`: good to know. */
  severity: 'problem' | 'note';
  /** Identifier of the activity. */
  sco: string;
  /** One sentence or two, about “the package”. */
  words: string;
  /** Numbers of the calls it is read from. */
  calls: number[];
}
