import { SaxesParser } from 'saxes';
import { writeManifest } from './package-writer';

const outline = {
  identifier: 'induct-manners',
  version: '1',
  title: 'Manners & "more" <for all>',
  scos: [{ id: 'sco', title: 'Manners', href: 'index.html', files: ['index.html', 'player.js'], masteryScore: 80 }],
};

describe('the manifest of a package', () => {
  it('is well-formed XML whatever the title holds', () => {
    const titles: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    let text = '';
    parser.on('text', (piece) => (text += piece));
    parser.on('opentag', () => (text = ''));
    parser.on('closetag', (tag) => tag.local === 'title' && titles.push(text));
    parser.write(writeManifest(outline)).close();
    expect(titles).toEqual(['Manners & "more" <for all>', 'Manners']);
  });

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
