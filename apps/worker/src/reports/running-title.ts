/** What one line beside the page's number holds. */
const MOST_CHARACTERS = 90;

/**
 * A style element that puts the paper's title at the foot of every page: pages that come apart still say what they are of.
 * @param title of which every character but letters, digits and spaces is written as its code point: nothing in it can end
 * the string or the element
 */
export function runningTitle(title: string): string {
  const characters = Array.from(title.replace(/\s+/g, ' '));
  const short =
    characters.length > MOST_CHARACTERS ? [...characters.slice(0, MOST_CHARACTERS - 2), ' ', '…'] : characters;
  const escaped = short.map((letter) =>
    /[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)!.toString(16)} `,
  );
  return `<style>@page { @bottom-left { content: '${escaped.join('')}'; } }</style>`;
}
