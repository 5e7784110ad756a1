/** Sentences of ours in the language of whoever reads them. The page brings them: the English stands in the code. */
export interface Speech {
  /** BCP 47. */
  language: string;
  /** By the English, with `⟨0⟩`, `⟨1⟩` … for what is put in. */
  words: Record<string, string>;
}

let speech: Speech = { language: 'en-GB', words: {} };

/** Called once, before anything is said. @param brought none: English */
export function speak(brought: Speech | undefined): void {
  if (brought) speech = brought;
}

export const spokenLanguage = (): string => speech.language;

/** A sentence for whoever reads it; in English where it has no translation. @param english a literal: its words are looked up by it */
export const say = (english: string, ...values: readonly (string | number)[]): string =>
  (speech.words[english] ?? english).replaceAll(/⟨(\d+)⟩/g, (_, nth: string) => String(values[Number(nth)]));
