import { PackageUploads } from '@induct/course';
import { Desk } from '../../../../../test/support/given-desk';
import { scormPackage } from '../../../../../test/support/packages';
import { publishedByRows } from '../../../../../test/support/through-the-gate';

let desk: Desk;
let slug: string;
const good = { title: 'Golf for members', summary: 'Why it matters.\r\nAnd how.', minutes: '25', core: 'yes' };

async function uploaded(title: string, module = ''): Promise<{ courseId: string; versionId: string }> {
  const { headers } = await desk.upload(
    'officer',
    { name: 'golf.zip', content: await scormPackage({ title }) },
    { module },
  );
  const id = String(headers.location).split('/').at(-1)!;
  const { courseId, versionId } = await desk.app.get(PackageUploads, { strict: false }).finished(id);
  return { courseId: courseId!, versionId: versionId! };
}

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('says what to do first when there is no module', async () => {
  expect((await desk.get('officer', '/admin/modules')).text).toContain('There is no module yet');
});

describe('with an uploaded package', () => {
  let first: { courseId: string; versionId: string };

  beforeAll(async () => {
    await desk.given.aPerson({ name: 'Ann Baker' });
    first = await uploaded('Golf explained');
    const [row] = await desk.database.source.query<{ slug: string }[]>('select slug from course');
    slug = row!.slug;
  });

  it('lists it as not published, and links to its version', async () => {
    expect((await desk.get('officer', '/admin/modules')).text).toMatch(/Golf explained Not published/);
    const { body, text } = await desk.get('officer', `/admin/modules/${slug}`);
    expect(body).toContain(`href="/admin/modules/${slug}/versions/1"`);
    expect(text).toContain('Nobody sees it yet');
    expect(text).not.toContain('Change what members read');
  });

  it('has nothing that members read before it is published', async () => {
    expect((await desk.get('officer', `/admin/modules/${slug}/describe`)).status).toBe(404);
    expect((await desk.post('officer', `/admin/modules/${slug}/describe`, good)).status).toBe(404);
  });

  it('changes what members read without publishing anything, and keeps that on record', async () => {
    await publishedByRows(desk.database.source, first);
    const { body } = await desk.get('officer', `/admin/modules/${slug}/describe`);
    expect(body).toContain('value="Golf explained"');
    const { status, headers } = await desk.post('officer', `/admin/modules/${slug}/describe`, good);
    expect(status).toBe(303);
    const { text } = await desk.get('officer', String(headers.location));
    expect(text).toContain('Saved: members read it now.');
    expect(text).toContain('Golf for members');
    expect(text).toContain('Yes: the certificate asks for it');
    expect((await desk.audited()).at(-1)).toMatchObject({
      action: 'course.described',
      actor: await desk.who('officer'),
    });
    expect(await desk.database.source.query('select from publication')).toHaveLength(1);
  });

  it('shows the form again with what was typed, and says what is wrong', async () => {
    const typed = { title: 'Golf <b>', summary: '', minutes: 'soon' };
    const { status, text, body } = await desk.post('officer', `/admin/modules/${slug}/describe`, typed);
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: ');
    expect(text).toContain('Enter what members read about the module');
    expect(text).toContain('Minutes must be a whole number, like 25');
    expect(text).toContain('Select yes if it is a core skills module');
    expect(body).toContain('value="Golf &lt;b&gt;"');
    expect(body).toContain('value="soon"');
  });

  it('says what happens to a newer version while members see the old one', async () => {
    await uploaded('Golf explained again', slug);
    expect((await desk.get('officer', '/admin/modules')).text).toContain('Version 2 waits to be tested');
    const { text } = await desk.get('officer', `/admin/modules/${slug}`);
    expect(text).toMatch(/Version 2 Not published .*Version 1 Published/);
  });

  it('can be read by administrators, who propose overrides, and changes nothing for them', async () => {
    const { status, text } = await desk.get('administrator', `/admin/modules/${slug}`);
    expect(status).toBe(200);
    expect(text).not.toContain('Upload a new version');
    expect((await desk.get('administrator', `/admin/modules/${slug}/describe`)).status).toBe(403);
    expect((await desk.post('administrator', `/admin/modules/${slug}/describe`, good)).status).toBe(403);
  });

  it('does not know modules that do not exist', async () => {
    expect((await desk.get('officer', '/admin/modules/nothing')).text).toContain('There is no such module');
    expect((await desk.get('officer', '/admin/modules/nothing/describe')).status).toBe(404);
  });

  it.each(['member', 'tester', 'auditor', 'champion'] as const)('refuses a %s', async (role) => {
    for (const path of ['/admin/modules', `/admin/modules/${slug}`, `/admin/modules/${slug}/describe`]) {
      expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
    }
    expect((await desk.post(role, `/admin/modules/${slug}/describe`, good)).status).toBe(403);
  });
});
