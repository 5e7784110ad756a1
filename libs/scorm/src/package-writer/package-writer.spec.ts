import { SaxesParser } from 'saxes';
import { readManifest } from '../manifest/manifest';
import type { ScoOutline } from './package-outline';
import { writeManifest } from './package-writer';

const outline = {
  identifier: 'induct-manners',
  version: '1',
  title: 'Manners & "more" <for all>',
  scos: [{ id: 'sco', title: 'Manners', href: 'index.html', files: ['index.html', 'player.js'], masteryScore: 80 }],
};

describe.each(['scorm_12', 'scorm_2004'] as const)('the manifest of a package for %s', (standard) => {
  it('is well-formed XML whatever the title holds', () => {
    const titles: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    let text = '';
    parser.on('text', (piece) => (text += piece));
    parser.on('opentag', () => (text = ''));
    parser.on('closetag', (tag) => tag.local === 'title' && titles.push(text));
    parser.write(writeManifest(outline, standard)).close();
    expect(titles).toEqual(['Manners & "more" <for all>', 'Manners']);
  });

  it('is read by our own reader without a finding', () => {
    const { tree, findings, files } = readManifest(Buffer.from(writeManifest(outline, standard)));
    expect(findings).toEqual([]);
    expect(tree).toMatchObject({ standard, edition: standard === 'scorm_12' ? '1.2' : '4th', needsSequencing: false });
    expect(files).toEqual(['index.html', 'player.js']);
  });
});

describe('the manifest for SCORM 1.2', () => {
  it('names the file to launch, every other file and the mastery score', () => {
    const manifest = writeManifest(outline);
    expect(manifest).toContain('adlcp:scormtype="sco" href="index.html"');
    expect(manifest).toContain('<file href="player.js"/>');
    expect(manifest).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>');
  });

  it('leaves the mastery score out when the content alone decides', () => {
    const [sco] = outline.scos;
    const manifest = writeManifest({ ...outline, scos: [{ ...sco!, masteryScore: undefined }] });
    expect(manifest).not.toContain('masteryscore');
  });
});

describe('the manifest for SCORM 2004', () => {
  const [sco] = outline.scos;
  const manifest = (more: Partial<typeof sco & ScoOutline>) =>
    writeManifest({ ...outline, scos: [{ ...sco!, ...more }] }, 'scorm_2004');

  it('says the edition, and capitals as its schema has them', () => {
    expect(manifest({})).toContain('<schemaversion>2004 4th Edition</schemaversion>');
    expect(manifest({})).toContain('adlcp:scormType="sco"');
  });

  it('makes the pass mark the measure of the primary objective', () => {
    expect(manifest({})).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>');
    expect(manifest({ masteryScore: undefined })).not.toContain('satisfiedByMeasure');
  });

  it('lists what the SCO teaches, and completes it by progress only when it reports that', () => {
    expect(manifest({ objectives: ['find-decision'] })).toContain('<imsss:objective objectiveID="find-decision"/>');
    expect(manifest({})).not.toContain('completionThreshold');
    expect(manifest({ reportsProgress: true })).toContain('completedByMeasure="true" minProgressMeasure="1"');
  });
});
