/** A text that stands anywhere in another, for `ilike`: its own `%` and `_` mean themselves. */
export const likeText = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
