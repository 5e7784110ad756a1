import { Bodies } from '@induct/people';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const day = (name: string, typed: string) => {
  const [d, m, y] = typed.split(' ');
  return { [`${name}-day`]: d!, [`${name}-month`]: m!, [`${name}-year`]: y! };
};
const NEW = '/admin/programme/sessions/new';
const idOf = (body: string, name: string) => new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${name}`).exec(body)![1]!;
const revisionIn = (body: string) => /name="revision" value="(\d+)"/.exec(body)![1]!;
const lastAct = async () => (await desk.audited()).at(-1);
/** A confirmed session, unless it is said otherwise. @returns its address */
async function planned(more: Record<string, string | readonly string[]> = {}): Promise<string> {
  const event = idOf((await desk.get('officer', NEW)).body, 'Chairing well');
  const sent = { event, place: 'Room 1', ...day('on1', '12 1 2027'), from1: '9.30am', to1: '1pm', state: 'confirmed' };
  const { headers } = await desk.post('officer', NEW, { ...sent, ...more });
  return String(headers.location).replace('?done=added', '');
}

describe('an event', () => {
  it('comes to an empty programme in a form that keeps what was typed', async () => {
    const empty = await desk.get('officer', '/admin/programme');
    expect(empty.text).toMatch(/Nothing is planned for these months yet\. Add an event/);
    expect((await desk.get('auditor', '/admin/programme')).text).not.toContain('Add an event');
    const wrong = await desk.post('officer', '/admin/programme/events/new', {
      about: 'Order & fairness',
      series: 'Chairs',
    });
    expect([wrong.status, wrong.text.includes('Enter what it is called')]).toEqual([400, true]);
    expect(wrong.body).toContain('value="Chairs"');
    expect(wrong.body).toContain('Order &amp; fairness');
    const bodyId = await desk.app
      .get(Bodies, { strict: false })
      .add({ kind: 'committee', name: 'Licensing Committee', from: '2020-05-08', by: await desk.who('officer') });
    const sent = await desk.post('officer', '/admin/programme/events/new', {
      title: 'Chairing well',
      kind: 'workshop',
      about: 'Order & fairness',
      series: 'Chairs',
      seriesOrder: '1',
      sessionsPromised: '2',
      outcomes: 'End on time\r\nLet everybody speak',
      bring: 'An agenda of yours',
      audience: bodyId,
      mandatory: 'yes',
    });
    expect(sent.headers.location).toBe('/admin/programme/events/chairing-well?done=added');
    const { text } = await desk.get('officer', '/admin/programme/events/chairing-well?done=added');
    for (const says of [
      'Licensing Committee',
      'Chairs, number 1',
      'Let everybody speak',
      'What to bring An agenda of yours',
      '2 sessions are promised, and no sessions planned.',
    ])
      expect(text).toContain(says);
    expect(await lastAct()).toMatchObject({ action: 'event.added', detail: { slug: 'chairing-well' } });
  });

  it('is changed, and an event called New has a page of its own', async () => {
    const edit = '/admin/programme/events/chairing-well/edit';
    expect((await desk.get('officer', edit)).body).toContain('End on time\nLet everybody speak');
    expect((await desk.post('officer', edit, { title: '' })).status).toBe(400);
    const sent = await desk.post('officer', edit, { title: 'Chairing well', kind: 'training', sessionsPromised: '1' });
    expect(sent.headers.location).toBe('/admin/programme/events/chairing-well?done=changed');
    expect((await desk.get('officer', '/admin/programme/events/chairing-well')).text).not.toContain(
      'Let everybody speak',
    );
    const named = await desk.post('officer', '/admin/programme/events/new', { title: 'New', kind: 'event' });
    expect(named.headers.location).toBe('/admin/programme/events/new-2?done=added');
    expect((await desk.get('officer', '/admin/programme/events/nothing')).status).toBe(404);
  });
});

describe('a session', () => {
  it('is planned part by part, with places, and what is typed is kept when another part is asked for', async () => {
    await desk.given.aModule({ title: 'Scrutiny', core: true });
    const first = await desk.get('officer', `${NEW}?event=chairing-well`);
    expect(first.body).toMatch(/<option value="[^"]+" selected>Chairing well/);
    const event = idOf(first.body, 'Chairing well');
    const typed = {
      event,
      parts: '1',
      ...day('on1', '12 1 2027'),
      from1: '9.30am',
      to1: '12.30pm',
      state: 'confirmed',
    };
    const more = await desk.post('officer', NEW, { ...typed, more: 'yes' });
    expect([more.status, more.body.includes('value="9.30am"'), more.body.includes('name="on2-day"')]).toEqual([
      200,
      true,
      true,
    ]);
    const overlapping = {
      ...typed,
      parts: '2',
      ...day('on2', '12 1 2027'),
      from2: '12:00',
      to2: '3pm',
      place: 'Room 1',
    };
    const wrong = await desk.post('officer', NEW, overlapping);
    expect(wrong.text).toContain('Part 2 ends before it begins, or begins before the part before it ends');
    const lacking = await desk.post('officer', NEW, { ...typed, place: '' });
    expect(lacking.text).toContain('It cannot be confirmed yet: it lacks a place, or a link for those who join online');
    const sent = { ...overlapping, from2: '13:30', 'places-room-member': '20', 'places-online-any': '50' };
    const { headers } = await desk.post('officer', NEW, sent);
    const page = await desk.get('officer', String(headers.location));
    for (const says of [
      'Tuesday 12 January 2027',
      '13:30 to 15:00',
      'Members, in the room: 0 of 20 taken',
      'Anyone, online: 0 of 50 taken',
      'Postpone it',
    ])
      expect(page.text).toContain(says);
    expect(await lastAct()).toMatchObject({ action: 'session.added' });
  });

  it('begins as the one before it of the event, without its day', async () => {
    const { body, text } = await desk.get('officer', `${NEW}?event=chairing-well`);
    expect(text).toContain('Times, topics, place and places are those of its last session.');
    for (const kept of ['value="09:30"', 'value="15:00"', 'value="Room 1"', 'value="20"', 'value="50"'])
      expect(body).toContain(kept);
    for (const nth of [1, 2]) expect(body).toMatch(new RegExp(`name="on${nth}-day"(?![^>]*value="12")`));
    expect(body).not.toContain('value="2027"');
  });

  it('is changed by one at a time: an old page is told so, and loses nothing that was typed', async () => {
    const href = await planned({ 'places-room-member': '20' });
    const { body } = await desk.get('officer', `${href}/edit`);
    expect([body.includes('value="09:30"'), revisionIn(body)]).toEqual([true, '1']);
    const event = idOf(body, 'Chairing well');
    const typed = { event, revision: '1', ...day('on1', '13 1 2027'), from1: '10:00', to1: '12:00', place: 'Room 2' };
    expect((await desk.post('officer', `${href}/edit`, typed)).headers.location).toBe(`${href}?done=changed`);
    const late = await desk.post('officer', `${href}/edit`, { ...typed, place: 'Room 3' });
    expect(late.status).toBe(400);
    expect(late.text).toContain('Somebody has changed this session in the meantime. What you typed is not saved.');
    expect(late.body).toContain('value="Room 3"');
    expect((await desk.get('officer', href)).text).toContain('Room 2');
    const none = await desk.post('officer', `${href}/edit`, { ...typed, revision: '2', event: '' });
    expect(none.text).toContain('it lacks what it is about');
    for (const path of [`${href}/edit`, NEW]) {
      const gone = { ...typed, revision: '2', state: 'provisional', event: '0195c0de-0000-7000-8000-0000000000ff' };
      const refused = await desk.post('officer', path, gone);
      expect([path, refused.status, refused.text.includes('Choose what it is about')]).toEqual([path, 400, true]);
    }
  });

  it('is kept free, made provisional, confirmed, postponed and delivered on pages of their own', async () => {
    const href = await planned({ event: '', place: '', from1: '', to1: '', state: 'hold', note: 'For the director' });
    const confirm = await desk.get('officer', `${href}/confirm`);
    expect(confirm.text).toContain('It cannot be done yet. It lacks what it is about, a place, or a link');
    expect(confirm.body).not.toContain('>Confirm it<');
    expect((await desk.get('officer', `${href}/postpone`)).status).toBe(409);
    const { body } = await desk.get('officer', `${href}/edit`);
    const event = idOf(body, 'Chairing well');
    const past = { ...day('on1', '17 11 2026'), from1: '9:30', to1: '12:00', place: 'Room 2', event };
    await desk.post('officer', `${href}/edit`, { ...past, revision: '1' });
    for (const [act, becomes] of [
      ['plan', 'Provisional'],
      ['confirm', 'Confirmed'],
      ['postpone', 'Provisional'],
      ['confirm', 'Confirmed'],
      ['deliver', 'Delivered'],
    ] as const) {
      const asked = await desk.get('officer', `${href}/${act}`);
      const done = await desk.post('officer', `${href}/${act}`, { revision: revisionIn(asked.body) });
      expect(done.headers.location).toBe(`${href}?done=${act}`);
      expect((await desk.get('officer', href)).text).toContain(becomes);
    }
    expect(await lastAct()).toMatchObject({ action: 'session.state-changed', detail: { to: 'delivered' } });
    expect((await desk.get('officer', `${href}/edit`)).status).toBe(409);
    const delivered = await desk.get('officer', href);
    expect(delivered.text).not.toContain('Change it');
    expect(delivered.body).toContain(`href="${href}/register"`);
  });

  it('is cancelled with a reason, by whoever has seen how it is now', async () => {
    const href = await planned({ 'places-room-member': '20' });
    const page = await desk.get('officer', `${href}/cancel`);
    expect(page.text).toContain('Places taken so far: 0. Whoever has a place is told, and reads your reason.');
    expect((await desk.post('officer', `${href}/cancel`, { revision: '1' })).text).toContain(
      'Enter why it is cancelled',
    );
    const reason = 'The speaker <is> ill';
    const late = await desk.post('officer', `${href}/cancel`, { revision: '7', reason });
    expect(late.text).toContain('Somebody has changed this session in the meantime. Look at the session as it is now');
    expect(late.body).toContain('The speaker &lt;is&gt; ill');
    await desk.post('officer', `${href}/cancel`, { revision: revisionIn(late.body), reason });
    expect((await desk.get('officer', href)).body).toContain('Cancelled: The speaker &lt;is&gt; ill');
  });

  it('is not there under an address that is none', async () => {
    const nobodys = '/admin/programme/sessions/0195c0de-0000-7000-8000-00000000dead';
    for (const path of [nobodys, `${nobodys}/edit`, `${nobodys}/cancel`, '/admin/programme/sessions/x'])
      expect([path, (await desk.get('officer', path)).status]).toEqual([path, 404]);
  });
});

describe('fixed dates', () => {
  it('are added and removed, and the programme says what is planned for them', async () => {
    const page = '/admin/programme/fixed-dates';
    expect((await desk.post('officer', page, { title: 'Full council' })).text).toContain('Choose of what kind it is');
    const sent = { title: 'Full council', kind: 'meeting', ...day('on', '12 1 2027') };
    expect((await desk.post('officer', page, sent)).headers.location).toBe(`${page}?done=added`);
    expect((await desk.post('officer', page, sent)).text).toContain('That day has a fixed date of that title already');
    const href = await planned();
    expect((await desk.get('officer', href)).text).toContain('12 January 2027 is a fixed date: Full council');
    const { text } = await desk.get('officer', '/admin/programme?from=2027-01&to=2027-01');
    expect(text).toContain('12 January 2027 is a fixed date: Full council');
    expect(text).toContain('At the same time on 12 January 2027: Chairing well');
    const { body } = await desk.get('officer', page);
    const remove = /href="(\/admin\/programme\/fixed-dates\/[^"]+\/remove)"/.exec(body)![1]!;
    expect((await desk.get('officer', remove)).text).toContain('Remove “Full council”, Tuesday 12 January 2027');
    expect((await desk.post('officer', remove, {})).headers.location).toBe(`${page}?done=removed`);
    expect((await desk.get('officer', remove)).status).toBe(404);
    expect(await lastAct()).toMatchObject({ action: 'fixed-date.removed' });
  });
});

describe('the programme', () => {
  it('is a file, which is on record, for officers and auditors only', async () => {
    const csv = await desk.get('auditor', '/admin/programme.csv?state=delivered');
    expect(csv.body.split('\r\n')).toHaveLength(3);
    expect(csv.body).toContain('Chairing well,Delivered,Training,2026-11-17,2026-11-17');
    expect(await lastAct()).toMatchObject({ action: 'programme.exported', detail: { as: 'csv', state: 'delivered' } });
    const json = JSON.parse((await desk.get('officer', '/admin/programme.json')).body) as { rows: object[] };
    expect(json.rows).toContainEqual(expect.objectContaining({ what: 'Christmas Day', kind: 'Bank holiday' }));
    for (const role of ['member', 'tester', 'champion', 'administrator'] as const)
      expect((await desk.get(role, '/admin/programme.csv')).status).toBe(403);
    expect((await desk.get('auditor', NEW)).status).toBe(403);
  });
});
