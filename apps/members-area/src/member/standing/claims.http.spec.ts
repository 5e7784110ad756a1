import { Awards } from '@induct/accreditation';
import { Desk } from '../../../../../test/support/given-desk';

const PDF = '%PDF-1.7 a certificate of mine';
const TYPED = {
  kind: 'prior_learning',
  'done-day': '18',
  'done-month': '5',
  'done-year': '2026',
  words: 'Two days with the county council',
};

let desk: Desk;
let mine: string;
beforeAll(async () => {
  desk = await Desk.open({ DEMO: 'true' });
  await desk.given.aModule({ title: 'Planning', core: true });
  await desk.app.get(Awards, { strict: false }).considerOverdue();
  mine = await desk.given.aPerson({ name: 'Mia Claimant' });
});
afterAll(() => desk?.close());

const send = (personId: string, fields: Record<string, string>, file = '') => {
  const sent = { field: 'file', name: file && 'a.pdf', type: 'application/pdf', content: Buffer.from(file) };
  return desk.sendFile(personId, '/standing/planning/claim', sent, fields);
};

describe('a claim', () => {
  it('is sent in, seen by whoever sent it, and by an officer who accepts it; then it counts', async () => {
    expect((await desk.getAs(mine, '/standing')).body).toContain('href="/standing/planning/claim"');
    expect((await desk.getAs(mine, '/standing/planning/claim')).text).toContain('Send in what you have done elsewhere');
    const sent = await send(mine, TYPED);
    expect([sent.status, sent.headers.location]).toEqual([303, '/standing?sent=yes']);
    const waiting = await desk.getAs(mine, '/standing');
    expect(waiting.text).toContain('An officer looks at it.');
    expect(waiting.body).not.toContain('href="/standing/planning/claim"');
    const list = await desk.get('officer', '/admin/claims');
    expect(list.text).toContain('Mia Claimant: Planning');
    const href = /href="(\/admin\/claims\/[0-9a-f-]{36})"/.exec(list.body)![1]!;
    expect((await desk.get('officer', href)).text).toContain('Two days with the county council');
    expect((await desk.post('officer', href, { decision: 'accept', words: '' })).text).toContain('There is a problem');
    const decided = await desk.post('officer', href, { decision: 'accept', words: 'Well done' });
    expect(decided.headers.location).toBe('/admin/claims?done=decided');
    const { text } = await desk.getAs(mine, '/standing');
    expect(text).toContain('Met by what you had learned before, on 18 May 2026.');
    expect(text).toContain('The officer says: Well done');
    expect((await desk.get('officer', href)).text).toContain('Accepted at');
    expect((await desk.post('officer', href, { decision: 'accept', words: 'Again' })).status).toBe(409);
  });

  it('that has run out goes on record, and nobody is told that it counts', async () => {
    const late = await desk.given.aPerson({ name: 'Lou Late' });
    const over = { ...TYPED, 'until-day': '1', 'until-month': '7', 'until-year': '2026' };
    expect((await send(late, over)).status).toBe(303);
    const list = await desk.get('officer', '/admin/claims');
    const href = /href="(\/admin\/claims\/[0-9a-f-]{36})"/.exec(list.body)![1]!;
    const page = await desk.get('officer', href);
    expect(page.text).toContain('Counts until 1 July 2026: that day is over');
    expect(page.text).toContain('Accept it: it goes on record');
    expect(page.text).not.toContain('it counts');
    await desk.post('officer', href, { decision: 'accept', words: 'Thank you' });
    const { text } = await desk.getAs(late, '/standing');
    expect(text).toContain('It ran out on 1 July 2026. The officer says: Thank you');
    expect(text).not.toContain('Met by');
    const [letter] = await desk.database.source.query<{ text: string }[]>(
      `select m.body_text as text from mail m join person p on p.email = m.recipient
        where p.id = $1 and m.subject like 'Your claim is accepted%'`,
      [late],
    );
    expect(letter!.text.replaceAll(/\s+/g, ' ')).toContain('is accepted and on record. It ran out on 1 July 2026');
  });

  it('that is accepted is a certificate of theirs, and says when an officer has withdrawn it', async () => {
    const holder = await desk.given.aPerson({ name: 'Hana Holder' });
    expect((await send(holder, { ...TYPED, kind: 'outside_certificate' }, PDF)).status).toBe(303);
    expect((await desk.getAs(holder, '/certificates')).text).not.toContain('Certificates from elsewhere');
    const [{ id }] = await desk.database.source.query<[{ id: string }]>('select id from claim where person_id = $1', [
      holder,
    ]);
    const officers = [await desk.who('officer'), await desk.given.aPerson({ name: 'Piet', roles: ['officer'] })];
    for (const officer of officers)
      await desk.postAs(officer, `/admin/claims/${id}`, { decision: 'accept', words: 'We know it' });
    const wallet = await desk.getAs(holder, '/certificates');
    expect(wallet.text).toContain('Certificates from elsewhere');
    expect(wallet.text).toContain(`${TYPED.words} Download the certificate`);
    expect(wallet.body).toContain(`href="/standing/claims/${id}/file"`);
    expect((await desk.getAs(mine, '/certificates')).body).not.toContain(id);

    const [{ evidence }] = await desk.database.source.query<[{ evidence: string }]>(
      'select id as evidence from evidence where source = $1',
      [id],
    );
    const withdrawn = await desk.postAs(officers[1]!, `/admin/members/${holder}/evidence/${evidence}/withdraw`, {
      reason: 'The provider does not know it',
    });
    expect(withdrawn.status).toBe(303);
    const { text } = await desk.getAs(holder, '/standing');
    expect(text).toMatch(/Withdrawn on [^:]*: it counts no more\./);
    expect(text).toContain('The officer says: The provider does not know it');
    expect(text).not.toContain('Accepted on');
    expect((await desk.getAs(holder, '/certificates')).text).toMatch(/Withdrawn on [^:]*: it counts no more\./);
    expect((await desk.get('officer', `/admin/claims/${id}`)).text).toContain(': The provider does not know it');
  });

  it('is taken back by whose it is, asked once more; the officer sees by whom, and decides nothing', async () => {
    const unsure = await desk.given.aPerson({ name: 'Una Unsure' });
    await send(unsure, TYPED);
    const waiting = await desk.getAs(unsure, '/standing');
    const href = /href="(\/standing\/claims\/[0-9a-f-]{36}\/take-back)"/.exec(waiting.body)![1]!;
    const atDesk = href.replace('/standing/', '/admin/').replace('/take-back', '');
    const asked = await desk.getAs(unsure, href);
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining(TYPED.words)]);
    for (const stranger of [mine, await desk.who('officer')])
      expect([(await desk.getAs(stranger, href)).status, (await desk.postAs(stranger, href, {})).status]).toEqual([
        404, 404,
      ]);
    expect((await desk.postAs(unsure, '/standing/claims/nothing/take-back', {})).status).toBe(404);
    for (const _ of ['pressed', 'pressed twice']) {
      const done = await desk.postAs(unsure, href, {});
      expect([done.status, done.headers.location]).toEqual([303, '/standing?done=taken-back']);
    }
    const after = await desk.getAs(unsure, '/standing?done=taken-back');
    expect(after.text).toContain('You have taken it back.');
    expect(after.text).toContain('Taken back by you on 22 November 2026.');
    expect(after.body).toContain('href="/standing/planning/claim"');
    expect(after.body).not.toContain(href);
    expect((await desk.getAs(unsure, href)).headers.location).toBe('/standing');
    expect((await desk.get('officer', '/admin/claims')).text).not.toContain('Una Unsure');
    const page = await desk.get('officer', atDesk);
    expect(page.text).toContain('Taken back by Una Unsure at');
    expect(page.body).not.toContain('name="decision"');
    const late = await desk.post('officer', atDesk, { decision: 'accept', words: 'Well done' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('The member has taken this back')]);
    expect((await desk.get('officer', `/admin/members/${unsure}/evidence`)).text).toContain(
      'Taken back by the member on',
    );

    // It can be entered for them again.
    const enter = await desk.get('officer', `/admin/members/${unsure}/enter`);
    expect(enter.body).toContain(`href="/admin/members/${unsure}/enter/planning"`);

    await send(unsure, TYPED);
    const [, again] = /href="(\/standing\/claims\/[0-9a-f-]{36}\/take-back)"/.exec(
      (await desk.getAs(unsure, '/standing')).body,
    )!;
    await desk.post('officer', again!.replace('/standing/', '/admin/').replace('/take-back', ''), {
      decision: 'refuse',
      words: 'Not here',
    });
    const tooLate = await desk.postAs(unsure, again!, {});
    expect([tooLate.status, tooLate.text]).toEqual([409, expect.stringContaining('This claim is decided already')]);
  });

  describe('that an officer enters for a member', () => {
    const enterFor = (id: string) => `/admin/members/${id}/enter`;
    const noFile = { field: 'file', name: '', type: '', content: Buffer.from('') };
    let second: string;
    beforeAll(async () => {
      second = await desk.given.aPerson({ name: 'Olly Other', roles: ['officer', 'member'] });
    });

    it('says who entered it wherever it stands, and is decided by another officer, with words for both', async () => {
      const pat = await desk.given.aPerson({ name: 'Pat Paper' });
      expect((await desk.get('officer', '/admin/claims')).body).toContain('href="/admin/members/enter"');
      const found = await desk.get('officer', '/admin/members/enter?q=paper');
      expect(found.body).toContain(`href="${enterFor(pat)}"`);
      expect((await desk.get('officer', `/admin/members/${pat}`)).body).toContain(`href="${enterFor(pat)}"`);
      expect((await desk.get('officer', enterFor(pat))).body).toContain(`href="${enterFor(pat)}/planning"`);
      const form = await desk.get('officer', `${enterFor(pat)}/planning`);
      expect(form.text).toContain('What have they done?');
      const officer = await desk.who('officer');
      const wrong = await desk.sendFile(officer, `${enterFor(pat)}/planning`, noFile, { ...TYPED, kind: '' });
      expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Select what they have done')]);
      expect(wrong.body).toContain(TYPED.words);
      const file = { field: 'file', name: 'a.pdf', type: 'application/pdf', content: Buffer.from(PDF) };
      const done = await desk.sendFile(officer, `${enterFor(pat)}/planning`, file, TYPED);
      expect([done.status, done.headers.location]).toEqual([303, `/admin/members/${pat}/evidence?done=entered`]);
      expect((await desk.audited()).at(-1)).toMatchObject({ action: 'claim.entered', actor: officer, subject: pat });
      const again = await desk.sendFile(officer, `${enterFor(pat)}/planning`, file, TYPED);
      expect([again.status, again.text]).toEqual([400, expect.stringContaining('One of this kind waits already')]);

      const own = await desk.getAs(pat, '/standing');
      expect(own.text).toContain('Another officer looks at it.');
      expect(own.text).toContain('entered for you by Olive Officer on');
      const ownFile = /href="(\/standing\/claims\/[0-9a-f-]{36}\/file)"/.exec(own.body)![1]!;
      expect((await desk.getAs(pat, ownFile)).body).toBe(PDF);
      expect((await desk.getAs(mine, ownFile)).status).toBe(404);
      expect((await desk.get('champion', ownFile)).status).toBe(404);

      const onRecord = await desk.get('officer', `/admin/members/${pat}/evidence`);
      expect(onRecord.text).toContain('entered by Olive Officer');
      const href = /href="(\/admin\/claims\/[0-9a-f-]{36})"/.exec(onRecord.body)![1]!;
      const asEntered = await desk.get('officer', href);
      expect(asEntered.text).toContain('You have entered it: another officer looks at it.');
      expect(asEntered.body).not.toContain('name="decision"');
      expect((await desk.post('officer', href, { decision: 'accept', words: 'My own' })).status).toBe(403);
      expect((await desk.getAs(second, href)).text).toContain('by Olive Officer for Pat Paper');
      const fresh = await desk.given.aPerson({ name: 'Fay Fresh', roles: ['officer'], since: desk.clock.now() });
      await desk.database.source.query(
        `update person_role set confirms_from = confirms_from + interval '1 day' where person_id = $1`,
        [fresh],
      );
      const early = await desk.postAs(fresh, href, { decision: 'accept', words: 'I know the course' });
      expect([early.status, early.text]).toEqual([400, expect.stringContaining('You cannot confirm or sign off yet.')]);
      expect(early.body).toContain('I know the course');
      const refused = await desk.postAs(second, href, { decision: 'refuse', words: 'It names somebody else' });
      expect(refused.status).toBe(303);
      for (const { text } of [
        await desk.getAs(pat, '/standing'),
        await desk.get('officer', href),
        await desk.get('officer', `/admin/members/${pat}/evidence`),
      ])
        expect(text).toContain('It names somebody else');
    });

    it('leads to a page that is there, also of whoever is no member', async () => {
      const auditor = await desk.given.aPerson({ name: 'Ada Auditor', roles: ['auditor'] });
      const officer = await desk.who('officer');
      const done = await desk.sendFile(officer, `${enterFor(auditor)}/planning`, noFile, TYPED);
      const { status, text } = await desk.get('officer', String(done.headers.location));
      expect([done.status, status, text]).toEqual([303, 200, expect.stringContaining('It is entered, and they get')]);
    });

    it('is for nobody who enters it: an officer who is a member too sends in their own', async () => {
      expect((await desk.getAs(second, enterFor(second))).text).toContain('Nobody enters something for themselves');
      const own = await desk.sendFile(second, `${enterFor(second)}/planning`, noFile, TYPED);
      expect([own.status, own.text]).toEqual([400, expect.stringContaining('Nobody enters something for themselves')]);
    });

    it('is the officers’ to enter, of people who are here, for what is asked', async () => {
      const pat = await desk.given.aPerson();
      for (const role of ['member', 'tester', 'champion', 'administrator', 'auditor'] as const) {
        expect((await desk.get(role, `${enterFor(pat)}/planning`)).status).toBe(403);
        expect((await desk.sendFile(await desk.who(role), `${enterFor(pat)}/planning`, noFile, TYPED)).status).toBe(
          403,
        );
      }
      const officer = await desk.who('officer');
      await desk.database.source.query('update person set deactivated_at = now() where id = $1', [pat]);
      for (const to of [
        `${enterFor(pat)}/planning`,
        `${enterFor(mine)}/nothing`,
        '/admin/members/nobody/enter/planning',
      ]) {
        expect((await desk.get('officer', to)).status).toBe(404);
        expect((await desk.sendFile(officer, to, noFile, TYPED)).status).toBe(404);
      }
    });
  });

  it.each([
    ['nothing', {}, undefined, 'Select what you have done'],
    ['no day', { ...TYPED, 'done-day': '31', 'done-month': '2' }, undefined, 'must be a real date'],
    ['tomorrow', { ...TYPED, 'done-year': '2099' }, undefined, 'must be today or in the past'],
    ['a certificate without one', { ...TYPED, kind: 'outside_certificate' }, undefined, 'Choose the certificate'],
    ['a web page', TYPED, '<html>', 'must be a PDF, a PNG or a JPEG'],
    ['too much', TYPED, `%PDF-${'x'.repeat(10 * 1024 * 1024)}`, 'of 10 MB at most'],
  ])('that holds %s is shown again with what was typed', async (_, fields, file, says) => {
    const member = await desk.given.aPerson();
    const again = await send(member, fields as Record<string, string>, file);
    expect(again.status).toBe(400);
    expect(again.body).toContain(says);
    for (const words of Object.values(fields).filter((typed) => typed === TYPED.words))
      expect(again.body).toContain(words);
  });

  it('takes no text for a file', async () => {
    const again = await desk.postAs(await desk.given.aPerson(), '/standing/planning/claim', {
      ...TYPED,
      file: '%PDF-1',
    });
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('Choose the file again')]);
  });

  it('has a file for whoever sent it and for officers only, as a download', async () => {
    const member = await desk.given.aPerson({ name: 'Dee' });
    expect((await send(member, { ...TYPED, kind: 'outside_certificate' }, PDF)).status).toBe(303);
    const { body } = await desk.getAs(member, '/standing');
    const href = /href="(\/standing\/claims\/[0-9a-f-]{36}\/file)"/.exec(body)![1]!;
    for (const reader of [member, await desk.who('officer')]) {
      const file = await desk.getAs(reader, href);
      expect([file.status, file.body]).toEqual([200, PDF]);
      expect(file.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="Claim.pdf"',
        'x-content-type-options': 'nosniff',
      });
    }
    expect((await desk.getAs(mine, href)).status).toBe(404);
    expect((await desk.get('auditor', href)).status).toBe(404);
    expect((await desk.getAs(member, '/admin/claims')).status).toBe(403);
  });
});
