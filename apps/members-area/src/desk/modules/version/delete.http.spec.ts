import { UploadedModule } from '../../../../../../test/support/uploaded-module';

let golf: UploadedModule;
beforeAll(async () => {
  golf = await UploadedModule.open(['one']);
  await golf.upload(['one', 'two']);
});
afterAll(() => golf.close());

it('is offered and asked once for a draft that nobody has done anything with', async () => {
  const { desk } = golf;
  expect((await desk.get('officer', golf.page(2))).body).toContain(`href="${golf.page(2)}/delete"`);
  expect((await desk.get('administrator', golf.page(2))).body).not.toContain('Delete this draft');
  const { text } = await desk.get('officer', golf.page(2, '/delete'));
  expect(text).toContain('Delete version 2?');
  expect(text).not.toContain('the module goes too');
  expect((await desk.get('officer', golf.page(2))).status).toBe(200);
});

it.each(['member', 'tester', 'administrator', 'auditor', 'champion'] as const)('is not for a %s', async (role) => {
  expect((await golf.desk.get(role, golf.page(2, '/delete'))).status).toBe(403);
  expect((await golf.desk.post(role, golf.page(2, '/delete'), {})).status).toBe(403);
});

it('is refused with words for what was previewed', async () => {
  const { desk } = golf;
  await desk.post('officer', golf.page(1, '/preview'), {});
  expect((await desk.get('officer', golf.page(1))).body).not.toContain('Delete this draft');
  for (const answer of [
    await desk.get('officer', golf.page(1, '/delete')),
    await desk.post('officer', golf.page(1, '/delete'), {}),
  ]) {
    expect([answer.status, answer.text.includes('What people did stays on record')]).toEqual([409, true]);
  }
});

it('takes the version, and says so on the module and on its upload', async () => {
  const { desk } = golf;
  const { status, headers } = await desk.post('officer', golf.page(2, '/delete'), {});
  expect([status, headers.location]).toEqual([303, `${golf.href}?done=deleted`]);
  expect((await desk.get('officer', `${golf.href}?done=deleted`)).text).toContain('The version is deleted.');
  expect((await desk.get('officer', golf.page(2))).status).toBe(404);
  const [upload] = await golf.rows<{ id: string }>('select id from package_upload where version_id is null');
  expect((await desk.get('officer', `/admin/uploads/${upload!.id}`)).text).toContain(
    'The version that it became has been deleted since.',
  );
  expect((await desk.audited()).at(-1)).toMatchObject({
    action: 'course_version.deleted',
    actor: await desk.who('officer'),
    subject: golf.versions[1],
  });
});
