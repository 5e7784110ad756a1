import { type CertificateFacts, printedFacts } from '@induct/accreditation';

/** What a certificate's template may print: strings, and two lists of them. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'council holder nameSize scheme edition density learning awardedOn validUntil number verifyAddress seal qr qrAlt',
    'modules modules.title modules.completedOn modules.result',
    'signatories signatories.name signatories.office signatories.signature signatories.signatureAlt',
  ].flatMap((names) => names.split(' ')),
);

/** Images as data: URIs. */
export interface Pictures {
  seal: string;
  qr: string;
  /** By the signatory's `signature`. */
  signatures: Record<string, string>;
}

/** @param verifyPage address of the public page, without the number */
export function certificateView(facts: CertificateFacts, pictures: Pictures, verifyPage: string) {
  const printed = printedFacts(facts);
  return {
    ...printed,
    nameSize: nameSize(facts.holder),
    density: density(facts.modules.map(({ title }) => title)),
    verifyAddress: verifyPage.replace(/^https?:\/\//, ''),
    seal: pictures.seal,
    qr: pictures.qr,
    qrAlt: `QR code that opens the verification page of certificate ${facts.number}`,
    signatories: facts.signatories.map(({ name, office, signature }) => ({
      name,
      office,
      signature: (signature && pictures.signatures[signature]) ?? '',
      signatureAlt: `Signature of ${name}`,
    })),
  };
}

/** One line holds about 44 characters at the large size, 58 at the medium one and 80 at the small one. */
function nameSize(name: string): 'large' | 'medium' | 'small' {
  if (name.length <= 36) return 'large';
  return name.length <= 52 ? 'medium' : 'small';
}

/** How tightly the modules must be set so that all of them fit the page. */
function density(titles: string[]): 'few' | 'some' | 'many' | 'crowd' {
  // In two columns a title has room for about 34 characters a line.
  const lines = titles.reduce((sum, title) => sum + Math.ceil(title.length / 34), 0);
  if (titles.length <= 4) return 'few';
  if (lines <= 10) return 'some';
  return lines <= 24 ? 'many' : 'crowd';
}
