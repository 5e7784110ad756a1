import { scos } from '../activity/activity-tree';
import { readManifest } from './manifest';

const namespaces12 =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';
const namespaces2004 =
  'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" ' +
  'xmlns:imsss="http://www.imsglobal.org/xsd/imsss" xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"';
const oneSco = '<resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"/>';

interface Given {
  version?: string;
  namespaces?: string;
  before?: string;
  organizations?: string;
  resources?: string;
  attributes?: string;
  after?: string;
}

function manifest(given: Given = {}): string {
  const { version = '1.2', namespaces = namespaces12, attributes = '', before = '', after = '' } = given;
  const organizations =
    given.organizations ??
    '<organization identifier="o"><title>Course</title><item identifier="i" identifierref="r"><title>One</title></item></organization>';
  return `${before}<manifest identifier="m" ${namespaces} ${attributes}>
    ${version && `<metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>`}
    <organizations default="o">${organizations}</organizations><resources>${given.resources ?? oneSco}</resources>${after}
  </manifest>`;
}
const read = (given?: Given) => readManifest(Buffer.from(manifest(given)));
const codes = (given?: Given) => read(given).findings.map(({ code, severity }) => `${severity} ${code}`);
const item = (attributes: string, inner = '') =>
  `<organization identifier="o"><title>Course</title><item identifier="i" ${attributes}><title>One</title>${inner}</item></organization>`;

