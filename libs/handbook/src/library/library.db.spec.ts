import { Readable } from 'node:stream';
import { FixedDates } from '@induct/events';
import { FileStore, Search, type SearchReader } from '@induct/platform';
import type { TestDatabase } from '../../../../test/support/database';
import { DESK_ALL, FIRST, GivenLibrary, RESOURCE as TEXT, REVIEW } from '../../../../test/support/given-library';
import { LibraryReading } from './library-reading.service';
import { ResourceFiles } from './resource-files.service';
import type { Library } from './library.service';
import { ResourceIsNotReady, ResourceNotFound, ResourceWasChanged, ReviewIsInThePast } from './resource.errors';

const ALL = { kind: '', topic: '', q: '' } as const;

let given: GivenLibrary;
let database: TestDatabase;
let by: string;
let [library, reading, files] = [] as unknown as [Library, LibraryReading, ResourceFiles];

beforeAll(async () => {
  given = await GivenLibrary.open();
  ({ database, library, by } = given);
  [reading, files] = [given.parts.get(LibraryReading), given.parts.get(ResourceFiles)];
});
beforeEach(() => given.clock.set('2025-01-10T09:00:00Z'));
afterAll(() => given?.close());

const add: GivenLibrary['add'] = (...resource) => given.add(...resource);
const published: GivenLibrary['published'] = (...resource) => given.published(...resource);
const keep = (text: string, name: string) => files.keep(Readable.from([Buffer.from(text)]), name);
const idsFor = async (...roles: Parameters<typeof reading.page>) =>
  (await reading.page(...roles)).rows.map(({ resourceId }) => resourceId);
const mayRead = (roles: Parameters<typeof reading.find>[0], id: string) =>
  reading.find(roles, id).then(
    () => true,
    (error: unknown) => !(error instanceof ResourceNotFound) && Promise.reject(error as Error),
  );

it('shows whom it is for, once it is published, and nobody else', async () => {
  const draft = await add();
  const [forAll, members, officers] = [
    await published({ audience: 'public' }),
    await published(),
    await published({ audience: 'officers' }),
  ];
  const readers = [undefined, ['member'], ['auditor'], ['officer']] as const;
  const seen = await Promise.all(
    readers.map((roles) => Promise.all([draft, forAll, members, officers].map((id) => mayRead(roles, id)))),
  );
  expect(seen).toEqual([
    [false, true, false, false],
    [false, true, true, false],
    [false, true, true, false],
    [false, true, true, true],
  ]);
  expect(await idsFor(['member'], ALL, FIRST)).toEqual(expect.arrayContaining([forAll, members]));
  expect(await idsFor(['member'], ALL, FIRST)).not.toContain(officers);
  expect(await idsFor(undefined, ALL, FIRST)).toEqual([forAll]);
});

it('finds by words, kind and topic, and takes nothing in them for a pattern', async () => {
  const id = await published({ topic: 'safety', about: 'A 100%_sure way' });
  const find = (wanted: Partial<Record<'q' | 'kind' | 'topic', string>>) =>
    idsFor(['member'], { ...ALL, ...wanted } as never, FIRST);
  expect(await find({ q: '100%_SURE' })).toEqual([id]);
  expect(await find({ q: '100__sure' })).toEqual([]);
  expect(await find({ topic: 'safety' })).toEqual([id]);
  expect(await find({ topic: 'safety', kind: 'film' })).toEqual([]);
});

