import type { PackageFinding } from '@induct/scorm';
import { refused } from './archive-findings';

interface Format {
  code: string;
  /** One of the files that give it away. */
  file: RegExp;
  what: string;
}

const formats: readonly Format[] = [
  { code: 'cmi5', file: /(^|\/)cmi5\.xml$/i, what: 'a cmi5 package' },
  { code: 'xapi', file: /(^|\/)tincan\.xml$/i, what: 'an xAPI (Tin Can) package' },
  { code: 'aicc', file: /\.(au|crs|cst)$/i, what: 'an AICC package' },
  { code: 'h5p', file: /(^|\/)h5p\.json$/i, what: 'an H5P activity' },
  { code: 'epub', file: /(^|\/)META-INF\/container\.xml$/, what: 'an e-book (EPUB)' },
  { code: 'office-document', file: /^\[Content_Types\]\.xml$/, what: 'a Word, Excel or PowerPoint document' },
  { code: 'html-export', file: /\.x?html?$/i, what: 'an HTML export, made for a website' },
];

/** What a zip without a manifest is instead. @param names of its files */
export function otherFormat(names: readonly string[]): PackageFinding {
  const scormExport =
    'In the authoring tool choose “Publish for LMS” with SCORM 1.2 or SCORM 2004, and upload that zip.';
  if (names.length === 0) {
    return refused('empty-zip', 'The zip has no files in it.', 'Upload the zip file that your authoring tool exports.');
  }
  const inner = names.filter((name) => /\.zip$/i.test(name));
  if (inner.length > 0 && inner.length >= names.length - 2) {
    const message = 'There is no module in this zip but another zip.';
    return refused('zip-in-zip', message, 'Unpack it once and upload the zip that is in it.', inner[0]);
  }
  for (const { code, file, what } of formats) {
    const found = names.find((name) => file.test(name));
    if (found !== undefined) {
      const message = `This is not SCORM: it looks like ${what}. It has no imsmanifest.xml.`;
      return refused(code, message, scormExport, found);
    }
  }
  return refused('no-manifest', 'This is not SCORM: there is no imsmanifest.xml in it.', scormExport);
}
