import { PackageUploads } from '@induct/course';
import { Desk } from '../../../../../test/support/given-desk';
import { GivenDraft } from '../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.begin(desk, 'Late papers');
  // More than anybody reads in the three minutes that it promises.
  await draft.post('/screens/the-rule/parts?kind=text&at=0', { body: 'Read it all. '.repeat(400) });
});
afterAll(() => desk?.close());

describe('build and test', () => {
  it('says beforehand what keeps it from being built, and builds what has something to mend', async () => {
    expect((await draft.get()).text).toMatch(
      /\d+ things? keeps? it from being built ?, for testers too\..*Stops the build It promises 3/,
    );
    const page = await draft.get('/test');
    expect(page.text).toMatch(/It cannot be built yet\..*To mend before it can be built Stops the build It promises 3/);
    expect(page.text).toMatch(/To mend before it is published .*To mend The module has \d+ screens/);
    expect(page.body).not.toContain('Build it');
  });

  it('says what keeps it from being built, in plain words and with the way there', async () => {
    const { status, text, body } = await draft.post('/test', {});
    expect([status, text]).toEqual([409, expect.stringContaining('It cannot be built yet')]);
    expect(text).toMatch(/It promises 3 minutes, but takes an average reader about \d+/);
    expect(body).not.toMatch(/questions\.yaml|module\.yaml|:::/);
  });

  const uploads = () => desk.app.get(PackageUploads, { strict: false });
  const idOf = (upload: string) => upload.split('/').at(-1)!;

  it('takes the package in like any other, and opens the way to a round', async () => {
    const copy = await GivenDraft.begin(desk, 'Scrutiny here', 'shipped:scrutiny');
    // Pressed twice: until the first is in, another would be another module.
    const both = await Promise.all([copy.post('/test', {}), copy.post('/test', {})]);
    const upload = String(both.find(({ status }) => status === 303)!.headers['location']);
    for (const { text } of both.filter(({ status }) => status !== 303))
      expect(text).toContain('What was built before is being taken in just now.');
    await uploads().finished(idOf(upload));
    const made = await desk.database.source.query<unknown[]>("select from course where title = 'Scrutiny here'");
    expect(made).toHaveLength(1);
    const page = await desk.get('officer', upload);
    expect(page.text).toContain('was accepted');
    const version = /href="(\/admin\/modules\/[^"]+)"/.exec(page.body)![1]!;
    expect((await desk.get('officer', `${version}/round`)).text).toContain('Open a test round');
    expect((await desk.get('officer', version)).body).toContain(`href="${copy.at}">go on writing</a>`);
    expect((await copy.get()).text).toMatch(/Built so far .* version 1/);
    // The next one is a version of the same module.
    const again = await copy.post('/test', {});
    const { module } = JSON.parse(
      (await desk.get('officer', String(again.headers['location']), 'application/json')).body,
    );
    expect(module ?? 'scrutiny-here').toContain('scrutiny');
    expect(await desk.audited()).toContainEqual(expect.objectContaining({ action: 'module_draft.built' }));
  });

  it('makes one module of a draft, also when the site ends as soon as the package is here', async () => {
    const copy = await GivenDraft.begin(desk, 'Treasury here', 'shipped:treasury');
    let first = '';
    const killed = jest.spyOn(uploads(), 'receive').mockImplementationOnce(async (...given) => {
      first = await PackageUploads.prototype.receive.apply(uploads(), given);
      throw new Error('The site ended');
    });
    await copy.post('/test', {});
    killed.mockRestore();
    await uploads().finished(first);
    const again = await copy.post('/test', {});
    await uploads().finished(idOf(String(again.headers['location'])));
    const versions = await desk.database.source.query<{ slug: string; versions: number }[]>(
      `select c.slug, count(*)::int as versions from course c join course_version v on v.course_id = c.id
        where c.title = 'Treasury here' group by c.slug`,
    );
    expect(versions).toEqual([{ slug: 'treasury-here', versions: 2 }]);
  });

  it('gives both editions away', async () => {
    const copy = await GivenDraft.begin(desk, 'Scrutiny away', 'shipped:scrutiny');
    for (const edition of ['1.2', '2004']) {
      const { status, headers } = await copy.get(`/test/package-${edition}.zip`);
      expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    }
  });
});
