import type { Readable } from 'node:stream';
import { type Standard, writeManifest } from '@induct/scorm';
import { ZipFile } from 'yazl';

/** What the page in a zip is told. */
export interface DispatchPackage {
  /** Of the dispatch. */
  id: string;
  /** The module's title. */
  title: string;
  /** Of the module. */
  version: number;
  standard: Standard;
  /** Where the module is: `https://content.example.gov.uk`. */
  origin: string;
  /** 256 bits: whoever has it can open the module. */
  token: string;
  /** The script of its page, which brings the learning system and the module together. */
  script: string;
  council: string;
}

/** What is in the zip that a partner's learning system imports: one part, and a page that opens the module in a frame. */
function dispatchFiles(one: DispatchPackage): Record<string, string> {
  const { id, title, version, standard, script } = one;
  const files = ['index.html', 'dispatch.js'];
  const sco = { id: 'module', title, href: 'index.html', files };
  return {
    'imsmanifest.xml': writeManifest(
      { identifier: `dispatch-${id}`, version: String(version), title, scos: [sco] },
      standard,
    ),
    'index.html': pageOf(one),
    'dispatch.js': script,
  };
}

export function dispatchZip(one: DispatchPackage, mtime: Date): Readable {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(dispatchFiles(one))) zip.addBuffer(Buffer.from(text), name, { mtime });
  zip.end();
  return zip.outputStream as Readable;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Styles stand in attributes of the script's making: learning systems often forbid them in a page. */
const pageOf = ({ id, title, standard, origin, token, council }: DispatchPackage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
</head>
<body data-origin="${escaped(origin)}" data-dispatch="${escaped(id)}" data-token="${escaped(token)}" data-standard="${standard}" data-council="${escaped(council)}">
<h1>${escaped(title)}</h1>
<p id="says" role="status">Opening the module…</p>
<noscript><p>This module needs JavaScript. Please turn it on in your browser and open it again.</p></noscript>
<script src="dispatch.js"></script>
</body>
</html>
`;
