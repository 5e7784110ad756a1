import { readDetails } from '@induct/authoring';
import { Desk } from '../../../../../../test/support/given-desk';
import { formOf, GivenDraft, seenIn } from '../../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.withScreen(desk);
});
afterAll(() => desk?.close());

describe('the details', () => {
  it('keep the day on which each source was last read', async () => {
    const own = await GivenDraft.begin(desk, 'Read today', 'shipped:treasury');
    const page = await own.get('/details');
    expect(page.text).toContain('CIPFA codes 2021');
    const fields = formOf(page.body);
    const law = 'law-cipfa-codes-2021';
    const wrong = await own.post('/details', { ...fields, [`${law}-day`]: '31', [`${law}-month`]: '2' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('must include a year')]);
    expect(wrong.body).toMatch(/<details[^>]* open><summary[^>]*><span[^>]*>Sources on the screens/);
    const before = await own.source('module.yaml');
    const days = Object.fromEntries(
      [law, 'source1-read'].flatMap((name) => [
        [`${name}-day`, '1'],
        [`${name}-month`, '12'],
        [`${name}-year`, '2026'],
      ]),
    );
    expect((await own.post('/details', { ...fields, ...days })).status).toBe(303);
    const details = readDetails(await own.source('module.yaml'));
    expect(details.lawRead).toMatchObject({ 'CIPFA codes 2021': '2026-12-01' });
    expect(details.sources.map(({ read }) => read).slice(0, 2)).toEqual(['2026-12-01', undefined]);
    const { body } = await own.get('/details');
    expect(formOf(body)).toMatchObject(days);
    const none = { ...formOf(body), ...Object.fromEntries(Object.keys(days).map((name) => [name, ''])) };
    expect((await own.post('/details', none)).status).toBe(303);
    expect(await own.source('module.yaml')).toBe(before);
  });

  it('are changed in their form, with aims and the test', async () => {
    const page = await draft.get('/details');
    const seen = seenIn(page);
    const fields = {
      seen,
      title: 'Late papers, and what to do',
      summary: 'What to do.',
      minutes: '3',
      passMark: '80',
      draw: '5',
      testTitle: 'Final test',
      intro: 'A few questions.',
      law: 'the law in England',
      version: '1.0',
      duty12: 'yes',
      aim1: 'say what the rule is',
      'aim1-the-rule': 'yes',
      aim2: 'decide',
      'aim2-a-case': 'yes',
      'aim2-what-follows': 'yes',
      'reviewed-day': '20',
      'reviewed-month': '11',
      'reviewed-year': '2026',
      'reviewBy-day': '20',
      'reviewBy-month': '11',
      'reviewBy-year': '2027',
      'source1-title': 'Localism Act 2011',
      'source1-url': 'https://www.legislation.gov.uk/ukpga/2011/20/contents',
    };
    expect((await draft.post('/details', { ...fields, minutes: 'three', 'reviewBy-day': '' })).text).toMatch(
      /There is a problem .*Write the minutes.*must include a day/,
    );
    expect((await draft.post('/details', fields)).status).toBe(303);
    expect(readDetails(await draft.source('module.yaml')).objectives).toEqual([
      { id: 'know-the-rule', text: 'say what the rule is', screens: ['the-rule'] },
      { id: 'use-the-rule', text: 'decide', screens: ['what-follows', 'a-case'] },
    ]);
    expect(await draft.source('questions.yaml')).toContain('draw: 5');
    expect((await draft.get()).text).toContain('Late papers, and what to do');
    const late = await draft.post('/details', { ...fields, summary: 'Mine.' });
    expect([late.status, late.body]).toEqual([409, expect.stringContaining('>Mine.</textarea>')]);
  });

  it('name the duties, say how long it takes, and take the day of a source for what the screens say of it', async () => {
    const own = await GivenDraft.begin(desk, 'Days');
    const page = await own.get('/details');
    expect(page.text).toContain('10. Keep the council');
    expect(page.text).toMatch(/What is written now takes an average reader about \d+:/);
    expect((await own.get()).body).toMatch(/details#lawRead">Nobody has noted/);
    expect(page.body).toMatch(/<a class="govuk-link" href="#lawRead">Nobody has noted[^]*<details[^>]* id="lawRead"/);
    const today = { 'source1-read-day': '30', 'source1-read-month': '11', 'source1-read-year': '2026' };
    const fields = {
      ...formOf(page.body),
      'reviewed-day': '29',
      'reviewed-month': '11',
      'reviewed-year': '2026',
      ...today,
    };
    expect((await own.post('/details', fields)).status).toBe(303);
    expect((await own.get()).text).not.toContain('Nobody has noted');
  });

  it('say to the monitoring officer what to look at', async () => {
    const fields = { confirm: 'The rule\r\n- The days', localise: '', watch: 'A new Act' };
    await draft.post('/review', { seen: seenIn(await draft.get('/review')), ...fields });
    expect(await draft.source('REVIEW.md')).toBe(
      '# What to check in "Late papers, and what to do"\n\n## Facts to confirm before publishing\n\n- The rule\n- The days\n\n## What is expected to change in law\n\n- A new Act\n',
    );
  });
});
