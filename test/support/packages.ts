import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A SCO of a package made for a test. */
export interface SampleSco {
  id: string;
  title?: string;
  /** Its page; `files` gets a simple one when it has none of that name. Default: `<id>.html`. */
  href?: string;
  parameters?: string;
  /** SCORM 1.2, 0 to 100. */
  masteryScore?: number;
  /** SCORM 2004, −1 to 1. */
  scaledPassingScore?: number;
  /** SCORM 2004, 0 to 1. */
  completionThreshold?: number;
  launchData?: string;
  /** SCORM 1.2. */
  prerequisites?: string;
  asset?: boolean;
}

export interface SamplePackage {
  standard?: 'scorm_12' | 'scorm_2004';
  /** Of SCORM 2004; default '2004 4th Edition'. */
  schemaversion?: string;
  title?: string;
  scos?: SampleSco[];
  /** More files, by path. A file at a SCO's href is its page. */
  files?: Record<string, string | Buffer>;
}

/** A small valid package, to vary: one SCO with a page that finds its API, unless told otherwise. */
export async function scormPackage(sample: SamplePackage = {}): Promise<Buffer> {
  const scos = scosOf(sample);
  const pages = Object.fromEntries(scos.map((sco) => [sco.href, page(sco.title, sample.standard)]));
  return zip({ 'imsmanifest.xml': manifestXml(sample), ...pages, ...sample.files });
}

/** The manifest that `scormPackage` writes. */
export function manifestXml(sample: SamplePackage = {}): string {
  const { standard = 'scorm_12', title = 'A sample course' } = sample;
  const scos = scosOf(sample);
  const is12 = standard === 'scorm_12';
  const namespaces = is12
    ? 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"'
    : 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" ' +
      'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"';
  const version = is12 ? '1.2' : (sample.schemaversion ?? '2004 4th Edition');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="sample" version="1" ${namespaces}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>${escaped(title)}</title>
${scos.map((sco) => (is12 ? item12(sco) : item2004(sco))).join('\n')}
  </organization></organizations>
  <resources>
${scos.map((sco) => resource(sco, is12)).join('\n')}
  </resources>
</manifest>
`;
}

/** A zip of these files, in this order; a path may be anything yazl lets through. */
export async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [path, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), path);
  archive.end();
  return buffer(archive.outputStream);
}

interface CompleteSco extends SampleSco {
  title: string;
  href: string;
}

function scosOf({ scos = [{ id: 'sco-1' }] }: SamplePackage): CompleteSco[] {
  return scos.map((sco) => ({ ...sco, title: sco.title ?? `Part ${sco.id}`, href: sco.href ?? `${sco.id}.html` }));
}

function attributes(sco: CompleteSco): string {
  const parameters = sco.parameters === undefined ? '' : ` parameters="${escaped(sco.parameters)}"`;
  return `identifier="${sco.id}" identifierref="${sco.id}-files"${parameters}`;
}

function element(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `<adlcp:${name}>${escaped(String(value))}</adlcp:${name}>`;
}

function item12(sco: CompleteSco): string {
  const more = [
    element('prerequisites', sco.prerequisites),
    element('masteryscore', sco.masteryScore),
    element('datafromlms', sco.launchData),
  ];
  return `    <item ${attributes(sco)}><title>${escaped(sco.title)}</title>${more.join('')}</item>`;
}

function item2004(sco: CompleteSco): string {
  const threshold =
    sco.completionThreshold === undefined
      ? ''
      : `<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="${sco.completionThreshold}"/>`;
  const passing =
    sco.scaledPassingScore === undefined
      ? ''
      : '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="primary" satisfiedByMeasure="true">' +
        `<imsss:minNormalizedMeasure>${sco.scaledPassingScore}</imsss:minNormalizedMeasure>` +
        '</imsss:primaryObjective></imsss:objectives></imsss:sequencing>';
  const more = [element('dataFromLMS', sco.launchData), threshold, passing];
  return `    <item ${attributes(sco)}><title>${escaped(sco.title)}</title>${more.join('')}</item>`;
}

function resource(sco: CompleteSco, is12: boolean): string {
  const type = `adlcp:${is12 ? 'scormtype' : 'scormType'}="${sco.asset ? 'asset' : 'sco'}"`;
  const href = escaped(sco.href);
  const [file = ''] = href.split(/[?#]/);
  return `    <resource identifier="${sco.id}-files" type="webcontent" ${type} href="${href}"><file href="${file}"/></resource>`;
}

/** A page that finds its API and starts; what else it does is the test's to call through `window.api`. */
function page(title: string, standard: SamplePackage['standard'] = 'scorm_12'): string {
  const [name, start, finish] =
    standard === 'scorm_12' ? ['API', 'LMSInitialize', 'LMSFinish'] : ['API_1484_11', 'Initialize', 'Terminate'];
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>
<script>
  let w = window;
  while (!w.${name} && w.parent !== w) w = w.parent;
  window.api = w.${name};
  if (window.api) {
    window.api.${start}('');
    window.addEventListener('pagehide', () => window.api.${finish}(''));
  }
</script></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
