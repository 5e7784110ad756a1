import { FIRST_TEMPLATE } from '@induct/accreditation';
import { Desk } from '../../../../../test/support/given-desk';
import { previewsArePrinted } from '../../../../../test/support/given-previews-of-templates';
import { fieldsOfDraft } from './draft.view';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const LIST = '/admin/templates';
/** As a browser sends the form of a draft that nobody has touched. */
const shown = Object.fromEntries(
  Object.entries(fieldsOfDraft({ template: FIRST_TEMPLATE, fromDay: null })).filter(([, value]) => value !== undefined),
) as Record<string, string | readonly string[]>;
const save = (number: number, more: Record<string, string | readonly string[]> = {}) =>
  desk.post('officer', `${LIST}/${number}/draft`, { ...shown, ...more });
const revisionOf = (body: string) => /name="revision" value="(\d+)"/.exec(body)![1]!;

describe('the pages about templates', () => {
  it('say that there is none, and begin one as a copy of what is in use', async () => {
    expect((await desk.get('officer', LIST)).text).toContain('certificates look as they came with Induct, in English');
    expect((await desk.post('officer', LIST, {})).text).toContain('Select which certificates it is for');
    const gone = await desk.post('officer', LIST, { scheme: '0195c0de-0000-7000-8000-00000000ffff' });
    expect([gone.status, gone.text]).toEqual([400, expect.stringContaining('There is no such scheme')]);
    const begun = await desk.post('officer', LIST, { scheme: 'every' });
    expect([begun.status, begun.headers.location]).toEqual([303, '/admin/templates/1/draft']);
    const { body, text } = await desk.get('officer', `${LIST}/1/draft`);
    expect(text).toContain('As it came: Certificate of Accreditation');
    expect(text).toContain('You may write {scheme} for the name of the scheme, {edition} for its edition');
    expect(body).toContain('value="Tystysgrif Achredu"');
    expect((await desk.get('officer', LIST)).text).toContain(
      'Template 1 Draft Every scheme that has none of its own English',
    );
  });

  it('refuse what cannot be printed, say what to do at the text, and keep what was typed', async () => {
    const { status, text, body } = await save(1, {
      'en-heading': '<b>Award</b>',
      'en-statement': 'has met {everything}',
      'en-office': '',
      'cy-heading': 'x'.repeat(41),
      'from-day': '31',
      'from-month': '2',
      'from-year': '2027',
    });
    expect(status).toBe(400);
    for (const says of [
      'Heading, in English: Take &lt;b&gt; out: a text is printed letter by letter, and so would this be',
      '{everything} stands for nothing: write {scheme} or {edition}, or take it out',
      'Who awards it, under the council’s name, in English: Write this text',
      'The day must be a real date',
    ])
      expect(text).toContain(says);
    expect(body).toContain('href="#en-heading"');
    expect(body).toContain('value="&lt;b&gt;Award&lt;/b&gt;"');
    // Welsh is not printed, so nothing is wrong with it.
    expect(text).not.toContain('in Welsh:');
    expect((await save(1, { languages: '' })).text).toContain('Select the languages');
    const late = await save(1, { 'en-heading': 'Certificate of mine', seen: '999' });
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('Somebody else has saved this draft')]);
    expect(late.body).toContain('value="Certificate of mine"');
    expect((await save(1, { languages: 'both', 'cy-heading': 'x'.repeat(41) })).text).toContain(
      'Heading, in Welsh: It must be 40 characters or fewer; it has 41',
    );
  });

  it('save a draft, and show how far its previews are, what they look like, and what it changes', async () => {
    const saved = await save(1, { languages: 'both', flags: ['seal'], 'cy-line-2': '  Llinell\r\narall ' });
    expect([saved.status, saved.headers.location]).toEqual([303, '/admin/templates/1']);
    const waiting = await desk.get('officer', `${LIST}/1`);
    expect(waiting.text).toContain('0 of 3 previews are printed');
    expect(waiting.body).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>');
    expect(waiting.text).toContain('It is being printed.');
    expect(waiting.text).toContain('This page looks again every five seconds until they are.');
    expect(waiting.text).toContain('Languages English Welsh and English');
    expect(waiting.text).toContain('The Welsh words of this design have not been read by a translator');
    expect(waiting.text).toContain(
      'names have no Welsh yet. Until you enter them, a certificate in Welsh says them in Eng',
    );
    expect(waiting.body).toContain('href="/admin/welsh-names">Enter the names in Welsh</a>');
    expect(waiting.text).toContain('Welsh: Further line 2 Not there Llinell arall');
    expect(waiting.text).toContain('Learning time Printed Not printed');
    expect(waiting.text).not.toContain('Propose this template');
    expect((await desk.get('officer', `${LIST}/1/previews/usual`)).status).toBe(404);
    const progress = async () => JSON.parse((await desk.get('officer', `${LIST}/1/progress`, 'application/json')).body);
    expect(await progress()).toEqual({ running: true, printed: 0 });
    await previewsArePrinted(desk.app);
    expect(await progress()).toEqual({ running: false, printed: 3 });
    const page = await desk.get('administrator', `${LIST}/1`);
    const [, src, alt] = /<img class="desk-preview" src="([^"]*usual[^"]*)"[^>]* alt="([^"]*)"/.exec(page.body)!;
    expect(alt).toBe(
      '“Tystysgrif Achredu · Certificate of Accreditation” in Welsh and English, to Siân Rees-Pritchard, with the four ' +
        'requirements that she met and the day of each, in an ornate frame with a seal. “Specimen” stands across it.',
    );
    expect(page.body).toContain('href="/admin/templates/1/previews/longest"');
    const picture = await desk.get('administrator', src!, '*/*');
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await desk.get('officer', `${LIST}/1/previews/none/picture`)).status).toBe(404);
    const pdf = await desk.get('administrator', `${LIST}/1/previews/longest`, '*/*');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.headers['content-security-policy']).toContain(`frame-ancestors 'self'`);
    expect(pdf.body).toContain('%PDF-1.7 preview');
    const draft = await desk.get('officer', `${LIST}/1/draft`);
    expect(draft.body).toContain('>Llinell arall</textarea>');
  });

  it('say in words why a preview cannot be printed', async () => {
    await desk.post('officer', LIST, { scheme: 'every' });
    await desk.database.source.query(
      `update template_preview set error = 'The layout has no room for the text “Award”', attempts = 1
        where sample = 'longest' and template_version_id = (select id from template_version where number = 2)`,
    );
    const { text } = await desk.get('officer', `${LIST}/2`);
    expect(text).toContain(
      'It cannot be printed: The layout has no room for the text “Award”. Change what has no room',
    );
    expect((await desk.post('officer', `${LIST}/2/print-again`, {})).status).toBe(303);
    expect((await desk.get('officer', `${LIST}/2`)).text).not.toContain('cannot be printed');
    const gone = await desk.post('officer', `${LIST}/2/discard`, {});
    expect((await desk.get('officer', String(gone.headers.location))).text).toContain('The draft is gone');
    expect((await desk.get('officer', `${LIST}/2`)).status).toBe(404);
  });

  it('propose it, send it back with words, and let an administrator approve it as it was read', async () => {
    const { body } = await desk.get('officer', `${LIST}/1`);
    const revision = revisionOf(body);
    const early = await desk.post('officer', `${LIST}/1/propose`, { revision: '1' });
    expect([early.status, early.text]).toEqual([
      409,
      expect.stringContaining('The template is not what you have read'),
    ]);
    await desk.post('officer', `${LIST}/1/propose`, { revision });
    const proposed = await desk.get('administrator', `${LIST}/1`);
    expect(proposed.text).toContain('Approve it: certificates say and look like this from its day on');
    expect((await desk.get('officer', `${LIST}/1`)).text).toContain('An administrator approves it');
    expect((await desk.get('officer', `${LIST}/1/draft`)).status).toBe(409);
    expect((await desk.post('officer', `${LIST}/1/decide`, { revision, decision: 'approve' })).status).toBe(403);
    const nothing = await desk.post('administrator', `${LIST}/1/decide`, { revision });
    expect(nothing.text).toContain('Select what you decide');
    const wordless = await desk.post('administrator', `${LIST}/1/decide`, { revision, decision: 'back' });
    expect(wordless.text).toContain('Say why');
    await desk.post('administrator', `${LIST}/1/decide`, {
      revision,
      decision: 'back',
      words: 'Two councils in one line',
    });
    expect((await desk.get('officer', `${LIST}/1`)).text).toContain('It was sent back: Two councils in one line');
    await desk.post('officer', `${LIST}/1/propose`, { revision });
    const approved = await desk.post('administrator', `${LIST}/1/decide`, { revision, decision: 'approve' });
    expect([approved.status, approved.headers.location]).toEqual([303, '/admin/templates/1?done=approved']);
    const page = await desk.get('administrator', '/admin/templates/1?done=approved');
    expect(page.text).toContain('In use');
    expect(page.text).toContain('Approved by Adam Administrator');
    expect(page.text).not.toContain('What it changes');
  });

  it('withdraw it with words, by an administrator', async () => {
    expect((await desk.post('officer', `${LIST}/1/withdraw`, { words: 'Not mine to do' })).status).toBe(403);
    const wordless = await desk.post('administrator', `${LIST}/1/withdraw`, { words: ' ' });
    expect(wordless.text).toContain('Say why it is withdrawn');
    await desk.post('administrator', `${LIST}/1/withdraw`, { words: 'The Welsh is wrong' });
    expect((await desk.get('officer', `${LIST}/1`)).text).toContain(': The Welsh is wrong');
    expect((await desk.get('officer', LIST)).text).toContain('Template 1 Withdrawn');
    expect(
      (await desk.audited()).map(({ action }) => action).filter((action) => action.startsWith('template.')),
    ).toEqual([
      'template.drafted',
      'template.changed',
      'template.drafted',
      'template.draft-discarded',
      'template.proposed',
      'template.sent-back',
      'template.proposed',
      'template.approved',
      'template.withdrawn',
    ]);
  });

  it('are for officers and administrators, and only officers write', async () => {
    for (const role of ['member', 'tester', 'champion', 'auditor'] as const)
      for (const path of ['', '/1', '/1/draft', '/1/previews/usual', '/1/previews/usual/picture'])
        expect((await desk.get(role, `${LIST}${path}`)).status).toBe(403);
    expect((await desk.get('administrator', LIST)).text).not.toContain('Begin a draft');
    expect((await desk.get('administrator', `${LIST}/1/draft`)).status).toBe(403);
    expect((await desk.post('administrator', LIST, { scheme: 'every' })).status).toBe(403);
    for (const path of ['0', 'x', '99', '1e3', '12345678901'])
      expect((await desk.get('officer', `${LIST}/${path}`)).status).toBe(404);
  });
});

