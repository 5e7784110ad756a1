export function sentencesOf(text: string): string[];
export function wordsOf(sentence: string): string[];
