import type { Certificate, Validity } from '@induct/accreditation';
import { britishDate } from '@induct/platform';

export interface CertificateCard {
  number: string;
  title: string;
  tag: { text: string; kind: 'done' | 'going' | 'todo' | 'warning' | 'bad' };
  words: string;
  facts: { key: { text: string }; value: { text: string } }[];
  /** The PDF is not there yet. */
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
  const preparing = inForce && !renderedAt;
  return {
    number,
    title: `${facts.scheme}, ${facts.edition}`,
    tag: preparing ? { text: 'Being prepared', kind: 'going' } : TAGS[validity],
    words: preparing
      ? 'You have been awarded this certificate. We are preparing the PDF, which takes a few seconds.'
      : WORDS[validity](certificate),
    facts: [
      row('Awarded', britishDate(facts.awardedOn)),
      row('Valid until', britishDate(facts.validUntil)),
      row('Certificate number', number),
    ],
    preparing,
    download: inForce && renderedAt ? `PDF, ${Math.max(1, Math.round((pdfBytes ?? 0) / 1024))} KB` : undefined,
    replacedBy,
  };
}

const WORDS: Record<Validity, (certificate: Certificate) => string> = {
  valid: ({ facts }) => `Valid until ${britishDate(facts.validUntil)}.`,
  expired: ({ facts }) => `It was valid until ${britishDate(facts.validUntil)}.`,
  replaced: () => 'Another certificate was issued in its place.',
  revoked: () => 'It is no longer in force. Democratic Services can tell you why.',
};
