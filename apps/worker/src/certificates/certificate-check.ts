import type { CertificateFacts } from '@induct/accreditation';
import { checkPrinted } from '../printing/pdf-check';

/** One page that says whose certificate it is, and its number, to the last letter. @throws PdfIsWrong */
export function checkPdf(pdf: Uint8Array, { language, holder, number }: CertificateFacts): void {
  checkPrinted(pdf, { language, title: 'Certificate of Accreditation', letters: `${holder}${number}`, pages: 1 });
}
