const LONGEST = 60;

/**
 * A title as it stands in an address: `Reading faster` becomes `reading-faster`.
 * @param taken those that there are already: a number is put behind
 */
export function slugOf(title: string, taken: readonly string[]): string {
  const plain = title.normalize('NFKD').replaceAll(/[\u0300-\u036F]/gu, '');
  const words = plain.toLowerCase().match(/[a-z0-9]+/g) ?? ['event'];
  let slug = '';
  for (const word of words) {
    if (slug && slug.length + word.length >= LONGEST) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, LONGEST);
  }
  let free = slug;
  for (let number = 2; taken.includes(free); number++) free = `${slug}-${number}`;
  return free;
}
