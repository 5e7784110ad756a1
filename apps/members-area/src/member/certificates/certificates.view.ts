import { type Certificate, lastDayWords, pdfState, type PdfState, type Validity } from '@induct/accreditation';
import { britishDate } from '@induct/platform';

export interface CertificateCard {
  number: string;
  title: string;
  tag: { text: string; kind: 'done' | 'going' | 'todo' | 'warning' | 'bad' };
  words: string;
  facts: { key: { text: string }; value: { text: string } }[];
  /** The PDF is not there yet, and comes by itself. */
  preparing: boolean;
  /** Size of the PDF in words; undefined when there is nothing to download. */
  download: string | undefined;
  replacedBy: string | null;
}

const TAGS: Record<Validity, CertificateCard['tag']> = {
  valid: { text: 'Valid', kind: 'done' },
  expired: { text: 'Expired', kind: 'warning' },
  replaced: { text: 'Replaced', kind: 'todo' },
  revoked: { text: 'Revoked', kind: 'bad' },
};

export function certificateCard(certificate: Certificate, validity: Validity): CertificateCard {
  const { facts, renderedAt, pdfBytes, number, replacedBy } = certificate;
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  const inForce = validity === 'valid' || validity === 'expired';
  const missing = inForce ? MISSING[pdfState(certificate)] : undefined;
  return {
    number,
    title: `${facts.scheme}, ${facts.edition}`,
    tag: missing?.tag ?? TAGS[validity],
    words: missing?.words ?? WORDS[validity](certificate),
    facts: [
      row('Awarded', britishDate(facts.awardedOn)),
      row('Valid until', lastDayWords(facts.validUntil)),
      row('Certificate number', number),
    ],
    preparing: inForce && pdfState(certificate) === 'being made',
    download: inForce && renderedAt ? `PDF, ${Math.max(1, Math.round((pdfBytes ?? 0) / 1024))} KB` : undefined,
    replacedBy,
  };
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
  valid: ({ facts: { validUntil } }) =>
    validUntil === null ? 'Valid, without an end date.' : `Valid until ${britishDate(validUntil)}.`,
  expired: ({ facts }) => `It was valid until ${lastDayWords(facts.validUntil)}.`,
  replaced: () => 'Another certificate was issued in its place.',
  revoked: () => 'It is no longer in force. Democratic Services can tell you why.',
};