it('keeps every version with its files, and leads to the newest', async () => {
  const id = await add();
  const [pdf, other] = [await keep('%PDF-1.4 old', 'a.pdf'), await keep('%PDF-1.7 new', 'b.pdf')];
  const html = await keep('<!doctype html><title>T</title>', 'a.html');
  await library.putFile(id, { seen: 1, file: { ...pdf, isAccessible: false }, atOnceBecause: null, by });
  await library.publish(id, { seen: 2, by });
  await library.putFile(id, { seen: 3, file: { ...html, isAccessible: true }, atOnceBecause: null, by });
  await library.putFile(id, { seen: 4, file: { ...other, isAccessible: false }, atOnceBecause: null, by });
  const { file } = await reading.file(['member'], id, 'pdf');
  expect(file).toMatchObject({ fileName: 'b.pdf', bytes: 12 });
  const store = given.parts.get(FileStore);
  expect((await store.read(file!.sha256.toString('hex'))).toString()).toBe('%PDF-1.7 new');
  const versions = await library.history(id);
  expect(versions.map(({ number, files: of }) => [number, of.map(({ fileName }) => fileName).toSorted()])).toEqual([
    [5, ['a.html', 'b.pdf']],
    [4, ['a.html', 'a.pdf']],
    [3, ['a.pdf']],
    [2, ['a.pdf']],
    [1, []],
  ]);
  const [needed] = await database.source.query<{ needed: boolean }[]>('select file_is_needed($1) as needed', [
    pdf.sha256,
  ]);
  expect(needed).toEqual({ needed: true });
  for (const table of ['resource_version', 'resource_file'])
    await expect(database.asOwner(`delete from ${table}`)).rejects.toThrow('changed by a further version');
});

it('publishes no film without captions and a transcript: neither the service nor the database', async () => {
  const film = { kind: 'film', url: 'https://youtu.be/abcdefghijk' } as const;
  const id = await add(film);
  const refused = library.publish(id, { seen: 1, by });
  await expect(refused).rejects.toThrow(ResourceIsNotReady);
  await expect(refused).rejects.toMatchObject({ missing: [{ field: 'transcript' }, { field: 'captioned' }] });
  const text = { ...TEXT, ...film, transcript: 'Hello', isCaptioned: true };
  await library.change(id, { seen: 1, text, reviewBy: REVIEW, by });
  await library.publish(id, { seen: 2, by });
  const without = { seen: 3, text: { ...text, transcript: null }, reviewBy: REVIEW, by };
  await expect(library.change(id, without)).rejects.toThrow(ResourceIsNotReady);
  await expect(
    database.asOwner(
      `insert into resource_version select gen_random_uuid(), resource_id, 99, state, kind, audience, topic, title, about, body,
         language, url, null, is_captioned, owner, ends_on, withdrawn_because, at_once_because, recorded_at, recorded_by
         from resource_version where number = 3 and resource_id = '${id}'`,
    ),
  ).rejects.toThrow('resource_version_film_is_for_everybody');
});

