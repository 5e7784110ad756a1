import { Test, type TestingModule } from '@nestjs/testing';
import { AskingLetters, ReminderChoices } from '@induct/letters';
import { HearingModule, PlatformModule, Search } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aPerson } from '../../../../test/support/given-person';
import { handbook } from '../handbook.lib';
import { HandbookModule } from '../handbook.module';
import { HandbookFinding } from '../sections/handbook-finding.service';
import { type GeneralText, HandbookTexts } from '../sections/handbook-texts.service';
import { HandbookPlaceNotFound, HandbookTextWasChanged } from '../sections/handbook.errors';
import { EditionLettersModule } from './edition-letters.module';
import {
  EditionIsOpen,
  EditionIsOut,
  EditionNotFound,
  EditionNumberIsTaken,
  NothingToPublish,
  PublishIsPast,
} from './edition.errors';
import { Editions, type PublishedEdition } from './editions.service';
import { handbookChanges, piecesOf } from './handbook-changes';
import { PaperWishes } from './paper-wishes';

let database: TestDatabase;
let parts: TestingModule;
let clock: FixedClock;
let texts: HandbookTexts;
let editions: Editions;
let officer = '';
const said = (title: string, more: Partial<GeneralText> = {}): GeneralText => ({
  title,
  titleCy: null,
  body: `About ${title}`,
  bodyCy: null,
  position: 10,
  until: null,
  isAtOnce: false,
  ...more,
});
const own = (body: string) => ({ body, bodyCy: null });
const read = async (district: string | null) => piecesOf(await texts.live(district)).map((piece) => piece.words);
const publish = async (number: number, at: string) => {
  await editions.draft({ number, title: `Edition of ${at}` }, officer);
  await editions.plan(number, { title: `Edition of ${at}`, publishAt: new Date(at) }, officer);
  clock.set(at);
  expect(await editions.publishDue()).toBe(number);
  return (await editions.find(number)) as PublishedEdition;
};

beforeAll(async () => {
  database = await cloneDatabase();
  clock = new FixedClock();
  const platform = PlatformModule.with(testConfig(database.url, { WELSH: 'true' }), database.source, { clock });
  parts = await Test.createTestingModule({
    imports: [platform, HearingModule.of([handbook]), HandbookModule, EditionLettersModule],
  }).compile();
  await parts.init();
  clock.set('2026-01-10T09:00:00Z');
  texts = parts.get(HandbookTexts);
  editions = parts.get(Editions);
  officer = await aPerson(database.source, { name: 'Olive Officer', roles: ['officer'] });
  for (const district of ['Kelderby', 'Dunsey']) await aPerson(database.source, { name: `Of ${district}`, district });
});
afterAll(async () => {
  await parts?.close();
  await database?.drop();
});

it('has nothing to publish while there is no section', async () => {
  await texts.add('chapter', null, said('Chapter'), officer);
  await editions.draft({ number: 4, title: 'First here' }, officer);
  const at = new Date('2026-01-11T09:00:00Z');
  await expect(editions.plan(4, { title: 'First here', publishAt: at }, officer)).rejects.toThrow(NothingToPublish);
  await texts.add('section', 'chapter', said('Section'), officer);
  await expect(editions.plan(4, { title: 'x', publishAt: clock.now() }, officer)).rejects.toThrow(PublishIsPast);
  await editions.plan(4, { title: 'First here', publishAt: at }, officer);
  await expect(editions.draft({ number: 5, title: 'x' }, officer)).rejects.toThrow(EditionIsOpen);
});

it('comes out at its time, once, however many look', async () => {
  expect([await editions.publishDue(), await read(null)]).toEqual([undefined, []]);
  clock.set('2026-01-11T09:00:00Z');
  const came = await Promise.all([editions.publishDue(), editions.publishDue(), editions.publishDue()]);
  expect(came.filter((number) => number !== undefined)).toEqual([4]);
  expect(await read(null)).toEqual(['Chapter\nAbout Chapter', 'Section\nAbout Section']);
  const wanted = await parts.get(PaperWishes).of((await editions.find(4)).id);
  expect(wanted.map(({ district, language }) => `${district} ${language}`)).toEqual([
    'null en',
    'null cy',
    'Dunsey en',
    'Dunsey cy',
    'Kelderby en',
    'Kelderby cy',
  ]);
  await expect(editions.plan(4, { title: 'x', publishAt: null }, officer)).rejects.toThrow(EditionIsOut);
  await expect(editions.draft({ number: 4, title: 'x' }, officer)).rejects.toThrow(EditionNumberIsTaken);
});

