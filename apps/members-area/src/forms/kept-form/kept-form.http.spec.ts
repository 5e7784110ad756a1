import type { LightMyRequestResponse } from 'fastify';
import { Desk, multipartForm } from '../../../../../test/support/given-desk';

const MINUTE = 60_000;
const DESCRIBE = '/admin/modules/conduct/describe';
const typed = { title: 'The new code', summary: 'What I typed for half an hour: “Siân”', minutes: '25', core: 'no' };

let desk: Desk;
let officer: string;
beforeAll(async () => {
  desk = await Desk.open();
  officer = await desk.who('officer');
  await desk.given.aModule({ title: 'The code of conduct', slug: 'conduct', core: true });
});
afterAll(() => desk.close());

/** A browser: it keeps its cookies, and says where its forms were. */
class Browser {
  readonly cookies = new Map<string, string>();

  async signIn(person: string): Promise<this> {
    this.cookies.set('induct', await desk.signIn(person));
    return this;
  }
  get(url: string) {
    return this.ask({ method: 'GET', url });
  }
  post(url: string, fields: Record<string, string>, from: string | undefined, accept = 'text/html') {
    return this.send(url, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', from, accept);
  }
  send(url: string, payload: string | Buffer, type: string, from: string | undefined, accept = 'text/html') {
    const origin = desk.config.SITE_ORIGIN;
    const headers = { 'content-type': type, origin, accept, ...(from && { referer: origin + from }) };
    return this.ask({ method: 'POST', url, payload, headers });
  }
  private async ask(request: { method: 'GET' | 'POST'; url: string; payload?: string | Buffer; headers?: object }) {
    const cookie = Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join('; ');
    const reply = await desk.app.inject({ ...request, headers: { accept: 'text/html', ...request.headers, cookie } });
    for (const { name, value } of reply.cookies) this.cookies.set(name, value);
    return reply;
  }
}

/** Somebody opens the form; nothing happens for longer than their sign-in lasts; they send it. */
async function sendTooLate(browser: Browser, fields: Record<string, string> = typed): Promise<LightMyRequestResponse> {
  await browser.get(DESCRIBE);
  desk.clock.advance(31 * MINUTE);
  return browser.post(DESCRIBE, fields, DESCRIBE);
}
const valueOf = (html: string, name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1];
const kept = () => desk.database.source.query<{ sealed: Buffer }[]>('select sealed from kept_form');

describe('a form that is sent after the sign-in has ended', () => {
  it('is kept, shown again to the same person, and forgotten when it has been sent', async () => {
    const browser = await new Browser().signIn(officer);
    const late = await sendTooLate(browser);
    expect(late.statusCode).toBe(303);
    expect(late.headers.location).toBe(`/sign-in?next=${encodeURIComponent(DESCRIBE)}&typed=kept`);
    expect((await browser.get(late.headers.location!)).body).toContain('we keep it for one hour');
    expect((await kept())[0]!.sealed.includes(Buffer.from('half an hour'))).toBe(false);

    await browser.signIn(officer);
    const page = await browser.get(DESCRIBE);
    expect(page.body).toContain('Not sent yet');
    expect(valueOf(page.body, 'title')).toBe('The new code');
    expect(page.body).toContain('What I typed for half an hour: “Siân”</textarea>');
    expect(page.body).toMatch(/value="no"[^>]* checked/);
    expect(page.body).not.toMatch(/value="yes"[^>]* checked/);
    // Looking is not sending.
    const [{ title }] = await desk.database.source.query('select title from course');
    expect(title).toBe('The code of conduct');

    expect((await browser.post(DESCRIBE, { ...typed, minutes: 'many' }, DESCRIBE)).statusCode).toBe(400);
    expect((await browser.get(DESCRIBE)).body).toContain('Not sent yet');
    const other = { ...typed, title: 'The code of conduct', summary: 'Something else.' };
    expect((await browser.post(DESCRIBE, other, DESCRIBE)).statusCode).toBe(303);
    expect((await browser.get(DESCRIBE)).body).not.toContain('Not sent yet');
    expect(await kept()).toEqual([]);
  });

  it('is kept also when the cookie of the sign-in is gone, or when somebody signed out in another tab', async () => {
    const browser = await new Browser().signIn(officer);
    await browser.get(DESCRIBE);
    browser.cookies.delete('induct');
    expect((await browser.post(DESCRIBE, typed, DESCRIBE)).headers.location).toContain('typed=kept');
    expect(valueOf((await (await browser.signIn(officer)).get(DESCRIBE)).body, 'title')).toBe('The new code');
    expect((await browser.post('/kept-form/throw-away', {}, DESCRIBE)).statusCode).toBe(303);
    expect((await browser.get(DESCRIBE)).body).not.toContain('Not sent yet');
    expect(await kept()).toEqual([]);
  });

  it('is shown to nobody else, in no other browser, and not for longer than an hour', async () => {
    const browser = await new Browser().signIn(officer);
    await sendTooLate(browser);
    const elsewhere = await new Browser().signIn(officer);
    expect((await elsewhere.get(DESCRIBE)).body).not.toContain('half an hour');
    const stranger = new Browser();
    expect((await stranger.get('/kept-form')).statusCode).toBe(303);

    const copied = new Browser();
    copied.cookies.set('induct-form', browser.cookies.get('induct-form')!);
    desk.clock.advance(61 * MINUTE);
    expect((await (await copied.signIn(officer)).get(DESCRIBE)).body).not.toContain('half an hour');

    await browser.signIn(officer);
    await sendTooLate(browser);
    expect(await kept()).toHaveLength(1);
    const other = await desk.given.aPerson({ name: 'Oscar Other', roles: ['officer'] });
    await browser.signIn(other);
    expect((await browser.get(DESCRIBE)).body).not.toContain('half an hour');
    expect((await browser.get('/kept-form')).body).toContain('Nothing is kept');
    expect(await kept()).toEqual([]);
    await browser.signIn(officer);
    expect((await browser.get(DESCRIBE)).body).not.toContain('half an hour');
  });

  it('can be looked at when its page has no such form any more, or was not told', async () => {
    const browser = await new Browser().signIn(officer);
    await browser.get(DESCRIBE);
    desk.clock.advance(31 * MINUTE);
    const fields = { name: '<b>Ann</b>', email: 'ann@x.example' };
    await browser.post('/admin/modules/gone/describe', fields, '/admin/people');
    await browser.signIn(officer);
    expect((await browser.get('/admin/people')).body).toContain('href="/kept-form"');
    const shown = await browser.get('/kept-form');
    expect(shown.body).toContain('&lt;b&gt;Ann&lt;/b&gt;');
    desk.clock.advance(31 * MINUTE);
    const late = await browser.post('/admin/people', fields, undefined);
    expect(late.headers.location).toBe('/sign-in?next=%2Fkept-form&typed=kept');
    await browser.signIn(officer);
    // Wherever the form is.
    const form = await browser.get('/admin/people/new');
    expect([valueOf(form.body, 'name'), valueOf(form.body, 'email')]).toEqual([
      '&#60;b&#62;Ann&#60;/b&#62;',
      'ann@x.example',
    ]);
    await browser.post('/kept-form/throw-away', {}, '/kept-form');
  });

  it('is given back where a module is written: a part, and a question with what was ticked', async () => {
    const browser = await new Browser().signIn(officer);
    const begun = await browser.post('/admin/drafts', { from: 'starter', title: 'Late papers' }, '/admin/drafts/new');
    const draft = begun.headers.location!.split('?')[0]!;
    const late = async (form: string, action: string, fields: Record<string, string>) => {
      await browser.get(draft + form);
      desk.clock.advance(31 * MINUTE);
      const sent = await browser.post(draft + action, fields, draft + form);
      expect(sent.headers.location).toBe(`/sign-in?next=${encodeURIComponent(draft + form)}&typed=kept`);
      await browser.signIn(officer);
      const { body } = await browser.get(draft + form);
      expect(body).toContain('Not sent yet');
      return body;
    };
    const part = '/screens/a-case/parts/new?kind=text&at=0';
    const text = await late(part, '/screens/a-case/parts?kind=text&at=0', { body: 'Four minutes of writing' });
    expect(text).toMatch(/>\s*Four minutes of writing<\/textarea>/);
    const fields = { kind: 'single', question: 'And whose is it?', choice1: 'Yours', right: '1', choice2: 'Theirs' };
    const question = await late('/questions/test/new?kind=single', '/questions/test?kind=single', fields);
    for (const words of ['And whose is it?', 'Yours', 'Theirs']) expect(question).toContain(`\n${words}</textarea>`);
    expect(question).toMatch(/name="right"[^>]* value="1" checked/);
    expect(question).not.toMatch(/name="right"[^>]* value="2" checked/);
    await browser.post('/kept-form/throw-away', {}, draft);
  });

  it('keeps what stood beside a file, and says that the file is to be chosen again', async () => {
    const browser = await new Browser().signIn(officer);
    await browser.get('/admin/uploads/new');
    desk.clock.advance(31 * MINUTE);
    const { payload, boundary } = multipartForm(
      { name: 'a.zip', content: Buffer.alloc(100_000) },
      { module: 'conduct' },
    );
    const type = `multipart/form-data; boundary=${boundary}`;
    const late = await browser.send('/admin/uploads', payload, type, '/admin/uploads/new');
    expect(late.headers.location).toBe('/sign-in?next=%2Fadmin%2Fuploads%2Fnew&typed=kept');
    await browser.signIn(officer);
    const page = await browser.get('/admin/uploads/new');
    expect(page.body).toContain('Choose the file again');
    expect(page.body).toMatch(/<option value="conduct" selected/);
    await browser.post('/kept-form/throw-away', {}, '/kept-form');
  });

  it('is not kept when it is too much, when nobody can say whose it was, or when a program sent it', async () => {
    const browser = await new Browser().signIn(officer);
    const late = await sendTooLate(browser, { ...typed, summary: 'x'.repeat(70_000) });
    expect(late.headers.location).toContain('typed=lost');
    expect((await browser.get(late.headers.location!)).body).toContain('could not keep what you typed');
    const stranger = new Browser();
    expect((await stranger.post(DESCRIBE, typed, DESCRIBE)).headers.location).toContain('typed=lost');
    stranger.cookies.set(
      'induct-form',
      browser.cookies.get('induct-form')!.replace(officer, await desk.who('administrator')),
    );
    expect((await stranger.post(DESCRIBE, typed, DESCRIBE)).headers.location).toContain('typed=lost');
    expect((await browser.post(DESCRIBE, typed, DESCRIBE, 'application/json')).statusCode).toBe(401);
    expect(await kept()).toEqual([]);
  });

  it('is saved while it is being filled in, for its person, and takes the place of no form that was sent', async () => {
    const browser = await new Browser().signIn(officer);
    await browser.get(DESCRIBE);
    const save = (action: string, fields: Record<string, string>) =>
      browser.post(`/kept-form/draft?page=${DESCRIBE}&action=${action}&who=${officer}`, fields, DESCRIBE, '*/*');
    expect((await save(DESCRIBE, typed)).statusCode).toBe(204);
    const page = await browser.get(DESCRIBE);
    expect(page.body).toContain('You did not send this form');
    expect(valueOf(page.body, 'title')).toBe('The new code');
    // Also when the sign-in is over; and saving prolongs none.
    desk.clock.advance(31 * MINUTE);
    expect((await save(DESCRIBE, { ...typed, title: 'Later still' })).statusCode).toBe(204);
    expect((await browser.get(DESCRIBE)).statusCode).toBe(303);
    expect(valueOf((await (await browser.signIn(officer)).get(DESCRIBE)).body, 'title')).toBe('Later still');

    desk.clock.advance(31 * MINUTE);
    await browser.post(DESCRIBE, typed, DESCRIBE);
    await save('/admin/people', { name: 'Another form' });
    const again = (await (await browser.signIn(officer)).get(DESCRIBE)).body;
    expect([valueOf(again, 'title'), again.includes('You had to sign in first')]).toEqual(['The new code', true]);
    const other = { ...typed, title: 'The code of conduct', summary: 'Something else.' };
    expect((await browser.post(DESCRIBE, other, DESCRIBE)).statusCode).toBe(303);
    expect((await browser.get(DESCRIBE)).body).not.toContain('Not sent yet');
    expect((await new Browser().post('/kept-form/draft', typed, DESCRIBE, '*/*')).statusCode).toBe(204);
  });

  it('is not saved for whoever signed in meanwhile, in another tab of the same browser', async () => {
    const browser = await new Browser().signIn(officer);
    const { body } = await browser.get(DESCRIBE);
    const [, whose] = /<body[^>]* data-signed-in="([^"]*)"/.exec(body)!;
    const other = await desk.given.aPerson({ name: 'Another officer', roles: ['officer'] });
    await browser.post('/sign-out', {}, DESCRIBE);
    await browser.signIn(other);
    await browser.get('/admin');
    const url = `/kept-form/draft?page=${DESCRIBE}&action=${DESCRIBE}`;
    for (const who of [`&who=${whose}`, '']) {
      await browser.post(url + who, typed, DESCRIBE, '*/*');
      expect((await browser.get(DESCRIBE)).body).not.toContain('The new code');
    }
    expect(await kept()).toEqual([]);
  });

