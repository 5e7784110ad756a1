export function syllables(word: string): number;
