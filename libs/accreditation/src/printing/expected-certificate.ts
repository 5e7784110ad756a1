import { withoutBidiControls } from '@induct/platform';
import type { ExpectedPdf } from '@induct/printing';
import { type CertificateFacts, readFacts } from '../certificate/certificate-facts';

/** One page that says what it certifies, to the last letter: whose it is, what for, and its number. */
export function expectedCertificate(facts: CertificateFacts): ExpectedPdf {
  const { language, holder, number, scheme, requirements, signatories } = readFacts(facts);
  const texts = [
    { about: 'the holder’s name', text: withoutBidiControls(holder) },
    { about: 'the number', text: number },
    { about: 'the name of the scheme', text: scheme },
    ...requirements.map(({ title }) => ({ about: `the title “${title}”`, text: withoutBidiControls(title) })),
    ...signatories.map(({ name }) => ({ about: 'the name of a signatory', text: withoutBidiControls(name) })),
  ];
  return { language, title: 'Certificate of Accreditation', texts, pages: 1 };
}