  it('is not done for whoever signed in meanwhile: it waits for its own person, and shows the other nothing', async () => {
    const ann = await desk.given.aPerson({ name: 'Ann Ames', roles: ['officer'] });
    const browser = await new Browser().signIn(ann);
    const marked = valueOf((await browser.get(DESCRIBE)).body, 'page-of')!;
    const upload = /action="(\/admin\/uploads\?page-of=[^"]*)"/.exec(
      (await browser.get('/admin/uploads/new')).body,
    )![1]!;
    await browser.signIn(officer);
    const own = { ...typed, 'page-of': valueOf((await browser.get(DESCRIBE)).body, 'page-of')! };
    const inAnOldTab = await browser.post(DESCRIBE, { ...typed, title: 'Of Ann', 'page-of': marked }, DESCRIBE);
    expect(inAnOldTab.statusCode).toBe(409);
    expect(inAnOldTab.body).toContain('Somebody else is signed in here now');
    expect(inAnOldTab.body).toContain('What was typed is kept for 1 hour, for that person alone');
    expect(inAnOldTab.body).not.toContain('half an hour');
    const titles = () => desk.database.source.query('select title from course');
    expect(await titles()).not.toContainEqual({ title: 'Of Ann' });
    for (const page of [DESCRIBE, '/kept-form']) expect((await browser.get(page)).body).not.toContain('Of Ann');

    // Their own are taken, also when they come from nobody's page or say something that is no mark of ours.
    expect((await browser.post(DESCRIBE, own, DESCRIBE)).statusCode).toBe(303);
    const forged = { ...typed, title: 'The code of conduct', 'page-of': marked.replace(ann, officer) };
    expect((await browser.post(DESCRIBE, forged, DESCRIBE)).statusCode).toBe(303);
    expect((await browser.get('/kept-form')).body).toContain('Nothing is kept');

    // Also with a file, of which nothing is read; and with what Ann typed once more, when nobody is signed in.
    const { payload, boundary } = multipartForm({ name: 'a.zip', content: Buffer.alloc(100) }, { module: 'conduct' });
    const type = `multipart/form-data; boundary=${boundary}`;
    expect((await browser.send(upload, payload, type, '/admin/uploads/new')).statusCode).toBe(409);
    await browser.post('/sign-out', { 'page-of': marked }, DESCRIBE);
    const late = await browser.post(DESCRIBE, { ...typed, title: 'Of Ann', 'page-of': marked }, DESCRIBE);
    expect(late.headers.location).toContain('typed=kept');
    await browser.signIn(officer);
    expect((await browser.get(DESCRIBE)).body).not.toContain('Of Ann');
    await browser.signIn(ann);
    const again = (await browser.get(DESCRIBE)).body;
    expect([valueOf(again, 'title'), again.includes('Not sent yet')]).toEqual(['Of Ann', true]);
    expect(again).not.toContain('page-of=');
    await browser.post('/kept-form/throw-away', {}, DESCRIBE);
    await desk.database.source.query('delete from kept_form');
  });

  it('had its limits said on the page', async () => {
    expect((await desk.get('officer', DESCRIBE)).text).toContain(
      'ends after 30 minutes without opening or sending a page, and after 12 hours at most',
    );
    expect((await desk.get('member', '/modules')).text).toContain(
      'ends after 2 hours without opening or sending a page',
    );
    const privacy = (await desk.get(undefined, '/privacy')).text;
    for (const words of ['for 2 hours', 'it is 30 minutes', 'After 12 hours', 'kept for 1 hour'])
      expect(privacy).toContain(words);
  });
});
