import type { Standard } from '../activity/activity-tree';
import type { PackageFinding } from './package-finding';
import { childNamed, childText, type XmlElement } from './xml';

export interface Edition {
  standard: Standard;
  edition: string;
  finding?: PackageFinding;
}

/** Which SCORM a manifest follows: by its schemaversion, and where that is missing or odd by its namespaces. */
export function editionOf(manifest: XmlElement): Edition {
  const metadata = childNamed(manifest, 'metadata');
  const version = childText(metadata, 'schemaversion') ?? '';
  const named = named2004(version);
  if (named) return { standard: 'scorm_2004', edition: named };
  if (/^(scorm\s*)?1\.[012]\b/i.test(version)) return { standard: 'scorm_12', edition: '1.2' };
  const guess = byNamespace(manifest);
  const seen = guess.standard === 'scorm_12' ? 'SCORM 1.2' : `SCORM 2004 ${guess.edition} Edition`;
  return {
    ...guess,
    finding:
      version === ''
        ? {
            code: 'no-schemaversion',
            severity: 'note',
            message: `The manifest does not say which SCORM it follows. It was taken as ${seen}.`,
            remedy: 'Nothing, if the module plays and is recorded well.',
            where: 'imsmanifest.xml',
          }
        : {
            code: 'unknown-schemaversion',
            severity: 'warning',
            message: `The manifest names a version we do not know (“${version.slice(0, 60)}”). It was taken as ${seen}.`,
            remedy: 'Try the module. If it does not work, export it again as SCORM 1.2 or SCORM 2004 4th Edition.',
            where: 'imsmanifest.xml',
          },
  };
}

/** "CAM 1.3" is the 2nd edition (and the first, which nobody has). */
function named2004(version: string): string | undefined {
  const edition = /2004\s*(2nd|3rd|4th)/i.exec(version)?.[1]?.toLowerCase();
  if (edition) return edition;
  if (/^(cam\s*)?1\.3\b/i.test(version)) return '2nd';
  return /2004/.test(version) ? '3rd' : undefined;
}

function byNamespace(manifest: XmlElement): { standard: Standard; edition: string } {
  const is2004 = anyElement(
    manifest,
    (element) =>
      /imscp_v1p1$|adlcp_v1p3|imsss|adlseq_v1p3|adlnav_v1p3/.test(element.namespace) &&
      !/imscp_rootv1p1p2/.test(element.namespace),
  );
  const edition = is2004 && anyElement(manifest, isOfTheFourth) ? '4th' : '3rd';
  return is2004 ? { standard: 'scorm_2004', edition } : { standard: 'scorm_12', edition: '1.2' };
}

/** What no edition before it has: adlseq:objectives, adlcp:data, completion by measure. */
const isOfTheFourth = ({ namespace, name, attributes }: XmlElement): boolean =>
  (/adlseq_v1p3/.test(namespace) && name.toLowerCase() === 'objectives') ||
  (/adlcp_v1p3/.test(namespace) && name.toLowerCase() === 'data') ||
  attributes.has('completedbymeasure');

function anyElement(element: XmlElement, matches: (element: XmlElement) => boolean): boolean {
  return matches(element) || element.children.some((child) => anyElement(child, matches));
}
