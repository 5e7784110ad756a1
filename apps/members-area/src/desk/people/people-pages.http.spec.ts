import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Transactions } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { testConfig } from '../../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database';
import { GivenCouncil } from '../../../../../test/support/given-council';
import { createMembersArea } from '../../app';
import { newsCookie } from '../../frame/told-once';

describe('looking after people', () => {
  let app: NestFastifyApplication;
  let database: TestDatabase;
  let officer: string;
  let administrator: string;

  async function ask(who: string, method: 'GET' | 'POST', url: string, payload?: string) {
    const id = await app
      .get(Transactions)
      .run((tx) => app.get(SignIns, { strict: false }).signIn(tx, who, { by: 'letter' }));
    const headers = {
      // As a browser that was sent there.
      cookie: `induct-done=${newsCookie(url)}; induct=${id}`,
      origin: 'http://localhost:3000',
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    return app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
  }

  beforeAll(async () => {
    database = await cloneDatabase();
    app = await createMembersArea(testConfig(database.url), database.source);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const given = new GivenCouncil(database.source);
    officer = await given.aPerson({ name: 'Daniel Ferris', roles: ['officer'] });
    administrator = await given.aPerson({ name: 'Ada Root', roles: ['administrator'] });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('lets an officer add a member, who is then in the list', async () => {
    const added = await ask(
      officer,
      'POST',
      '/admin/people',
      'name=Olive+Marlowe&email=olive%40northmoor.example&roles=member',
    );
    expect(added.statusCode).toBe(303);
    expect((await ask(officer, 'GET', added.headers.location as string)).body).toContain('Olive Marlowe');
    expect((await ask(officer, 'GET', '/admin/people?search=marlowe')).body).toContain('1 person');
    expect((await ask(officer, 'GET', '/admin/people?search=nobody')).body).toContain('Nobody was found');
  });

  it('finds people whatever keys somebody has', async () => {
    const given = new GivenCouncil(database.source);
    for (const name of [
      'Siân Llŷr Gwŷdd-Ŵyn',
      'Łukasz Żółć-Gąsień',
      "Máire O’Brien-D'Arcy",
      'İpek Işık',
      'Amara Whitfield',
    ])
      await given.aPerson({ name });
    const found = async (typed: string) => {
      const { body } = await ask(officer, 'GET', `/admin/people?search=${encodeURIComponent(typed)}`);
      return [...body.matchAll(/href="\/admin\/people\/[0-9a-f-]{36}">([^<]+)</g)].map(([, name]) => name);
    };
    for (const typed of ['Sian', 'Llŷr  Gwŷdd', 'gwydd wyn'])
      expect(await found(typed)).toEqual(['Siân Llŷr Gwŷdd-Ŵyn']);
    for (const typed of ['Lukasz', 'ŁUKASZ', 'zolc']) expect(await found(typed)).toEqual(['Łukasz Żółć-Gąsień']);
    for (const typed of ["O'Brien", 'O’Brien', 'obrien', 'brien maire'])
      expect(await found(typed)).toEqual(['Máire O’Brien-D&#39;Arcy']);
    for (const typed of ['İpek', 'ipek isik']) expect(await found(typed)).toEqual(['İpek Işık']);
    for (const typed of ['Whitfield, Amara', 'Cllr Whitfield']) expect(await found(typed)).toEqual(['Amara Whitfield']);
    expect(await found('%')).toEqual([]);
    expect((await found(''))[0]).toBe('Ada Root');
  });

  it('corrects a name, a group and an address, and keeps the form when the address is taken', async () => {
    const given = new GivenCouncil(database.source);
    const mia = await given.aPerson({ name: 'Mia Membr' });
    const page = `/admin/people/${mia}`;
    expect((await ask(officer, 'GET', `${page}/correct`)).body).toContain('value="Mia Membr"');
    const taken = await ask(officer, 'POST', `${page}/correct`, 'name=Mia+Kept&email=OLIVE%40northmoor.example');
    expect(taken.statusCode).toBe(400);
    expect(taken.body).toContain('href="#email">Another person already has this email address');
    expect(taken.body).toContain('value="Mia Kept"');
    const unnamed = await ask(officer, 'POST', `${page}/correct`, 'name=%E2%80%8B&email=mia%40northmoor.example');
    expect(unnamed.body).toContain('href="#name">Enter a full name');
    const right = `name=Mia%E2%80%AE+Member&email=mia%40northmoor.example&group=Green`;
    const saved = await ask(officer, 'POST', `${page}/correct`, right);
    expect(saved.headers.location).toBe(`${page}?done=corrected`);
    const { body } = await ask(officer, 'GET', String(saved.headers.location));
    for (const text of ['Mia Member', 'mia@northmoor.example', 'Green', 'The details were put right'])
      expect(body).toContain(text);
    expect((await ask(officer, 'GET', `/admin/people/${administrator}/correct`)).statusCode).toBe(403);
  });

  it('deactivates somebody, who is signed out, and brings them back', async () => {
    const given = new GivenCouncil(database.source);
    const gus = await given.aPerson({ name: 'Gus Gone', roles: ['member'] });
    const page = `/admin/people/${gus}`;
    expect((await ask(officer, 'GET', `${page}/leave`)).body).toContain('Nothing is deleted');
    await ask(officer, 'POST', `${page}/leave`, '');
    expect((await ask(gus, 'GET', '/account')).headers.location).toContain('/sign-in');
    const { body } = await ask(officer, 'GET', page);
    expect(body).toContain('they cannot sign in');
    expect((await ask(officer, 'GET', '/admin/people?search=gus+gone')).body).toContain('Deactivated');
    await ask(officer, 'POST', `${page}/return`, '');
    expect((await ask(gus, 'GET', '/account')).statusCode).toBe(200);
  });

  it('says what is wrong, and keeps what was typed', async () => {
    const twice = await ask(
      officer,
      'POST',
      '/admin/people',
      'name=Olive+Two&email=OLIVE%40northmoor.example&roles=member',
    );
    expect(twice.statusCode).toBe(400);
    expect(twice.body).toContain('href="#email">Another person already has this email address');
    expect(twice.body).toContain('value="Olive Two"');
    const empty = await ask(officer, 'POST', '/admin/people', '');
    expect(empty.body).toContain('href="#name">Enter a full name');
  });

  it('keeps the roles that were ticked, when something else is wrong', async () => {
    const { body } = await ask(administrator, 'POST', '/admin/people', 'name=&email=x&roles=officer&roles=auditor');
    const ticked = [...body.matchAll(/name="roles"[^>]*value="(\w+)"[^>]*checked/g)].map(([, role]) => role);
    expect(ticked).toEqual(['officer', 'auditor']);
  });

  it('proposes no role, and adds nobody without one', async () => {
    const blank = await ask(officer, 'GET', '/admin/people/new');
    expect(blank.body).not.toContain('checked');
    expect(blank.body).toContain('<a class="govuk-breadcrumbs__link" href="/admin/people">People</a>');
    expect(blank.body).not.toContain('aria-label="Back"');
    const fields = 'name=Nora+Roleless&email=nora%40northmoor.example';
    const refused = await ask(officer, 'POST', '/admin/people', fields);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#roles">Select at least one role');
    expect(refused.body).toContain('value="Nora Roleless"');
    expect((await ask(officer, 'GET', '/admin/people?search=roleless')).body).toContain('Nobody was found');
  });

  it('shows the list when a page of it is asked for that is no longer there', async () => {
    const { body } = await ask(officer, 'GET', '/admin/people?page=9');
    expect(body).toContain('Daniel Ferris');
    expect(body).not.toContain('Nobody was found');
  });

  it('lets no officer hand out the roles of the desk', async () => {
    const raised = await ask(
      officer,
      'POST',
      '/admin/people',
      'name=Eve&email=eve%40northmoor.example&roles=member&roles=administrator',
    );
    expect(raised.statusCode).toBe(403);
    expect((await ask(officer, 'POST', `/admin/people/${officer}/roles`, 'roles=administrator')).statusCode).toBe(403);
  });

  it('lets an administrator change roles, but not raise themselves, and never remove the last of them', async () => {
    const changed = await ask(administrator, 'POST', `/admin/people/${officer}/roles`, 'roles=officer&roles=member');
    expect([changed.statusCode, changed.headers.location]).toEqual([303, `/admin/people/${officer}?done=roles`]);
    const raised = await ask(
      administrator,
      'POST',
      `/admin/people/${administrator}/roles`,
      'roles=administrator&roles=officer',
    );
    expect([raised.statusCode, raised.body.includes('You cannot give yourself a role')]).toEqual([403, true]);
    const last = await ask(administrator, 'POST', `/admin/people/${administrator}/roles`, '');
    expect([last.statusCode, last.body.includes('This is the last administrator')]).toEqual([409, true]);
  });
});
