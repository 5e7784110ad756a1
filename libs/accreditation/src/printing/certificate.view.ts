import { type CertificateFacts, readFacts } from '../certificate/certificate-facts';
import { printedFacts } from '../certificate/printed-facts';

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
  /** In the order of the signatories; empty where there is a line to sign on. */
  signatures: readonly string[];
}

/** How large the holder's name is set, and how tightly the modules. */
export interface Fit {
  nameSize: (typeof NAME_SIZES)[number];
  density: (typeof DENSITIES)[number];
}

const NAME_SIZES = ['large', 'medium', 'small', 'tiny'] as const;
const DENSITIES = ['few', 'some', 'many', 'crowd', 'crush'] as const;

/** @param verifyPage address of the public page, without the number */
export function certificateView(facts: CertificateFacts, pictures: Pictures, verifyPage: string, fit: Fit) {
  const printed = printedFacts(facts);
  return {
    ...printed,
    ...fit,
    verifyAddress: verifyPage.replace(/^https?:\/\//, ''),
    seal: pictures.seal,
    qr: pictures.qr,
    qrAlt: `QR code that opens the verification page of certificate ${facts.number}`,
    signatories: facts.signatories.map(({ name, office }, at) => ({
      name,
      office,
      signature: pictures.signatures[at] ?? '',
      signatureAlt: `Signature of ${name}`,
    })),
  };
}

/** What has room almost always. Whether it has is measured where it is printed: an `m` is wider than an `i`. */
export const usualFit = (facts: CertificateFacts): Fit => ({
  nameSize: nameSize(facts.holder),
  density: density(readFacts(facts).requirements.map(({ title }) => title)),
});

/** Ways to set it that need less and less room: first the modules, then the name. */
export function tighterFits({ nameSize: name, density: modules }: Fit): Fit[] {
  const denser = DENSITIES.slice(DENSITIES.indexOf(modules));
  const names = NAME_SIZES.slice(NAME_SIZES.indexOf(name));
  return names.flatMap((smaller) => denser.map((tight) => ({ nameSize: smaller, density: tight }))).slice(1);
}

/** One line holds about 44 characters at the large size, 58 at the medium one and 80 at the small one. */
export function nameSize(name: string): Fit['nameSize'] {
  if (name.length <= 36) return 'large';
  return name.length <= 52 ? 'medium' : 'small';
}

export function density(titles: readonly string[]): Fit['density'] {
  // In two columns a title has room for about 34 characters a line.
  const lines = titles.reduce((sum, title) => sum + Math.ceil(title.length / 34), 0);
  if (titles.length <= 4) return 'few';
  if (lines <= 10) return 'some';
  return lines <= 24 ? 'many' : 'crowd';
}
