import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { PackageUploads } from '@induct/course';
import { eventually } from '../../../../../test/support/eventually';
import { Desk, multipartForm } from '../../../../../test/support/given-desk';
import { scormPackage } from '../../../../../test/support/packages';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ UPLOAD_MAX_BYTES: '100000' });
});
afterAll(() => desk.close());

/** Waits until the import is over. */
const finished = async (href: string) => {
  await desk.app.get(PackageUploads, { strict: false }).finished(href.split('/').at(-1)!);
};
const uploads = () => desk.database.source.query<{ state: string }[]>('select state from package_upload');
const versions = async () =>
  (await desk.database.source.query<{ n: number }[]>('select count(*)::int as n from course_version'))[0]!.n;

it('says that nothing has been uploaded yet', async () => {
  const { status, text } = await desk.get('officer', '/admin/uploads');
  expect(status).toBe(200);
  expect(text).toContain('Nothing has been uploaded yet');
});

it('takes in a package from a plain form, and shows what was found', async () => {
  const file = { name: 'golf.zip', content: await scormPackage() };
  const { status, headers } = await desk.upload('officer', file);
  expect(status).toBe(303);
  const href = String(headers.location);
  await finished(href);
  const { text, body } = await desk.get('officer', href);
  expect(text).toContain('was accepted');
  expect(text).toContain('Standard SCORM 1.2');
  expect(text).toMatch(/uploaded by Olive Officer/);
  expect(body).toMatch(/href="\/admin\/modules\/[^"]+\/versions\/1"/);
  expect((await desk.get('officer', '/admin/uploads')).text).toContain('golf.zip');
});

it('answers the script with the address of the upload, and the upload in JSON', async () => {
  const file = { name: 'again.zip', content: await scormPackage() };
  const { status, body } = await desk.upload('officer', file, { module: '' }, 'application/json');
  expect(status).toBe(201);
  const { href } = JSON.parse(body) as { href: string };
  await finished(href);
  const answer = await desk.get('officer', href, 'application/json');
  expect(JSON.parse(answer.body)).toMatchObject({ fileName: 'again.zip', state: 'accepted', running: false });
});

it('makes a new version of the module that was chosen', async () => {
  const [course] = await desk.database.source.query<{ slug: string; id: string }[]>(
    'select id, slug from course limit 1',
  );
  const { headers } = await desk.upload(
    'officer',
    { name: 'v2.zip', content: await scormPackage() },
    { module: course!.slug },
  );
  await finished(String(headers.location));
  const rows = await desk.database.source.query('select number from course_version where course_id = $1', [course!.id]);
  expect(rows).toHaveLength(2);
});

it('refuses what is not a package, and says that nothing was stored', async () => {
  const before = await versions();
  const { headers } = await desk.upload('officer', { name: 'letter.zip', content: Buffer.from('Dear Sir') });
  await finished(String(headers.location));
  const { status, text } = await desk.get('officer', String(headers.location));
  expect(status).toBe(200);
  expect(text).toMatch(/The package was refused File: letter\.zip/);
  expect(text).toContain('Nothing was stored.');
  expect(text).toContain('Must be corrected');
  expect(text).toContain('What to do:');
  expect(await versions()).toBe(before);
});

it('refuses a file that is longer than allowed', async () => {
  const { headers } = await desk.upload('officer', { name: 'huge.zip', content: Buffer.alloc(200_000, 1) });
  const { text } = await desk.get('officer', String(headers.location));
  expect(text).toMatch(/The package was refused File: huge\.zip/);
});

it.each([
  ['no file', { name: '', content: Buffer.alloc(0) }, { module: '' }, 'Choose a zip file'],
  [
    'a module that is not there',
    { name: 'a.zip', content: Buffer.from('x') },
    { module: 'nope' },
    'Choose a module from the list',
  ],
])('shows the form again for %s', async (_, file, fields, message) => {
  const before = (await uploads()).length;
  const { status, text, body } = await desk.upload('officer', file, fields);
  expect(status).toBe(400);
  expect(text).toContain('There is a problem');
  expect(text).toContain(message);
  expect(body).toContain('<title>Error: Upload a module');
  expect((await uploads()).length).toBe(before);
  const json = await desk.upload('officer', file, fields, 'application/json');
  expect([json.status, JSON.parse(json.body).detail]).toEqual([400, message]);
});

