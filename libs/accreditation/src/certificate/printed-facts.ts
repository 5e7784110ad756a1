import { britishDate, learningTime, withoutBidiControls } from '@induct/platform';
import type { CertificateFacts } from './certificate-facts';

/** The facts in the very words that the paper and the verification page use. */
export interface PrintedFacts {
  council: string;
  holder: string;
  scheme: string;
  edition: string;
  modules: { title: string; completedOn: string; result: string }[];
  learning: string;
  awardedOn: string;
  validUntil: string;
  number: string;
  signatories: { name: string; office: string }[];
}

/** Said of the edition wherever it stands: on the paper, the verification page, in the letter. */
const ISSUED_BY_HAND = 'issued by hand by decision of two officers';

export function printedFacts(facts: CertificateFacts): PrintedFacts {
  return {
    council: asPrinted(facts.council),
    holder: asPrinted(facts.holder),
    scheme: asPrinted(facts.scheme),
    edition: facts.issuedByHand ? `${facts.edition}, ${ISSUED_BY_HAND}` : facts.edition,
    modules: facts.modules.map(({ title, completedOn, score }) => ({
      title: asPrinted(title),
      completedOn: britishDate(completedOn),
      result: resultOf(score, facts.issuedByHand),
    })),
    // On paper, what is less than a minute counts as one.
    learning: facts.issuedByHand ? 'Not recorded' : learningTime(Math.max(60, facts.learningSeconds)),
    awardedOn: britishDate(facts.awardedOn),
    validUntil: lastDayWords(facts.validUntil),
    number: facts.number,
    signatories: facts.signatories.map(({ name, office }) => ({ name: asPrinted(name), office: asPrinted(office) })),
  };
}

function resultOf(score: number | null, byHand?: true): string {
  if (byHand) return 'By decision';
  return score === null ? 'Completed' : `${Math.round(score)}%`;
}
/** In the place of a last day. */
export const NO_END = 'No end date';

/** The last day of a certificate, as it is printed; of one without an end, that it has none. */
export const lastDayWords = (validUntil: string | null): string =>
  validUntil === null ? NO_END : britishDate(validUntil);

/** Names and titles without what is not to be seen and turns round what stands beside it; letters with their marks as one. */
const asPrinted = (text: string) => withoutBidiControls(text).normalize('NFC');
