import { PdfUpdate } from './pdf-update';

/** What a PDF says of itself, for programs that sort documents. */
export interface Described {
  title: string;
  /** BCP 47. */
  language: string;
  /** All of them, of a document in several; the one that stands first first. */
  languages?: readonly string[] | undefined;
  /** The number that the document goes by. */
  number: string;
}

/** Adds XMP (ISO 16684-1) behind the last byte. @throws PdfCannotBeUpdated */
export function withXmp(pdf: Uint8Array, described: Described): Buffer {
  const update = new PdfUpdate(pdf);
  const packet = Buffer.from(xmp(described), 'utf8');
  const stream = [`<</Type /Metadata\n/Subtype /XML\n/Length ${packet.length}>>\nstream\n`, packet, '\nendstream'];
  const metadata = update.add(Buffer.concat(stream.map((part) => Buffer.from(part))));
  update.put(update.root, 'Metadata', `${metadata} 0 R`);
  return update.bytes();
}

const xmp = ({
  title,
  language,
  languages = [language],
  number,
}: Described): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag>${languages.map((one) => `<rdf:li>${escaped(one)}</rdf:li>`).join('')}</rdf:Bag></dc:language>
<dc:identifier>${escaped(number)}</dc:identifier>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;

/** The number that a PDF says it goes by; undefined when it says none. A copy that was changed may still say it. */
export function xmpNumber(pdf: Uint8Array): string | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const from = bytes.lastIndexOf('<dc:identifier>');
  if (from < 0) return undefined;
  return /^<dc:identifier>([^<]{1,60})<\/dc:identifier>/.exec(bytes.toString('utf8', from, from + 300))?.[1];
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// What XML cannot hold is left out.
// oxlint-disable-next-line no-control-regex
const UNHEARD_OF = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string => text.replace(UNHEARD_OF, '').replace(/[&<>]/g, (sign) => ESCAPES[sign]!);
