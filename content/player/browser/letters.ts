const LETTERS = 'abcdef'.split('');

/** The letters of choices in their order, as answers are written; `toSorted` is too new for some browsers. */
export const inOrder = (letters: string | string[]): string[] => LETTERS.filter((letter) => letters.includes(letter));
