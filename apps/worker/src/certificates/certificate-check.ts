import type { CertificateFacts } from '@induct/accreditation';
import { withoutBidiControls } from '@induct/platform';
import { checkPrinted, type ExpectedText } from '../printing/pdf-check';

/** One page that says what it certifies, to the last letter: whose it is, what for, and its number. @throws PdfIsWrong */
export function checkPdf(pdf: Uint8Array, facts: CertificateFacts): void {
  const { language, holder, number, scheme, modules, signatories } = facts;
  const texts: ExpectedText[] = [
    { about: 'the holder’s name', text: withoutBidiControls(holder) },
    { about: 'the number', text: number },
    { about: 'the name of the scheme', text: scheme },
    ...modules.map(({ title }) => ({ about: `the title “${title}”`, text: withoutBidiControls(title) })),
    ...signatories.map(({ name }) => ({ about: 'the name of a signatory', text: withoutBidiControls(name) })),
  ];
  checkPrinted(pdf, { language, title: 'Certificate of Accreditation', texts, pages: 1 });
}
