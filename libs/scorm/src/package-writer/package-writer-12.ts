import type { PackageOutline, ScoOutline } from './package-outline';
import { resourceXml, xml } from './package-writer-xml';

/** SCORM 1.2 (Content Aggregation Model 1.2, section 2.3). */
export function manifest12({ identifier, version, title, scos }: PackageOutline): string {
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
${scos.map((sco) => resourceXml(sco, 'scormtype')).join('\n')}
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
