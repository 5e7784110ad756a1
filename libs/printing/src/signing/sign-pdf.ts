import { pdfDate, pdfText } from './pdf-text';
import { PdfUpdate } from './pdf-update';
import type { Seal } from './seal';
import { signatureOver } from './signature';

export interface SignedBy {
  /** Who signs, as readers show it. */
  name: string;
  reason: string;
  at: Date;
}

/** Beside the certificates: attributes, the signature of the longest key, and the names. */
const ROOM = 4096;
const RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]';

/**
 * Signs the whole of a PDF, in a field that shows nothing on the page (ISO 32000-1, 12.8). Everything before stays byte for
 * byte; whatever is added later is seen.
 * @throws PdfCannotBeUpdated
 */
export async function signPdf(pdf: Uint8Array, seal: Seal, { name, reason, at }: SignedBy): Promise<Buffer> {
  const room = ROOM + seal.certificates.reduce((sum, { length }) => sum + length, 0);
  const update = new PdfUpdate(pdf);
  const page = update.firstPage();
  const value = update.add(
    `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached\n${RANGE}\n/Contents <${'0'.repeat(room * 2)}>\n` +
      `/Name ${pdfText(name)} /Reason ${pdfText(reason)} /M ${pdfDate(at)}>>`,
  );
  // 132: printed and locked.
  const field = update.add(
    `<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /TU ${pdfText(`Digital signature of ${name}`)} ` +
      `/Rect [0 0 0 0] /F 132 /P ${page} 0 R /V ${value} 0 R>>`,
  );
  update.put(page, 'Annots', `[${field} 0 R]`);
  // 3: there is a signature, and a change is to be appended.
  update.put(update.root, 'AcroForm', `<</Fields [${field} 0 R] /SigFlags 3>>`);
  const file = update.bytes();

  const range = file.lastIndexOf(RANGE);
  const from = file.indexOf('/Contents <', range) + '/Contents '.length;
  const to = from + room * 2 + 2;
  const numbers = [from, to, file.length - to].map((number) => String(number).padStart(10, '0'));
  file.write(`/ByteRange [0 ${numbers.join(' ')}]`, range, 'latin1');
  const signature = await signatureOver(Buffer.concat([file.subarray(0, from), file.subarray(to)]), seal);
  if (signature.length > room) throw new Error('The signature is longer than the room that was left for it');
  file.write(signature.toString('hex'), from + 1, 'latin1');
  return file;
}