describe('a manifest', () => {
  it('of SCORM 1.2 becomes a tree', () => {
    const inner =
      '<adlcp:prerequisites type="aicc_script">x</adlcp:prerequisites><adlcp:masteryscore>80</adlcp:masteryscore>' +
      '<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed><adlcp:datafromlms>a=1</adlcp:datafromlms>';
    const { tree, findings } = read({ organizations: item('identifierref="r" isvisible="true"', inner) });
    expect(tree).toEqual({
      standard: 'scorm_12',
      edition: '1.2',
      title: 'Course',
      identifier: 'm',
      organizations: 1,
      needsSequencing: false,
      root: {
        id: 'o',
        title: 'Course',
        visible: true,
        children: [
          {
            id: 'i',
            title: 'One',
            href: 'index.html',
            scormType: 'sco',
            visible: true,
            children: [],
            masteryScore: 80,
            maxTimeAllowed: '00:30:00',
            launchData: 'a=1',
            prerequisites: 'x',
          },
        ],
      },
    });
    expect(findings.map(({ code }) => code)).toEqual(['prerequisites', 'prerequisites-unknown']);
  });

  it.each([
    ['type="aicc_script">i', ['prerequisites', 'prerequisites-never-met']],
    ['>i &amp;amp; (', ['prerequisites', 'prerequisites-unreadable']],
    ['type="javascript">i', ['prerequisites-unreadable']],
  ])('of SCORM 1.2 says what is wrong with what has to come before a part: %s', (prerequisites, expected) => {
    const inner = `<adlcp:prerequisites ${prerequisites}</adlcp:prerequisites>`;
    const { findings } = read({ organizations: item('identifierref="r"', inner) });
    expect(findings.map(({ code }) => code)).toEqual(expected);
  });

  it.each([
    ['1.2', 'scorm_12', '1.2'],
    ['CAM 1.3', 'scorm_2004', '2nd'],
    ['2004 2nd Edition', 'scorm_2004', '2nd'],
    ['2004 3rd Edition', 'scorm_2004', '3rd'],
    ['2004 4th Edition', 'scorm_2004', '4th'],
  ])('with the schemaversion %s is %s, %s edition', (version, standard, edition) => {
    expect(read({ version }).tree).toMatchObject({ standard, edition });
  });

  it('without a schemaversion is known by its namespaces', () => {
    expect(read({ version: '' }).tree?.standard).toBe('scorm_12');
    expect(read({ version: '', namespaces: namespaces2004 }).tree).toMatchObject({
      standard: 'scorm_2004',
      edition: '3rd',
    });
    const shares = item('identifierref="r"', '<adlcp:data><adlcp:map targetID="notes"/></adlcp:data>');
    expect(read({ version: '', namespaces: namespaces2004, organizations: shares }).tree?.edition).toBe('4th');
    expect(codes({ version: '' })).toEqual(['note no-schemaversion']);
    expect(codes({ version: 'Gold 9' })).toEqual(['warning unknown-schemaversion']);
  });

  it.each([
    ['href="a.html"', 'parameters="x=1"', 'a.html?x=1'],
    ['href="a.html?y=2"', 'parameters="?x=1"', 'a.html?y=2&x=1'],
    ['href="a.html#top"', 'parameters="&amp;x=1"', 'a.html?x=1#top'],
    ['href="a.html"', 'parameters="#end"', 'a.html#end'],
    ['href="a.html#top"', 'parameters="#end"', 'a.html#top'],
    ['href="dir\\page one.html"', '', 'dir/page%20one.html'],
    ['href="../../up.html"', '', 'up.html'],
    ['href="100%.html"', '', '100%25.html'],
    ['href="a.html" xml:base="part/"', '', 'part/a.html'],
  ])('opens <resource %s> with <item %s> at %s', (resource, parameters, href) => {
    const { tree } = read({
      organizations: item(`identifierref="r" ${parameters}`),
      resources: `<resource identifier="r" adlcp:scormType="sco" ${resource}/>`,
    });
    expect(scos(tree!)[0]?.href).toBe(href);
  });

  it('applies xml:base of the manifest, of the resources and of the resource', () => {
    const xml = manifest({
      attributes: 'xml:base="a/"',
      resources: '<resource identifier="r" adlcp:scormtype="sco" href="i.html" xml:base="c/"/>',
    }).replace('<resources>', '<resources xml:base="b/">');
    expect(scos(readManifest(Buffer.from(xml)).tree!)[0]?.href).toBe('a/b/c/i.html');
  });

  it('keeps chapters, and reads the default one of several organizations', () => {
    const other =
      '<organization identifier="x"><title>Other</title><item identifier="z" identifierref="r"/></organization>';
    const chapters =
      '<organization identifier="o"><title>Course</title><item identifier="c"><title>Chapter</title>' +
      '<item identifier="a" identifierref="r"/><item identifier="b" identifierref="r" isvisible="false"/></item></organization>';
    const { tree, findings } = read({ organizations: other + chapters });
    expect(tree).toMatchObject({ title: 'Course', organizations: 2 });
    expect(scos(tree!).map(({ id, visible }) => [id, visible])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['several-organizations']);
  });

  it('without an organization lists its SCOs', () => {
    const { tree, findings } = read({ organizations: '' });
    expect(scos(tree!).map(({ id, href }) => [id, href])).toEqual([['r', 'index.html']]);
    expect(findings.map(({ code }) => code)).toEqual(['no-organization']);
  });

  it('gives every item an identifier of its own', () => {
    const items = '<item identifier="i" identifierref="r"/>'.repeat(2) + '<item identifierref="r"/>';
    const { tree, findings } = read({ organizations: `<organization identifier="o">${items}</organization>` });
    expect(scos(tree!).map(({ id }) => id)).toEqual(['i', 'i-2', 'item-4']);
    expect(findings.map(({ code }) => code)).toEqual(['duplicate-identifier']);
  });

  it('takes items for SCOs when it never says what they are', () => {
    const { tree } = read({ resources: '<resource identifier="r" href="index.html"/>' });
    expect(scos(tree!)[0]?.scormType).toBe('sco');
  });

  it('says when nothing in it reports anything', () => {
    expect(codes({ resources: oneSco.replace('"sco"', '"asset"') })).toEqual(['warning only-assets']);
  });

  it('cannot open what is missing or elsewhere', () => {
    expect(codes({ organizations: item('identifierref="gone"') })).toEqual([
      'warning missing-resource',
      'refused nothing-to-launch',
    ]);
    expect(codes({ resources: '<resource identifier="r" adlcp:scormtype="sco" href="https://a.example/"/>' })).toEqual([
      'warning external-content',
      'refused nothing-to-launch',
    ]);
  });
});

