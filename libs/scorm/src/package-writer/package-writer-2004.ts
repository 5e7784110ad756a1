import type { PackageOutline, ScoOutline } from './package-outline';
import { resourceXml, xml } from './package-writer-xml';

/** SCORM 2004 4th edition (Content Aggregation Model 4th edition, sections 3.4 and 5). */
export function manifest2004({ identifier, version, title, scos }: PackageOutline): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${xml(identifier)}" version="${xml(version)}"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${xml(title)}</title>
${scos.map(item).join('\n')}
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
${scos.map((sco) => resourceXml(sco, 'scormType')).join('\n')}
  </resources>
</manifest>
`;
}

/** The order of the elements is the schema's: title, then the threshold, then the sequencing. */
function item(sco: ScoOutline): string {
  const threshold = sco.reportsProgress
    ? '\n        <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="1"/>'
    : '';
  return `      <item identifier="${xml(sco.id)}" identifierref="${xml(sco.id)}-files" isvisible="true">
        <title>${xml(sco.title)}</title>${threshold}
        <imsss:sequencing>
          <imsss:objectives>
${objectives(sco)}
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>`;
}

/** The primary objective is the SCO's own result; the others are what it teaches, told apart by their ids. */
function objectives({ id, masteryScore, objectives: taught = [] }: ScoOutline): string {
  const primary =
    masteryScore === undefined
      ? `            <imsss:primaryObjective objectiveID="${xml(id)}-result"/>`
      : `            <imsss:primaryObjective objectiveID="${xml(id)}-result" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${masteryScore / 100}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>`;
  return [primary, ...taught.map((objective) => `            <imsss:objective objectiveID="${xml(objective)}"/>`)].join(
    '\n',
  );
}
