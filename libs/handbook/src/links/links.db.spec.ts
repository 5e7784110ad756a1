import { CouncilContacts, NO_CONTACT } from '@induct/people';
import { DESK_ALL, FIRST, GivenLibrary } from '../../../../test/support/given-library';
import { LinkCheckRepository } from './link-check.repository';
import { LinkChecking } from './link-checking.service';
import type { LinkReader } from './link-reader';
import { lookOfStatus } from './look';

const [GOOD, BAD, BESIDE] = ['https://good.example/', 'https://bad.example/', 'https://beside.example/'];
const FILM = 'https://youtu.be/abcdefghijk';
let given: GivenLibrary;
let checking: LinkChecking;
let looked: string[] = [];
const turn = async () => {
  looked = [];
  return await checking.checkDue(() => false, 0);
};
let bad = '';
beforeAll(async () => {
  given = await GivenLibrary.open();
  given.clock.set('2025-07-01T09:00:00Z');
  const contacts = given.parts.get(CouncilContacts);
  await contacts.set({ ...NO_CONTACT, links: [{ title: 'Beside', url: BESIDE }] }, given.by);
  const reader = {
    look: (url: string) => {
      looked.push(url);
      return Promise.resolve(lookOfStatus(url === BAD ? 404 : url === BESIDE ? 401 : 200));
    },
  };
  const repository = new LinkCheckRepository(given.database.source);
  checking = new LinkChecking(repository, reader as unknown as LinkReader, contacts, given.clock);
  await given.published({ kind: 'link', url: GOOD });
  await given.published({ kind: 'link', url: GOOD });
  bad = await given.published({ kind: 'link', url: BAD });
  await given.published({ kind: 'film', url: FILM, transcript: 'Hello', isCaptioned: true });
  await given.add({ kind: 'link', url: 'https://draft.example/' });
});
afterAll(() => given?.close());

it('looks at every address once, those beside the library too, and again when it is time', async () => {
  given.clock.set('2025-07-01T09:00:00Z');
  await turn();
  expect(looked.toSorted()).toEqual([BAD, BESIDE, GOOD, FILM]);
  expect(await turn()).toBe(0);
  given.clock.set('2025-07-02T09:00:00Z');
  await turn();
  expect(looked).toEqual([BAD]);
  const found = async () => (await given.lists.page({ ...DESK_ALL, wants: 'link' }, FIRST)).rows;
  expect([await found(), (await given.lists.attention()).brokenLinks]).toEqual([[], 0]);
  given.clock.set('2025-07-04T09:00:00Z');
  await turn();
  expect((await found()).map(({ resourceId }) => resourceId)).toEqual([bad]);
  expect((await given.lists.attention()).brokenLinks).toBe(1);
  const links = await given.lists.links([{ title: 'Beside', url: BESIDE }], FIRST);
  expect(links.total).toBe(5);
  expect(links.rows[0]).toMatchObject({ url: BAD, resourceId: bad, status: 404 });
  expect(links.rows.find(({ url }) => url === BESIDE)).toMatchObject({ resourceId: null, outcome: 'needs_sign_in' });
});

it('forgets an address when nobody is sent there any more', async () => {
  given.clock.set('2025-07-05T09:00:00Z');
  await given.library.withdraw(bad, { seen: 2, because: 'It is gone', atOnce: false, by: given.by });
  await turn();
  const [left] = await given.database.source.query<{ count: number }[]>(
    'select count(*)::int from link_check where url = $1',
    [BAD],
  );
  expect(left).toEqual({ count: 0 });
});
