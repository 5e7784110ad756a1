const LONGEST = 60;
/** Addresses of pages beside the sections, of readers and at the desk. */
const RESERVED = ['changes', 'editions', 'new', 'preview'];

/**
 * A title as it stands in an address.
 * @param taken those that there are already: a number is put behind
 */
export function handbookSlug(title: string, taken: readonly string[]): string {
  const plain = title.normalize('NFKD').replaceAll(/[\u0300-\u036F’']/gu, '');
  let slug = '';
  for (const word of plain.toLowerCase().match(/[a-z0-9]+/g) ?? ['page']) {
    if (slug && slug.length + word.length >= LONGEST) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, LONGEST);
  }
  const isFree = (one: string) => !taken.includes(one) && !RESERVED.includes(one);
  let free = slug;
  for (let number = 2; !isFree(free); number++) free = `${slug}-${number}`;
  return free;
}