it('tells a district at once, and leaves the others and the edition alone', async () => {
  const edition = (await editions.current())!;
  const before = [await read('Dunsey'), await read(null)];
  clock.set('2026-02-01T09:00:00Z');
  await texts.tell('section', 'Kelderby', own('Ring **Jo**'), { seen: 0, by: officer });
  expect(await read('Kelderby')).toEqual(['Chapter\nAbout Chapter', 'Section\nAbout Section', 'Ring Jo']);
  expect([await read('Dunsey'), await read(null)]).toEqual(before);
  for (const district of ['Kelderby', 'Dunsey', null])
    expect(piecesOf(await editions.said(edition, district))).toHaveLength(2);
  const changes = async (district: string) =>
    handbookChanges(await editions.said(edition, district), await texts.live(district));
  expect(await changes('Kelderby')).toMatchObject([{ what: 'new', title: 'In Kelderby', on: '2026-02-01' }]);
  expect(await changes('Dunsey')).toEqual([]);
});

const found = async (words: string, district: string | null) =>
  (await parts.get(Search).find({ words, page: 1 }, { audiences: ['member'], district, language: 'en' })).hits.map(
    ({ path }) => path,
  );

it('is found as it is read, by whom it is told to', async () => {
  expect(await found('section', 'Dunsey')).toEqual(['/handbook/section']);
  expect([await found('jo', 'Kelderby'), await found('jo', 'Dunsey')]).toEqual([['/handbook/section'], []]);
});

it('keeps what is written for everybody until the next edition, unless it is at once', async () => {
  await texts.change('section', said('Section', { body: 'Later' }), { seen: 1, by: officer });
  expect(await read(null)).toContain('Section\nAbout Section');
  await texts.change('section', said('Section', { body: 'At once', isAtOnce: true }), { seen: 2, by: officer });
  expect(await read(null)).toContain('Section\nAt once');
  await texts.add('question', 'section', said('Streetlights?', { until: '2026-03-01', isAtOnce: true }), officer);
  await texts.withdraw('section', false, { seen: 3, by: officer });
  expect(await read(null)).toHaveLength(3);
  expect(await found('streetlights', null)).toEqual(['/handbook/section']);
  clock.set('2026-03-02T09:00:00Z');
  expect(await read(null)).toEqual(['Chapter\nAbout Chapter', 'Section\nAt once']);
  await parts.get(HandbookFinding).renewToday();
  expect(await found('streetlights', null)).toEqual([]);
});

it('makes live what waited, and takes out what was to go; what was said stays said', async () => {
  await texts.add('section', 'chapter', said('Other'), officer);
  const first = (await editions.find(4)) as PublishedEdition;
  const was = piecesOf(await editions.said(first, 'Kelderby'));
  await publish(5, '2026-07-11T09:00:00Z');
  expect(await read('Kelderby')).toEqual(['Chapter\nAbout Chapter', 'Other\nAbout Other']);
  expect(piecesOf(await editions.said(first, 'Kelderby'))).toEqual(was);
  const second = (await editions.current())!;
  expect(handbookChanges(await editions.said(second, 'Kelderby'), await texts.live('Kelderby'))).toEqual([]);
});

