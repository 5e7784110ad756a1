/** One thing to launch: its title for the learner and the files it is made of. */
export interface ScoOutline {
  id: string;
  title: string;
  /** The file to open, relative to the manifest. */
  href: string;
  /** Every file of the SCO, the launched one included. */
  files: string[];
  /** 0 to 100; left out, the content alone decides about passed and failed. */
  masteryScore?: number;
}

export interface PackageOutline {
  /** Unique among the packages of its maker. */
  identifier: string;
  version: string;
  title: string;
  scos: ScoOutline[];
}

/** The text of an imsmanifest.xml for SCORM 1.2 (Content Aggregation Model 1.2, section 2.3). */
export function writeManifest({ identifier, version, title, scos }: PackageOutline): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${xml(identifier)}" version="${xml(version)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${xml(title)}</title>
${scos.map(item).join('\n')}
    </organization>
  </organizations>
  <resources>
${scos.map(resource).join('\n')}
  </resources>
</manifest>
`;
}

function item({ id, title, masteryScore }: ScoOutline): string {
  const mastery =
    masteryScore === undefined ? '' : `\n        <adlcp:masteryscore>${masteryScore}</adlcp:masteryscore>`;
  return `      <item identifier="${xml(id)}" identifierref="${xml(id)}-files" isvisible="true">
        <title>${xml(title)}</title>${mastery}
      </item>`;
}

function resource({ id, href, files }: ScoOutline): string {
  return `    <resource identifier="${xml(id)}-files" type="webcontent" adlcp:scormtype="sco" href="${xml(href)}">
${files.map((file) => `      <file href="${xml(file)}"/>`).join('\n')}
    </resource>`;
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => NAMED[character]!);
}
