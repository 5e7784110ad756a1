import {
  type Certificate,
  CertificateFacts,
  type Choice,
  calledBy as calledInWelsh,
  LANGUAGES_CALLED,
  lastDayWords,
  pdfState,
  type PdfState,
  printedFacts,
  readFacts,
  type Validity,
  welshFacts,
} from '@induct/accreditation';
import { readerDate, readersLanguage, said, w } from '@induct/platform';
import { type InWelsh, inWelsh } from '../../words/in-welsh';
import { addressOf } from './shown/shown.view';

export interface CertificateCard {
  number: string;
  title: string;
  /** The same as it stands on it in Welsh. */
  welsh?: InWelsh;
  tag: { text: string; kind: 'done' | 'going' | 'todo' | 'warning' | 'bad' };
  words: string;
  facts: { key: { text: string }; value: { text: string } }[];
  /** The PDF is not there yet, and comes by itself. */
  preparing: boolean;
  /** Size of the PDF in words; undefined when there is nothing to download. */
  download: string | undefined;
  replacedBy: string | null;
  /** Where LinkedIn asks about it; undefined when there is nothing to show. */
  linkedIn: string | undefined;
}

const TAGS: Record<Validity, CertificateCard['tag']> = {
  valid: { text: 'Valid', kind: 'done' },
  expired: { text: 'Expired', kind: 'warning' },
  suspended: { text: 'Suspended', kind: 'warning' },
  replaced: { text: 'Replaced', kind: 'todo' },
  revoked: { text: 'Revoked', kind: 'bad' },
};

/**
 * @param choice who sees the holder's name
 * @param site as others reach it
 */
export function certificateCard(
  certificate: Certificate,
  validity: Validity,
  choice: Choice,
  site: string,
): CertificateCard {
  const { facts, renderedAt, pdfBytes, number, replacedBy } = certificate;
  // What is issued is complete. A row that is not, of whatever has written it, hides nothing but itself.
  if (!CertificateFacts.safeParse(facts).success) return incompleteCard(number, replacedBy);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  const inForce = validity === 'valid' || validity === 'expired';
  // Of one that has run out, that it has counts more than where its PDF is.
  const missing = validity === 'valid' ? MISSING[pdfState(certificate)] : undefined;
  const saysItsEnd = inForce && !missing;
  return {
    number,
    title: calledBy(facts),
    ...titleInWelsh(facts),
    tag: missing?.tag ?? TAGS[validity],
    words: [
      missing ? said(missing.words) : WORDS[validity](certificate),
      ...(facts.issuedByHand ? [said('It was issued by hand by decision of two officers.')] : []),
    ].join(' '),
    facts: [
      row(said('Awarded'), readerDate(facts.awardedOn)),
      // The words above say it already.
      ...(saysItsEnd ? [] : [row(said('Valid until'), validInWords(facts))]),
      row(said('Learning time'), printedFacts(facts, readersLanguage()).learning),
      row(said('Certificate number'), number),
      row(said('Language'), said(LANGUAGES_CALLED[readFacts(facts).languages])),
    ],
    preparing: validity === 'valid' && pdfState(certificate) === 'being made',
    download: inForce && renderedAt ? w`PDF, ${Math.max(1, Math.round((pdfBytes ?? 0) / 1024))} KB` : undefined,
    replacedBy,
    linkedIn:
      validity === 'valid' && renderedAt ? linkedInOf(certificate, addressOf(certificate, choice, site)) : undefined,
  };
}

const incompleteCard = (number: string, replacedBy: string | null): CertificateCard => ({
  number,
  title: number,
  tag: { text: said('Cannot be shown'), kind: 'bad' },
  words: said(
    'What we have on record of this certificate is incomplete. Tell Democratic Services its number: they can put it right.',
  ),
  facts: [],
  preparing: false,
  download: undefined,
  replacedBy,
  linkedIn: undefined,
});

/** As the document in the reader’s language says it. */
const validInWords = (facts: Certificate['facts']): string => printedFacts(facts, readersLanguage()).valid;

const calledBy = (facts: Certificate['facts']) => `${facts.scheme}, ${readFacts(facts).edition.en}`;

function titleInWelsh(facts: Certificate['facts']) {
  const welsh = welshFacts(facts);
  return welsh ? inWelsh(calledBy(facts), calledInWelsh(welsh)) : {};
}

/**
 * A form of theirs, filled in. The address that goes along shows as much of the holder as they chose: with their own link, never
 * with the QR code's secret, which nobody could take back.
 */
function linkedInOf({ facts, number }: Certificate, address: string): string {
  const [year, month] = facts.awardedOn.split('-').map(Number);
  const [lastYear, lastMonth] = facts.validUntil?.split('-').map(Number) ?? [];
  const asked = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: calledBy(facts),
    organizationName: facts.council,
    issueYear: String(year),
    issueMonth: String(month),
    ...(lastYear && { expirationYear: String(lastYear), expirationMonth: String(lastMonth) }),
    certId: number,
    certUrl: address,
  });
  return `https://www.linkedin.com/profile/add?${asked.toString()}`;
}

/** What the holder is told while there is no PDF. The award and its number are facts already. */
const MISSING: Record<PdfState, { tag: CertificateCard['tag']; words: string } | undefined> = {
  made: undefined,
  'being made': {
    tag: { text: 'Being prepared', kind: 'going' },
    words: 'You have been awarded this certificate. We are preparing the PDF, which takes a few seconds.',
  },
  'tried again': {
    tag: { text: 'PDF delayed', kind: 'warning' },
    words:
      'You have been awarded this certificate, and its number is valid. Making the PDF went wrong, and we are trying again by ourselves. You will get a letter as soon as it is there.',
  },
  'cannot be made': {
    tag: { text: 'PDF delayed', kind: 'warning' },
    words:
      'You have been awarded this certificate, and its number is valid. We could not make the PDF. Democratic Services have been shown why and have to put it right; you do not need to do anything. You will get a letter as soon as it is there. If you need it sooner, write to them and say the number.',
  },
};

const WORDS: Record<Validity, (certificate: Certificate) => string> = {
  valid: ({ facts }) =>
    facts.validUntil === null ? said('Valid, without an end date.') : w`Valid until ${validInWords(facts)}.`,
  expired: ({ facts }) =>
    w`It was valid until ${facts.validUntil === null ? lastDayWords(null) : readerDate(facts.validUntil)}.`,
  suspended: ({ suspendedAt }) =>
    w`It is suspended since ${readerDate(suspendedAt!)}: for now it does not count. Democratic Services can tell you why.`,
  replaced: () => said('Another certificate was issued in its place.'),
  revoked: () => said('It is no longer in force. Democratic Services can tell you why.'),
};
