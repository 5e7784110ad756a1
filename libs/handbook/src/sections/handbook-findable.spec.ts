import { handbookFindable } from './handbook-findable';
import type { PlacedText } from './handbook-tree';

const SINCE = new Date('2026-10-01T09:00:00Z');
const text = (entryId: string, more: Partial<PlacedText>): PlacedText => ({
  id: entryId,
  entryId,
  slug: entryId,
  kind: 'section',
  parentId: null,
  district: null,
  number: 1,
  title: entryId,
  titleCy: null,
  body: `About *${entryId}*`,
  bodyCy: null,
  position: 1,
  until: null,
  isAtOnce: true,
  isWithdrawn: false,
  recordedAt: SINCE,
  recordedBy: '',
  since: SINCE,
  ...more,
});
const CHAPTER = text('chapter', { kind: 'chapter' });
const SECTION = text('parking', { parentId: 'chapter' });
const ASKED = { kind: 'question', parentId: 'parking', until: '2026-11-30' } as const;
const OWN = { district: 'Kelderby', title: null, position: null, body: 'Ring Jo' };
const found = (texts: PlacedText[], today = '2026-11-30') =>
  handbookFindable([CHAPTER, ...texts], today).map(({ subject, language, district, title, body }) => [
    subject,
    language,
    district,
    title,
    body,
  ]);

describe('what can be found of the handbook', () => {
  it('is each section with its questions, as long as they are asked', () => {
    const texts = [SECTION, text('when', ASKED)];
    expect(found(texts)).toEqual([['parking', 'en', null, 'parking', 'About parking\nwhen\nAbout when\nchapter']]);
    expect(found(texts, '2026-12-01')).toEqual([['parking', 'en', null, 'parking', 'About parking\nchapter']]);
  });

  it('is by itself what one district is told', () => {
    const own = ['parking Kelderby', 'en', 'Kelderby', 'parking', 'Ring Jo'];
    expect(found([SECTION, text('parking', OWN)])).toContainEqual(own);
    expect(found([SECTION, text('parking', { ...OWN, isWithdrawn: true })])).toHaveLength(1);
    expect(found([text('parking', OWN), { ...SECTION, isWithdrawn: true }])).toEqual([]);
  });

  it('is no Welsh for a chapter’s name alone', () => {
    const chapter = { ...CHAPTER, titleCy: 'Pennod' };
    const of = (section: PlacedText) => handbookFindable([chapter, section], '2026-11-30').map(({ body }) => body);
    expect(of(SECTION)).toEqual(['About parking\nchapter']);
    expect(of({ ...SECTION, titleCy: 'Parcio' })).toEqual(['About parking\nchapter', 'Pennod']);
  });

  it('is in Welsh what is written in Welsh', () => {
    const welsh = ['parking', 'cy', null, 'Parcio', 'Am barcio'];
    expect(found([{ ...SECTION, titleCy: 'Parcio', bodyCy: 'Am barcio' }])).toContainEqual(welsh);
  });
});
