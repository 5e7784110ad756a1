import { PackageUploads } from '@induct/course';
import { Desk } from '../../../../../test/support/given-desk';
import { scormPackage } from '../../../../../test/support/packages';

let desk: Desk;
let slug: string;
const good = { title: 'Golf for members', summary: 'Why it matters.\r\nAnd how.', minutes: '25', core: 'yes' };

async function uploaded(title: string, module = ''): Promise<void> {
  const { headers } = await desk.upload(
    'officer',
    { name: 'golf.zip', content: await scormPackage({ title }) },
    { module },
  );
  await desk.app.get(PackageUploads, { strict: false }).finished(String(headers.location).split('/').at(-1)!);
}

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('says what to do first when there is no module', async () => {
  expect((await desk.get('officer', '/admin/modules')).text).toContain('There is no module yet');
});

describe('with an uploaded package', () => {
  beforeAll(async () => {
    await desk.given.aPerson({ name: 'Ann Baker' });
    await uploaded('Golf explained');
    const [row] = await desk.database.source.query<{ slug: string }[]>('select slug from course');
    slug = row!.slug;
  });

  it('lists it as not published', async () => {
    const { text } = await desk.get('officer', '/admin/modules');
    expect(text).toMatch(/Golf explained Not published/);
  });

  it('asks what members shall read, and says whom it concerns', async () => {
    const { text, body } = await desk.get('officer', `/admin/modules/${slug}/publish`);
    expect(text).toContain('Publish version 1');
    expect(text).toContain('1 member will find it among their modules at once.');
    expect(body).toContain('value="Golf explained"');
  });

  it('shows the form again with what was typed, and says what is wrong', async () => {
    const typed = { version: '1', title: 'Golf <b>', summary: '', minutes: 'soon' };
    const { status, text, body } = await desk.post('officer', `/admin/modules/${slug}/publish`, typed);
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: ');
    expect(text).toContain('Enter what members read about the module');
    expect(text).toContain('Minutes must be a whole number, like 25');
    expect(text).toContain('Select yes if it is a core skills module');
    expect(body).toContain('value="Golf &lt;b&gt;"');
    expect(body).toContain('value="soon"');
  });

  it('publishes it, says so once, and keeps it on record', async () => {
    const { status, headers } = await desk.post('officer', `/admin/modules/${slug}/publish`, { version: '1', ...good });
    expect(status).toBe(303);
    const { text } = await desk.get('officer', String(headers.location));
    expect(text).toContain('Version 1 is published: members see it now.');
    expect(text).toContain('Golf for members');
    expect(text).toContain('Yes: the certificate asks for it');
    expect(text).toMatch(/Version 1 Published/);
    expect((await desk.audited()).at(-1)).toMatchObject({
      action: 'course_version.published',
      actor: await desk.who('officer'),
    });
    const later = await desk.get('officer', `/admin/modules/${slug}?published=7`);
    expect(later.text).not.toContain('members see it now');
  });

  it('lets a new version take the place of the old one, and the old one come back', async () => {
    await uploaded('Golf explained again', slug);
    expect((await desk.get('officer', '/admin/modules')).text).toContain('Version 2 waits to be published');
    const form = await desk.get('officer', `/admin/modules/${slug}/publish?version=2`);
    expect(form.text).toContain('Version 2 takes the place of version 1 for 1 member.');
    await desk.post('officer', `/admin/modules/${slug}/publish`, { version: '2', ...good, core: 'no' });
    const { text } = await desk.get('officer', `/admin/modules/${slug}`);
    expect(text).toMatch(/Version 2 Published/);
    expect(text).toMatch(/Version 1 Retired/);
    expect(text).toContain('Publish again');
    expect(text).toContain('Change what members read');
  });

  it('does not know versions and modules that do not exist', async () => {
    expect((await desk.get('officer', `/admin/modules/${slug}/publish?version=9`)).status).toBe(404);
    expect((await desk.post('officer', `/admin/modules/${slug}/publish`, good)).status).toBe(404);
    expect((await desk.get('officer', '/admin/modules/nothing')).text).toContain('There is no such module');
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
    for (const path of ['/admin/modules', `/admin/modules/${slug}`, `/admin/modules/${slug}/publish`]) {
      expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
    }
    expect((await desk.post(role, `/admin/modules/${slug}/publish`, { version: '1', ...good })).status).toBe(403);
  });
});
