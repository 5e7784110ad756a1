import { Readable } from 'node:stream';
import { Library, LinkChecks, ResourceFiles, type ResourceText } from '@induct/handbook';
import type { HTTPRequest } from 'puppeteer';
import { LONG } from '../../../../../test/support/council-at-work';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const TEXT: ResourceText = {
  kind: 'how_to',
  audience: 'public',
  topic: 'ict',
  title: 'Set up your tablet',
  about: 'From the box to the first email',
  body: 'Turn it on\nWait',
  language: 'en',
  url: null,
  transcript: null,
  isCaptioned: false,
  owner: 'ICT service desk',
  endsOn: null,
  atOnceBecause: null,
};
const URL_OF_LONG = `https://a.example/${'x'.repeat(200)}`;

let site: SiteInBrowser;
let officer = '';
let [long, own, youTube, gone, draft] = ['', '', '', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => site.desk.app.get(service, { strict: false });
const expectUsable = (name: string, path: string) => site.expectUsable(name, () => site.goTo(path));

async function put(text: Partial<ResourceText>, files: Record<string, string> = {}, reviewBy = '2027-11-01') {
  const id = await of(Library).add({ ...TEXT, ...text }, { reviewBy, by: officer });
  let seen = 1;
  for (const [fileName, content] of Object.entries(files)) {
    const kept = await of(ResourceFiles).keep(Readable.from([Buffer.from(content, 'latin1')]), fileName);
    const file = { ...kept, isAccessible: kept.format !== 'pdf' };
    await of(Library).putFile(id, { seen, file, atOnceBecause: null, by: officer });
    seen += 1;
  }
  return { id, seen };
}
async function publish(...given: Parameters<typeof put>): Promise<string> {
  const { id, seen } = await put(...given);
  await of(Library).publish(id, { seen, by: officer });
  return id;
}

beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/library');
  officer = await site.desk.who('officer');
  const title = LONG.slice(0, 150);
  const words = { title, about: LONG, body: LONG, owner: LONG.slice(0, 150) };
  long = await publish(
    { ...words, url: URL_OF_LONG },
    { 'a.html': '<!doctype html><p>', 'b.pdf': '%PDF-' },
    '2026-11-01',
  );
  await publish({ kind: 'link', url: URL_OF_LONG, topic: 'money', language: 'cy', title: 'Treuliau' });
  await publish({ kind: 'document', topic: 'conduct', title: 'Only as a PDF' }, { 'a.pdf': '%PDF-' });
  const film = { kind: 'film', topic: 'meetings', transcript: LONG } as const;
  own = await publish({ ...film, title: 'Our film' }, { 'a.mp4': '\0\0\0\x18ftypmp42', 'a.vtt': 'WEBVTT\n' });
  const url = 'https://youtu.be/abcdefghijk';
  youTube = await publish({ ...film, title: 'Their film', url, isCaptioned: true });
  gone = await publish({ title: 'Gone' });
  await of(Library).withdraw(gone, { seen: 2, because: LONG, atOnce: false, by: officer });
  draft = (await put({ kind: 'film', title: 'A draft', body: null })).id;
  const fails = { outcome: 'fails', why: 'status', status: 404 } as const;
  for (const day of ['2026-11-17', '2026-11-21']) {
    site.desk.clock.set(`${day}T09:00:00Z`);
    await of(LinkChecks).record(URL_OF_LONG, fails);
  }
  site.desk.clock.set('2026-11-22T14:32:00Z');
});
afterAll(() => site?.close());

it('the library can be used by everybody: full, with long words, a broken link, something withdrawn', async () => {
  await site.signIn('member');
  await expectUsable('library', '/library');
  await expectUsable('library-nothing', '/library?q=nothing+at+all');
  await expectUsable('long', `/library/${long}`);
  await expectUsable('withdrawn', `/library/${gone}`);
  await expectUsable('own-film', `/library/${own}`);
  await site.signInAs(undefined);
  await expectUsable('candidates-library', '/candidates/library');
});

it('asks YouTube for nothing before the film is wanted, and then names no page of ours', async () => {
  const { page, origin } = site;
  await site.signIn('member');
  await page.setViewport({ width: 1280, height: 900 });
  const outside: HTTPRequest[] = [];
  const answer = (request: HTTPRequest) => {
    if (request.url().startsWith(origin)) return void request.continue();
    outside.push(request);
    const body = '<!doctype html><html lang="en"><title>Film</title><main><h1>Film</h1></main></html>';
    void request.respond({ contentType: 'text/html', body });
  };
  await page.setRequestInterception(true);
  page.on('request', answer);
  try {
    await site.goTo('/library');
    await site.goTo(`/library/${youTube}`);
    await page.hover('.library-play .govuk-button');
    await page.waitForNetworkIdle({ idleTime: 200 });
    expect(outside.map((request) => request.url())).toEqual([]);
    await site.press('.library-play .govuk-button');
    await page.waitForNetworkIdle({ idleTime: 200 });
    expect(outside.map((request) => new URL(request.url()).origin)).toEqual(['https://www.youtube-nocookie.com']);
    expect(outside[0]!.headers()['referer'] ?? `${origin}/`).toBe(`${origin}/`);
    const policy = await page.$eval('iframe', (frame) => frame.getAttribute('referrerpolicy'));
    expect(policy).toBe('strict-origin-when-cross-origin');
    await site.expectUsable('film', () => Promise.resolve());
  } finally {
    page.off('request', answer);
    await page.setRequestInterception(false);
  }
});

it('the desk of the library can be used by everybody, also when something is wrong', async () => {
  await site.signInAs(officer);
  await expectUsable('desk-library', '/admin/library');
  await expectUsable('desk-resource', `/admin/library/${long}`);
  await expectUsable('desk-draft', `/admin/library/${draft}`);
  await site.expectUsable('desk-form-wrong', async () => {
    await site.goTo('/admin/library/new');
    await site.press('main form button');
  });
  expect(await site.page.title()).toMatch(/^Error: /);
  const edit = `/admin/library/${long}/edit`;
  await site.expectUsable('desk-form-stale', async () => {
    await site.goTo(edit);
    await of(Library).change(long, {
      seen: 4,
      text: { ...TEXT, title: LONG.slice(0, 140) },
      reviewBy: '2027-01-01',
      by: officer,
    });
    await site.press('main form button');
  });
  expect(await site.page.$eval('#theirs', ({ textContent }) => textContent)).toContain('Yours:');
  await expectUsable('desk-file', `/admin/library/${long}/files/new`);
  await expectUsable('desk-withdraw', `/admin/library/${long}/withdraw`);
  await expectUsable('desk-reviews', '/admin/library/reviews');
  await expectUsable('desk-links', '/admin/library/links');
});
