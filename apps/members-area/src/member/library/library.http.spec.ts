import type { Desk } from '../../../../../test/support/given-desk';
import { DESK, LibraryDesk, PDF } from '../../../../../test/support/library-desk';

let library: LibraryDesk;
let desk: Desk;

beforeAll(async () => {
  library = await LibraryDesk.open();
  ({ desk } = library);
});
afterAll(() => library?.desk.close());

it('plays nothing of YouTube before it is asked to, and lets the player in on that page alone', async () => {
  const url = 'https://www.youtube.com/watch?v=abcdefghijk';
  const id = await library.added({ kind: 'film', url, transcript: 'A voice: hello', captioned: 'yes' });
  await library.send(`${DESK}/${id}/publish`, { seen: '1' });
  const page = await desk.get('member', `/library/${id}`);
  expect(page.text).toContain('A voice: hello');
  expect(page.body).not.toMatch(/<iframe|<video|youtube-nocookie|ytimg/);
  expect(page.headers['content-security-policy']).toContain(`frame-src 'self'`);
  const film = await desk.get('member', `/library/${id}/film`);
  expect(film.body).toContain('referrerpolicy="strict-origin-when-cross-origin"');
  expect(film.body).toContain('src="https://www.youtube-nocookie.com/embed/abcdefghijk?');
  expect(film.headers['content-security-policy']).toContain('frame-src https://www.youtube-nocookie.com;');
  expect((await desk.get('member', '/library')).headers['content-security-policy']).not.toContain('youtube');
});

it('shows a film of our own with its captions', async () => {
  const id = await library.added({ kind: 'film', transcript: 'Hello' });
  await library.put(id, Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'a.mp4', { seen: '1' });
  expect((await desk.get('officer', `${DESK}/${id}`)).text).toContain('Add captions, as a WebVTT file');
  await library.put(id, Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello'), 'a.vtt', { seen: '2' });
  await library.send(`${DESK}/${id}/publish`, { seen: '3' });
  const { body, headers } = await desk.get('member', `/library/${id}`);
  expect(body).toMatch(/<video[^>]*preload="none"/);
  expect(body).toContain(`<track kind="captions" src="/library/${id}/vtt" srclang="en"`);
  expect(headers['content-security-policy']).toContain(`media-src 'self'`);
  expect((await desk.get('member', `/library/${id}/mp4`)).headers['content-type']).toBe('video/mp4');
  expect((await desk.get('member', `/library/${id}/film`)).status).toBe(404);
});

it('gives everybody what is for them, and nothing else', async () => {
  const all = await Promise.all(['public', 'members', 'officers'].map((audience) => library.published({ audience })));
  const statuses = async (role: Parameters<Desk['get']>[0], home: string) =>
    Promise.all(all.map(async (id) => (await desk.get(role, `${home}/${id}`)).status));
  expect(await statuses(undefined, '/candidates/library')).toEqual([200, 404, 404]);
  // Also to whoever could read it elsewhere.
  expect(await statuses('officer', '/candidates/library')).toEqual([200, 404, 404]);
  expect(await statuses('member', '/library')).toEqual([200, 200, 404]);
  expect(await statuses('officer', '/library')).toEqual([200, 200, 200]);
  expect((await desk.get(undefined, `/library/${all[0]}`)).status).toBe(303);
});

it('gives nothing away of what is over', async () => {
  const ends = { 'ends-day': '22', 'ends-month': '11', 'ends-year': '2026' };
  const id = await library.added({ ...ends });
  await library.put(id, PDF, 'a.pdf', { seen: '1' });
  await library.send(`${DESK}/${id}/publish`, { seen: '2' });
  expect((await desk.get('member', `/library/${id}/pdf`)).status).toBe(200);
  desk.clock.set('2026-11-23T09:00:00Z');
  expect((await desk.get('member', `/library/${id}`)).text).toContain('This was here until 22 November 2026');
  expect((await desk.get('member', `/library/${id}/pdf`)).status).toBe(404);
  desk.clock.set('2026-11-22T14:32:00Z');
});

it('pages ten by ten, and filters', async () => {
  for (let nth = 0; nth < 11; nth += 1) await library.published({ title: `Tablet ${nth}`, topic: 'ict' });
  const at = (query: string) => desk.get('member', `/library?${query}`);
  expect((await at('topic=ict')).text).toContain('Showing 1 to 10 of 11');
  expect((await at('topic=ict&page=9')).text).toContain('Showing 11 to 11 of 11');
  expect((await at('q=tablet+7')).text).toMatch(/Computers and phones Tablet 7 How to/);
  expect((await at('kind=film&topic=ict')).text).toContain('Nothing fits');
  expect((await at('kind=x&topic=y&page=-1')).status).toBe(200);
  expect((await desk.get('officer', `${DESK}?q=tablet&kind=how_to`)).text).toContain('Showing all 11');
  expect((await desk.get('officer', `${DESK}?q=nothing+at+all`)).text).toContain('Nothing fits');
});