it('overwrites nothing that somebody has changed since', async () => {
  const id = await add();
  const change = { seen: 1, text: { ...TEXT, title: 'Mine' }, reviewBy: REVIEW, by };
  const both = await Promise.allSettled([library.change(id, change), library.change(id, change)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  for (const act of [
    () => library.change(id, change),
    () => library.publish(id, { seen: 1, by }),
    () => library.withdraw(id, { seen: 1, because: 'Old', atOnce: false, by }),
    () => library.reviewed(id, { seen: 1, nextOn: '2026-01-10', by }),
    () => library.removeFile(id, { seen: 1, format: 'pdf', by }),
  ])
    await expect(act()).rejects.toThrow(ResourceWasChanged);
});

it('says why one was withdrawn to whoever had it, and shows what is over no more', async () => {
  const [gone, over] = [await published(), await published({ endsOn: '2025-01-11', topic: 'money' })];
  await library.withdraw(gone, { seen: 2, because: 'A newer one is out', atOnce: false, by });
  expect(await reading.find(['member'], gone)).toMatchObject({
    state: 'withdrawn',
    withdrawnBecause: 'A newer one is out',
  });
  expect(await mayRead(undefined, gone)).toBe(false);
  const money = { ...ALL, topic: 'money' } as const;
  expect(await idsFor(['member'], money, FIRST)).toEqual([over]);
  given.clock.set('2025-01-12T00:00:00Z');
  expect(await idsFor(['member'], money, FIRST)).toEqual([]);
});

it('asks for a review sixty days before its day, and takes it in one press', async () => {
  const before = await given.lists.attention();
  const due = await published({ topic: 'election' }, '2025-03-11');
  const late = await published({ topic: 'election' }, '2025-01-09');
  await published({ topic: 'election' }, '2025-03-12');
  await add({}, '2025-01-09');
  const { overdue, dueSoon } = await given.lists.attention();
  expect([overdue - before.overdue, dueSoon - before.dueSoon]).toEqual([1, 1]);
  const wants = async (what: 'review' | 'overdue') =>
    (await given.lists.page({ ...DESK_ALL, wants: what }, FIRST)).rows.map(({ resourceId }) => resourceId);
  expect([await wants('review'), await wants('overdue')]).toEqual([[late, due], [late]]);
  await expect(library.reviewed(late, { seen: 2, nextOn: '2025-01-10', by })).rejects.toThrow(ReviewIsInThePast);
  await library.reviewed(late, { seen: 2, nextOn: '2026-01-10', by });
  expect([await wants('review'), await wants('overdue')]).toEqual([[due], []]);
  const [{ reviewedBy, number }] = await library.history(late);
  expect([reviewedBy, number]).toEqual([by, 2]);
});

it('keeps what the public reads as it was before a poll, and puts right what is wrong', async () => {
  const id = await published({ audience: 'public', title: 'As it was', topic: 'election' });
  await given.parts.get(FixedDates).add({ on: '2025-05-01', kind: 'poll', title: 'Everybody' }, by);
  given.clock.set('2025-04-01T09:00:00Z');
  const change = (seen: number, title: string, atOnceBecause: string | null) =>
    library.change(id, {
      seen,
      text: { ...TEXT, audience: 'public', topic: 'election', title, atOnceBecause },
      reviewBy: REVIEW,
      by,
    });
  const title = async (roles?: readonly ['member']) => (await reading.find(roles, id)).title;
  const found = async () =>
    (await reading.foundByStrangers())
      .filter(({ path }) => [id, fresh].some((one) => path === `/candidates/library/${one}`))
      .map(({ title: called, audiences }) => [called, audiences]);
  await change(2, 'New words', null);
  expect([await title(), await title(['member'])]).toEqual(['As it was', 'New words']);
  const fresh = await published({ audience: 'public', topic: 'election', title: 'Fresh' });
  expect(await mayRead(undefined, fresh)).toBe(false);
  expect(await found()).toEqual([['As it was', ['stranger']]]);
  await change(3, 'Put right', 'The day was wrong');
  await change(4, 'Later words', null);
  expect([await title(), await title(['member'])]).toEqual(['Put right', 'Later words']);
  await library.withdraw(id, { seen: 5, because: 'It is wrong', atOnce: true, by });
  expect((await reading.find(undefined, id)).state).toBe('withdrawn');
  expect(await found()).toEqual([]);
  given.clock.set('2025-05-02T09:00:00Z');
  expect(await mayRead(undefined, fresh)).toBe(true);
  expect(await found()).toEqual([['Fresh', ['stranger']]]);
});

it('is found by whoever is signed in and may read it, as it is now, and not by strangers', async () => {
  const finds = async (audiences: SearchReader['audiences'], words = 'walrus', language: 'en' | 'cy' = 'en') =>
    (await given.parts.get(Search).find({ words, page: 1 }, { audiences, language })).hits.map(({ path }) => path);
  const [all, desk] = [
    await published({ audience: 'public', body: 'A walrus' }),
    await published({ audience: 'officers', body: 'A walrus at the desk' }),
  ];
  expect(await finds(['signed-in'])).toEqual([`/library/${all}`]);
  expect((await finds(['signed-in', 'officer'])).toSorted()).toEqual(
    [`/library/${all}`, `/library/${desk}`].toSorted(),
  );
  expect(await finds([])).toEqual([]);
  await library.change(all, { seen: 2, text: { ...TEXT, body: 'Walrws', language: 'cy' }, reviewBy: REVIEW, by });
  expect([await finds(['signed-in']), await finds(['signed-in'], 'walrws', 'cy')]).toEqual([[], [`/library/${all}`]]);
  await library.withdraw(all, { seen: 3, because: 'Over', atOnce: false, by });
  expect(await finds(['signed-in'], 'walrws', 'cy')).toEqual([]);
});
