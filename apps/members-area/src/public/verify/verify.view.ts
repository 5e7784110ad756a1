import { readerDate, said, w } from '@induct/platform';
import {
  calledBy,
  type CheckedCertificate,
  type CheckResult,
  LANGUAGES_CALLED,
  NO_END,
  type Said,
} from '@induct/accreditation';
import { type InWelsh, inWelsh } from '../../words/in-welsh';

export interface Verdict {
  kind: 'good' | 'past' | 'bad';
  heading: string;
  /** Of a certificate that is there: whose it is. The words go on after it. */
  by?: {
    council: string;
    /** As a certificate in Welsh, or in both languages, names it. */
    councilCy?: string;
  };
  words: string;
}

/** What a stranger is told first. */
export function verdictOf(result: CheckResult): Verdict {
  if (result.outcome === 'found') return { by: councilOf(result.certificate), ...verdictOfState(result.certificate) };
  return {
    'not-found': {
      kind: 'bad' as const,
      heading: said('We have no certificate with this number'),
      words: said(
        'Check that you entered the number exactly as it is printed. If it is right, this council did not issue the certificate.',
      ),
    },
    mistyped: {
      kind: 'bad' as const,
      heading: said('There is a typing mistake in this number'),
      words: said(
        'The last character does not fit the others, so at least one of them is wrong. Compare it with the paper, then try again.',
      ),
    },
    malformed: {
      kind: 'bad' as const,
      heading: said('This is not a certificate number'),
      words: said(
        'A number looks like NMC-2026-K7MQ4-XR2TP-9: letters, the year, two groups of five and a last character.',
      ),
    },
  }[result.outcome];
}

function councilOf({ facts, welsh }: CheckedCertificate): NonNullable<Verdict['by']> {
  const named = welsh && welsh.council.lang === undefined ? { councilCy: welsh.council.text } : {};
  return { council: facts.council, ...named };
}

function verdictOfState({ state, facts, until, revokedOn, replacedBy, suspendedSince }: CheckedCertificate): Verdict {
  switch (state) {
    case 'valid':
      return {
        kind: 'good',
        heading: said('This certificate is valid'),
        words: w`issued it. It is valid${facts.validUntil === NO_END ? said(', without an end date') : w` until ${until.valid}`}.`,
      };
    case 'expired':
      return {
        kind: 'past',
        heading: said('This certificate has expired'),
        words: w`issued it, and it was valid until ${until.validUntil}.`,
      };
    case 'suspended':
      return {
        kind: 'bad',
        heading: said('This certificate is suspended'),
        words: w`issued it, and has suspended it since ${readerDate(suspendedSince!)}. For now it is no proof of anything.`,
      };
    case 'replaced':
      return {
        kind: 'past',
        heading: said('This certificate has been replaced'),
        words: w`issued it, and has issued certificate ${replacedBy ?? ''} in its place. Ask for that one.`,
      };
    case 'revoked':
      return {
        kind: 'bad',
        heading: said('This certificate has been revoked'),
        words: w`took it out of force on ${readerDate(revokedOn!)}. It is no longer proof of anything.`,
      };
  }
}

/** Of a file that is not one that was issued. `number`: what it says it is, when there is such a certificate. */
export function verdictOfFile(result: CheckResult): Verdict {
  const number = 'number' in result ? result.number : undefined;
  if (number === undefined) return notOurFile();
  return {
    kind: 'bad',
    heading: said('This is not what was issued'),
    words: w`The file says that it is certificate ${number}. There is one, but this is not its PDF as this council issued it: it was changed afterwards, or made by somebody else. Do not rely on what it says.`,
  };
}

const notOurFile = (): Verdict => ({
  kind: 'bad',
  heading: said('This file is not one of our certificates'),
  words: said(
    'This council did not issue it, or it was changed afterwards: every byte counts. A scan or a photo of a certificate is another file too. Check the number that is printed on it instead.',
  ),
});

/** Of a credential that is not one that was issued. */
export const verdictOfCredential = (outcome: 'changed' | 'not-ours'): Verdict =>
  outcome === 'changed'
    ? {
        kind: 'bad',
        heading: said('This is not what was issued'),
        words: said(
          'The credential says that this council issued it, but its signature does not hold: it was changed afterwards, or made by somebody else. Do not rely on what it says.',
        ),
      }
    : {
        kind: 'bad',
        heading: said('This credential is not one of ours'),
        words: said('Somebody else issued it. Whether it is genuine they, or the page of your wallet, can say.'),
      };

/** A fact as the page shows it. */
export interface FactRow {
  key: string;
  text: string;
  /** As the certificate says it in Welsh. */
  welsh?: InWelsh;
  /** Not what the certificate says: in the language of the page. */
  isOurs?: true;
}

/** The printed facts, of one in Welsh too in both languages. */
export function factRows({ facts, fullName, languages, welsh }: CheckedCertificate): FactRow[] {
  const row = (key: string, text: string, both: readonly (Said | undefined)[] = [], between?: string) => ({
    key,
    text,
    ...inWelsh(text, both, between),
  });
  const only = (text: string | undefined) => (text === undefined ? [] : [{ text }]);
  return [
    row(said('Certificate number'), facts.number),
    { key: said('Language'), text: said(LANGUAGES_CALLED[languages]), isOurs: true },
    row(fullName ? said('Awarded to') : said('Awarded to (initials)'), facts.holder),
    row(said('Issued by'), facts.council, [welsh?.council]),
    row(said('Scheme'), `${facts.scheme}, ${facts.edition}`, welsh && calledBy(welsh)),
    row(said('Date of award'), facts.awardedOn, only(welsh?.awardedOn)),
    row(said('Valid until'), facts.valid, only(welsh?.valid)),
    row(said('Learning time'), facts.learning, only(welsh?.learning)),
    row(
      said('Signed by'),
      facts.signatories.map(({ name, office }) => `${name}, ${office}`).join('; '),
      welsh?.signatories.map(({ name, office }) => ({ ...office, text: `${name}, ${office.text}` })),
      '; ',
    ),
  ];
}

/** What it lists. */
export const listed = ({ facts, welsh }: CheckedCertificate) =>
  facts.modules.map(({ title, completedOn, result }, at) => {
    const also = welsh?.requirements[at];
    const cell = (text: string, both?: Said) => ({ text, ...inWelsh(text, [both]) });
    return {
      title: cell(title, also?.title),
      on: cell(completedOn, also && { text: also.on }),
      result: cell(result, also && { text: also.result }),
    };
  });

/** 400: cannot be a number of ours; 404: could be, and is none. */
export const statusOf = ({ outcome }: CheckResult): number =>
  ({ found: 200, 'not-found': 404, mistyped: 400, malformed: 400 })[outcome];