it('keeps the module that was chosen, when the file was forgotten', async () => {
  const [course] = await desk.database.source.query<{ slug: string }[]>('select slug from course limit 1');
  const { body } = await desk.upload('officer', { name: '', content: Buffer.alloc(0) }, { module: course!.slug });
  expect(body).toContain(`<option value="${course!.slug}" selected>`);
});

it('stores nothing of an upload that is cut half-way, and says so', async () => {
  const server = desk.app.getHttpServer();
  if (!server.listening) await desk.app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  const { payload, boundary } = multipartForm({ name: 'cut.zip', content: await scormPackage() }, { module: '' });
  const before = await versions();
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    [
      'POST /admin/uploads HTTP/1.1',
      'Host: localhost',
      `Cookie: ${await desk.cookie('officer')}`,
      `Origin: ${desk.config.SITE_ORIGIN}`,
      `Content-Type: multipart/form-data; boundary=${boundary}`,
      `Content-Length: ${payload.length}`,
      '\r\n',
    ].join('\r\n'),
  );
  socket.write(payload.subarray(0, payload.length / 2));
  await eventually('the upload to begin', async () => (await uploads()).some(({ state }) => state === 'receiving'));
  socket.destroy();
  await eventually('the upload to end', async () => (await uploads()).every(({ state }) => state !== 'receiving'));
  const [row] = await desk.database.source.query<{ id: string; state: string }[]>(
    `select id, state from package_upload where file_name = 'cut.zip'`,
  );
  expect(row!.state).toBe('failed');
  const { text } = await desk.get('officer', `/admin/uploads/${row!.id}`);
  expect(text).toContain('The upload was interrupted File: cut.zip');
  expect(text).toContain('Nothing was stored.');
  expect(await versions()).toBe(before);
});

it('refreshes itself while the import runs, without JavaScript', async () => {
  const id = randomUUID();
  await desk.database.source.query(
    `insert into package_upload (id, file_name, bytes, state, progress, uploaded_by, created_at, alive_until)
     values ($1, 'slow.zip', 1000, 'importing', '{"done": 3, "total": 12}', $2, $3, now() + interval '1 year')`,
    [id, await desk.who('officer'), desk.clock.now()],
  );
  const { body, text } = await desk.get('officer', `/admin/uploads/${id}`);
  expect(body).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
  expect(text).toContain('Checking and storing files: 3 of 12');
});

it('knows no other uploads', async () => {
  expect((await desk.get('officer', `/admin/uploads/${randomUUID()}`)).status).toBe(404);
  expect((await desk.get('officer', '/admin/uploads/nonsense')).status).toBe(404);
});

it('cuts a long list into pages', async () => {
  await desk.database.source.query(
    `insert into package_upload (id, file_name, bytes, state, uploaded_by, created_at)
     select gen_random_uuid(), 'file ' || i || '.zip', 10, 'refused', $1, $2::timestamptz - i * interval '1 day'
       from generate_series(1, 60) i`,
    [await desk.who('officer'), desk.clock.now()],
  );
  const { text } = await desk.get('officer', '/admin/uploads?page=2');
  expect(text).toMatch(/Showing 26 to 50 of \d\d/);
  expect((await desk.get('officer', '/admin/uploads?page=99')).text).toMatch(/Showing 51 to/);
});

it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
  for (const path of ['/admin/uploads', '/admin/uploads/new', `/admin/uploads/${randomUUID()}`]) {
    expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
  }
  expect((await desk.upload(role, { name: 'a.zip', content: Buffer.from('x') })).status).toBe(403);
});
