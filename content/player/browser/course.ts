/** course.js, written by content/build/course-data.mjs. */
export interface Course {
  slug: string;
  version: string;
  title: string;
  /** Per cent. */
  passMark: number;
  testMinutes: number;
  screens: Screen[];
  checks: Check[];
  test: TestQuestion[];
}

export interface Screen {
  id: string;
  title: string;
  minutes: number;
}

export interface Question {
  id: string;
  kind: 'single' | 'multiple' | 'true-false';
  /** The letters of the right choices. */
  right: string[];
}

export interface Check extends Question {
  /** HTML by the letter of the choice. */
  feedback: Record<string, string>;
}

export interface TestQuestion extends Question {
  /** HTML, as are the words and the explanation. */
  question: string;
  words: Record<string, string>;
  explanation: string;
  /** Where to read about it again. */
  screen: string;
}
