import type { Sheet } from '@induct/printing';

const WORD = 'SPECIMEN';
/** Drawn, not set: no font has to be there, and a letter stands over the texts without running into one. Four wide, six high. */
const STROKES: Record<string, string> = {
  S: 'M4 1 3 0H1L0 1v1l1 1h2l1 1v1L3 6H1L0 5',
  P: 'M0 6V0h3l1 1v1L3 3H0',
  E: 'M4 0H0v6h4M0 3h3',
  C: 'M4 1 3 0H1L0 1v4l1 1h2l1-1',
  I: 'M2 0v6M1 0h2M1 6h2',
  M: 'M0 6V0l2 3 2-3v6',
  N: 'M0 6V0l4 6V0',
};
const WIDTH = 6 * WORD.length - 2;

const picture = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210"><g fill="none" stroke="#9b1c1c" stroke-opacity=".22" ` +
    `stroke-width=".7" stroke-linecap="round" stroke-linejoin="round" ` +
    `transform="translate(148.5 105) rotate(-28) scale(4.7) translate(${-WIDTH / 2} -3)">` +
    Array.from(WORD, (letter, at) => `<path transform="translate(${6 * at})" d="${STROKES[letter]}"/>`).join('') +
    `</g></svg>`,
).toString('base64');
const STYLE = '<style>.specimen{position:absolute;inset:0;width:297mm;height:210mm}</style>';
const ACROSS = `<img class="specimen" alt="Specimen" src="data:image/svg+xml;base64,${picture}">`;

/** Of a number that no certificate has: it is as long, and whoever enters it is told that it is none. */
export const specimenNumber = (prefix: string): string => `${prefix}-SPEC-IMENX-XXXXX-X`;

export const specimenTitle = (title: string): string => `Specimen: ${title}`;

/** The same sheet with "Specimen" across it, and in its title. */
export const asSpecimen = (sheet: Sheet): Sheet => ({
  ...sheet,
  title: specimenTitle(sheet.title),
  head: `${sheet.head}${STYLE}`,
  body: sheet.body + ACROSS,
  ...(sheet.tighter && {
    tighter: function* () {
      for (const body of sheet.tighter!()) yield body + ACROSS;
    },
  }),
});
