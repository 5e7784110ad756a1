/** Scripts in which the joiners say how letters are written. Between other letters they only hide. */
const JOINING_SCRIPTS =
  'Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Myanmar Oriya Sinhala Syriac Tamil Telugu'.split(
    ' ',
  );
const JOINING = `[${JOINING_SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('')}]`;
/** What is not seen and has a use: joiners inside words of those scripts, and the forms of Han characters. */
const NEEDED = String.raw`(?<=${JOINING})[\u200C\u200D](?=${JOINING})|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`;
/** Controls, bidi controls, zero widths, fillers, halves of a pair, the empty cell of Braille. */
const UNSEEN = new RegExp(String.raw`(?!${NEEDED})[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]`, 'gu');

/** Without anything that is not seen. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/**
 * What is kept of a name that somebody entered: without anything that is not seen, as it could turn the line around or make
 * two names look like one; white space as single spaces; composed (NFC).
 */
export const cleanName = (text: string): string =>
  text.replaceAll('\uFEFF', '').replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim().normalize('NFC');

/** Whether anything is left that can be read out. */
export const isName = (text: string): boolean => /\p{L}/u.test(cleanName(text));