it('saves nothing over what somebody else wrote', async () => {
  const change = (body: string) => texts.change('other', said('Other', { body }), { seen: 1, by: officer });
  const both = await Promise.allSettled([change('One'), change('Two')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(change('Three')).rejects.toThrow(HandbookTextWasChanged);
});

it('throws a draft away, which frees its number, and keeps what was written for the next; no edition that is out', async () => {
  await editions.draft({ number: 6, title: 'Too early' }, officer);
  await editions.throwAway(6, officer);
  await expect(editions.find(6)).rejects.toThrow(EditionNotFound);
  await expect(editions.throwAway(6, officer)).rejects.toThrow(EditionNotFound);
  await expect(editions.throwAway(5, officer)).rejects.toThrow(EditionIsOut);
  const acts = await database.source.query(`select action, detail from audit_event where action like '%thrown-away'`);
  expect(acts).toEqual([
    { action: 'handbook.edition-thrown-away', detail: { number: 6, title: 'Too early', publishAt: null } },
  ]);
});

it('moves a section to another chapter with the next edition, whatever is written of it in between', async () => {
  await texts.add('chapter', null, said('Second chapter', { position: 20 }), officer);
  await texts.add('section', 'second-chapter', said('Stays there'), officer);
  const before = await read(null);
  await expect(texts.move('other', 'stays-there', { seen: 2, by: officer })).rejects.toThrow(HandbookPlaceNotFound);
  await expect(texts.move('chapter', 'second-chapter', { seen: 1, by: officer })).rejects.toThrow(
    HandbookPlaceNotFound,
  );
  await texts.move('other', 'second-chapter', { seen: 2, by: officer });
  await texts.tell('other', 'Dunsey', own('For Dunsey'), { seen: 0, by: officer });
  expect(await read(null)).toEqual(before);
  await texts.change('other', said('Other', { body: 'Written after the move', position: 30 }), {
    seen: 3,
    by: officer,
  });
  const was = (await editions.current())!;
  await publish(6, '2026-09-11T09:00:00Z');
  const tree = await texts.live('Dunsey');
  const places = tree.chapters.map(({ text, sections }) => [
    text.title,
    ...sections.map((one) => [one.text.title, one.text.body, one.own?.body]),
  ]);
  expect(places).toEqual([
    ['Chapter'],
    [
      'Second chapter',
      ['Stays there', 'About Stays there', undefined],
      ['Other', 'Written after the move', 'For Dunsey'],
    ],
  ]);
  expect(piecesOf(await editions.said(was, null)).find(({ title }) => title === 'Other')?.under).toEqual(['Chapter']);
});

it('tells members of a new edition by letter: once, in a letter that they want, while it is news', async () => {
  const since = new Date('2026-01-01T09:00:00Z');
  const [ann, bob] = [await member('Ann Told'), await member('Bob Mandatory')];
  await parts.get(ReminderChoices, { strict: false }).choose(bob, { how: 'mandatory', weekday: null });
  const told = async (at: string) => {
    clock.set(at);
    await parts.get(AskingLetters, { strict: false }).writeAll(() => false);
    const rows = await database.source.query<{ name: string; subject: string; body_text: string }[]>(
      `select p.name, l.subject, l.body_text from letter_standing l join person_current p on p.email = l.recipient
        where p.id = any($1) order by l.created_at`,
      [[ann, bob]],
    );
    return rows;
  };
  const [letter, ...others] = await told('2026-09-14T09:00:00Z');
  expect([letter, others]).toEqual([
    expect.objectContaining({ name: 'Ann Told', subject: 'Edition 6 of the Members Handbook is out' }),
    [],
  ]);
  expect(letter!.body_text).toMatch(/\/handbook\n[^]*\/handbook\/changes\?edition=5\n/);
  expect(await told('2026-09-15T09:00:00Z')).toHaveLength(1);
  const late = await member('Cy Came Later');
  clock.set('2026-10-12T09:00:00Z');
  await parts.get(AskingLetters, { strict: false }).writeAll(() => false);
  const reached = await database.source.query('select from handbook_edition_told where person_id = $1', [late]);
  expect(reached).toEqual([]);

  function member(name: string) {
    return aPerson(database.source, { name, roles: ['member'], since });
  }
});

it.each([
  [`update handbook_text set body = 'x'`, 'changed by a further one'],
  ['delete from handbook_text', 'changed by a further one'],
  ['truncate handbook_text cascade', 'changed by a further one|stays as it is'],
  [`update handbook_edition set title = 'x'`, 'stays as it is'],
  [`update handbook_edition set published_at = null`, 'stays as it is'],
  ['delete from handbook_edition', 'stays as it is|violates'],
  ['delete from handbook_edition_text', 'stays as it is'],
  ['insert into handbook_edition_text select e.id, t.id from handbook_edition e, handbook_text t', 'stays as it is'],
])('refuses even its owner to change what was said: %s', async (change, words) => {
  await expect(database.asOwner(change)).rejects.toThrow(new RegExp(words));
});

it('keeps a printed copy as it was made', async () => {
  await database.source.query(
    `update handbook_paper set sha256 = '\\x01', bytes = 1, made_at = now() where district = 'Dunsey'`,
  );
  for (const change of ["sha256 = '\\x02'", "language = 'cy'", 'district = null'])
    await expect(
      database.source.query(`update handbook_paper set ${change} where district = 'Dunsey' and language = 'en'`),
    ).rejects.toThrow('made once');
  await expect(database.source.query('delete from handbook_paper')).rejects.toThrow('made once');
  const [{ needed }] = await database.source.query(`select file_is_needed('\\x01') as needed`);
  expect(needed).toBe(true);
});