describe('the page of names in Welsh', () => {
  const NAMES = '/admin/welsh-names';
  const fieldsIn = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/<input[^>]* name="((?:cy|was)-[^"]+)"[^>]*>/g)].map(([input, name]) => [
        name!,
        /value="([^"]*)"/.exec(input)?.[1] ?? '',
      ]),
    );
  const named = (body: string, kind: string) =>
    Object.keys(fieldsIn(body)).find((name) => name.startsWith(`cy-${kind}`))!;

  it('says what is missing and what follows from it, and keeps what was typed when a name cannot be printed', async () => {
    const { body, text } = await desk.get('officer', NAMES);
    expect(text).toContain('2 names have no Welsh yet');
    expect(text).toContain('changes none that was issued before');
    const [council, scheme] = [named(body, 'council'), named(body, 'scheme')];
    const typed = { ...fieldsIn(body), [council]: 'Cyngor Sir Northmoor', [scheme]: 'Sgiliau {craidd}' };
    const wrong = await desk.post('officer', NAMES, typed);
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('{craidd} stands for nothing')]);
    expect(wrong.body).toContain(`href="#${scheme}"`);
    expect(fieldsIn(wrong.body)).toMatchObject({ [council]: 'Cyngor Sir Northmoor', [scheme]: 'Sgiliau {craidd}' });
    const saved = await desk.post('officer', NAMES, { ...typed, [scheme]: '  Sgiliau   craidd ' });
    expect([saved.status, saved.headers.location]).toEqual([303, `${NAMES}?done=saved`]);
    const after = await desk.get('officer', `${NAMES}?done=saved`);
    expect(after.text).toContain('Every name has a Welsh one');
    expect(fieldsIn(after.body)).toMatchObject({ [council]: 'Cyngor Sir Northmoor', [scheme]: 'Sgiliau craidd' });
    expect((await desk.get('officer', `${NAMES}?show=missing`)).text).toContain('Show all names');
  });

  it('never writes over what somebody else has entered meanwhile without saying so', async () => {
    const { body } = await desk.get('officer', NAMES);
    const scheme = named(body, 'scheme');
    await desk.post('officer', NAMES, { ...fieldsIn(body), [scheme]: 'Sgiliau hanfodol' });
    const late = await desk.post('officer', NAMES, { ...fieldsIn(body), [scheme]: 'Medrau craidd' });
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('entered: Sgiliau hanfodol')]);
    expect(fieldsIn(late.body)[scheme]).toBe('Medrau craidd');
    expect((await desk.post('officer', NAMES, fieldsIn(late.body))).status).toBe(303);
    expect(fieldsIn((await desk.get('officer', NAMES)).body)[scheme]).toBe('Medrau craidd');
    const acts = (await desk.audited()).filter(({ action }) => action.endsWith('.named-in-welsh'));
    expect(acts.map(({ action }) => action).toSorted()).toEqual([
      'council.named-in-welsh',
      'scheme.named-in-welsh',
      'scheme.named-in-welsh',
      'scheme.named-in-welsh',
    ]);
  });

  it('is written by officers and read by administrators', async () => {
    const { text, body } = await desk.get('administrator', NAMES);
    expect([text, fieldsIn(body)]).toEqual([expect.stringContaining('An officer enters the names'), {}]);
    expect((await desk.post('administrator', NAMES, {})).status).toBe(403);
    for (const role of ['member', 'auditor'] as const) expect((await desk.get(role, NAMES)).status).toBe(403);
    for (const page of [LIST, '/admin/certificates'])
      expect((await desk.get('officer', page)).body).toContain(`href="${NAMES}"`);
  });
});
