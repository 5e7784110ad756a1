/** What a question is answered with. An answer is a short text, written as in `Question.right`; "" is none. */
export interface AnswerFields {
  read(): string;
  fill(answer: string): void;
  /** What is asked for when there is no answer yet. */
  readonly missing: string;
  /** Where to begin. */
  first(): HTMLElement;
  /** The answer in words, HTML, one line each. */
  words(answer: string): string[];
}
