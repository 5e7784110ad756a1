export function readingAge(
  texts: string[],
  known?: Set<string>,
): { age: number; wordsASentence: number; words: number };

export function readingAgeOfEveryWord(texts: string[]): number;