describe('a manifest of SCORM 2004', () => {
  const two = (sequencing: string, root = '') =>
    `<organization identifier="o"><title>Course</title><item identifier="a" identifierref="r">${sequencing}</item>` +
    `<item identifier="b" identifierref="r"/>${root}</organization>`;
  const read2004 = (organizations: string, after = '') =>
    read({ version: '2004 4th Edition', namespaces: namespaces2004, organizations, after }).tree!;

  it('has thresholds, objectives and weights', () => {
    const [first] = scos(
      read2004(
        two(
          '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75" progressWeight="0.5"/>' +
            '<imsss:sequencing><imsss:rollupRules rollupObjectiveSatisfied="false" objectiveMeasureWeight="0"/>' +
            '<imsss:objectives><imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true">' +
            '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>' +
            '<imsss:objective objectiveID="s"><imsss:mapInfo targetObjectiveID="global"/></imsss:objective></imsss:objectives>' +
            '<adlseq:objectives><adlseq:objective objectiveID=" s "><adlseq:mapInfo targetObjectiveID="other"/></adlseq:objective></adlseq:objectives>' +
            '<imsss:deliveryControls completionSetByContent="true"/></imsss:sequencing>',
        ),
      ),
    );
    expect(first).toMatchObject({
      completionThreshold: 0.75,
      scaledPassingScore: 0.8,
      completionSetByContent: true,
      rollup: { success: false, completion: true, scoreWeight: 0, progressWeight: 0.5 },
      objectives: [
        { id: 'p', primary: true, globalObjectives: [] },
        { id: 's', primary: false, globalObjectives: ['global', 'other'] },
      ],
    });
  });

  it('has a completion threshold in the text of the 3rd edition', () => {
    const [first] = scos(read2004(two('<adlcp:completionThreshold>0.6</adlcp:completionThreshold>')));
    expect(first?.completionThreshold).toBe(0.6);
  });

  it('needs sequencing when it restricts the choice, and not when it lets choose', () => {
    const control = (attributes: string) => `<imsss:sequencing><imsss:controlMode ${attributes}/></imsss:sequencing>`;
    expect(read2004(two('', control('choice="true" flow="true"'))).needsSequencing).toBe(false);
    expect(read2004(two('', control('choice="false" flow="true"'))).needsSequencing).toBe(true);
    expect(read2004(item('identifierref="r"', control('choice="false"'))).needsSequencing).toBe(false);
    const limited =
      '<imsss:sequencing><imsss:limitConditions attemptExperiencedDurationLimit="PT1H"/></imsss:sequencing>';
    expect(read2004(two('', limited)).needsSequencing).toBe(true);
  });

  it('takes shared sequencing from its collection', () => {
    const shared =
      '<imsss:sequencingCollection><imsss:sequencing ID="s"><imsss:controlMode forwardOnly="true"/>' +
      '</imsss:sequencing></imsss:sequencingCollection>';
    expect(read2004(two('<imsss:sequencing IDRef="s"/>'), shared).needsSequencing).toBe(true);
  });
});

describe('the bytes of a manifest', () => {
  const titled = (encoding: string) =>
    manifest({ before: `<?xml version="1.0" encoding="${encoding}"?>\n` }).replace('Course', 'Café – “Größe”');
  const title = (bytes: Uint8Array) => readManifest(bytes).tree?.title;
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(titled('utf-8'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${titled('utf-8')}`)],
    ['UTF-16 LE', Buffer.from(titled('UTF-16'), 'utf16le')],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${titled('UTF-16')}`, 'utf16le')],
    ['UTF-16 BE', utf16be(titled('UTF-16'))],
    ['UTF-16 BE with a byte order mark', utf16be(`\ufeff${titled('UTF-16')}`)],
    ['UTF-8 that claims to be UTF-16', Buffer.from(titled('UTF-16'))],
  ])('may be %s', (_, bytes) => {
    expect(title(bytes)).toBe('Café – “Größe”');
  });

  it('may be Windows-1252, declared or not', () => {
    const cp1252 = (text: string) =>
      Buffer.from(text.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094'), 'latin1');
    expect(title(cp1252(titled('windows-1252')))).toBe('Café – “Größe”');
    expect(title(cp1252(titled('ISO-8859-1')))).toBe('Café – “Größe”');
    const undeclared = readManifest(cp1252(titled('utf-8')));
    expect(undeclared.tree?.title).toBe('Café – “Größe”');
    expect(undeclared.findings.map(({ code }) => code)).toEqual(['manifest-encoding']);
  });

  it('may start with white space and use a prefix nobody declared', () => {
    expect(title(Buffer.from(`\n  ${titled('utf-8')}`))).toBe('Café – “Größe”');
    expect(read({ namespaces: '' }).tree?.root.children[0]?.scormType).toBe('sco');
  });

  it.each([
    ['<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'manifest-doctype'],
    ['<!DOCTYPE manifest>', 'manifest-doctype'],
    ['<?xml version="1.0" encoding="x-klingon"?>', 'manifest-encoding'],
    ['<open>', 'manifest-not-xml'],
  ])('are refused when they start with %s', (before, code) => {
    const { tree, findings } = read({ before });
    expect([tree, findings.map((finding) => finding.code)]).toEqual([undefined, [code]]);
  });

  it('are refused when they are something else, or nothing', () => {
    const code = (text: string) => readManifest(Buffer.from(text)).findings.map((finding) => finding.code);
    expect(code('<html/>')).toEqual(['not-a-manifest']);
    expect(code('')).toEqual(['manifest-not-xml']);
    expect(code(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`)).toEqual(['manifest-too-deep']);
    expect(code(manifest().replace('ADL SCORM', 'IMS Common Cartridge'))).toEqual(['common-cartridge']);
  });
});
