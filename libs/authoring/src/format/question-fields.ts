/** The lists of questions.yaml: knowledge checks, and the bank of the final test. */
export const QUESTION_LISTS = ['checks', 'test'] as const;
export type QuestionList = (typeof QUESTION_LISTS)[number];

export const QUESTION_KINDS = ['single', 'multiple', 'true-false', 'matching', 'ordering', 'number'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Choice {
  text: string;
  right?: true;
  /** Of a check. */
  feedback?: string;
}

export interface Match {
  item: string;
  match: string;
  feedback?: string;
}

/** A question as it stands in questions.yaml, in the order of its keys; what does not belong to its kind is left out. */
export interface Question {
  id: string;
  objective: string;
  /** Of the test: where one can read it again. */
  screen?: string;
  /** Of the test: asks to use what was read on a case. */
  applies?: true;
  kind: QuestionKind;
  question: string;
  keepOrder?: true;
  choices?: readonly Choice[];
  answer?: boolean | number;
  ifTrue?: string;
  ifFalse?: string;
  pairs?: readonly Match[];
  order?: readonly string[];
  tolerance?: number;
  unit?: string;
  ifRight?: string;
  ifWrong?: string;
  explanation?: string;
}

/** In the order in which a new question is written. */
export const QUESTION_KEYS = [
  'id',
  'objective',
  'screen',
  'applies',
  'kind',
  'question',
  'keepOrder',
  'choices',
  'answer',
  'tolerance',
  'unit',
  'ifTrue',
  'ifFalse',
  'pairs',
  'order',
  'ifRight',
  'ifWrong',
  'explanation',
] as const satisfies readonly (keyof Question)[];

/** How the test asks. */
export interface TestSettings {
  title: string;
  intro: string;
  draw: number;
  attempts?: number;
}
