/** What one line beside the page's number holds, in ems of its font. */
const ROOM_EMS = 46;
/** Generous widths of Atkinson Hyperlegible's letters. */
const WIDTHS: [RegExp, number][] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[ .,:;'’|!()[\]ijlt]/u, 0.34],
  [/[MWmw@%—…]/u, 0.98],
  [/[\p{Lu}\p{N}]/u, 0.72],
  [/[\u0020-\u02ff]/u, 0.58],
];
const WIDEST = 1.1;

/**
 * A style element that puts the paper's title at the foot of every page: pages that come apart still say what they are of.
 * @param title of which every character but letters, digits and spaces is written as its code point: nothing in it can end
 * the string or the element
 */
export function runningTitle(title: string): string {
  const escaped = fitting(Array.from(title.replace(/\s+/g, ' '))).map((letter) =>
    /[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)!.toString(16)} `,
  );
  return `<style>@page { @bottom-left { content: '${escaped.join('')}'; } }</style>`;
}

/** What fits in, with dots for the rest: in a page's margin no text breaks. */
function fitting(letters: string[]): string[] {
  const width = (letter: string) => WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? WIDEST;
  if (letters.reduce((sum, letter) => sum + width(letter), 0) <= ROOM_EMS) return letters;
  let left = ROOM_EMS - width(' ') - width('…');
  const kept: string[] = [];
  for (const letter of letters) {
    left -= width(letter);
    if (left < 0) break;
    kept.push(letter);
  }
  return [...kept, ' ', '…'];
}
