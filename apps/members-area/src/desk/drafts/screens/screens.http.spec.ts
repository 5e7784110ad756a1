import { readDetails } from '@induct/authoring';
import { Desk } from '../../../../../../test/support/given-desk';
import { formOf, GivenDraft } from '../../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.begin(desk, 'Late papers');
});
afterAll(() => desk?.close());

describe('a screen', () => {
  const screen = '/screens/what-follows';

  it('is added where it was asked for', async () => {
    const { headers } = await draft.post('/screens', { title: 'What follows', after: '2' });
    expect(headers['location']).toBe(`${draft.at}${screen}?done=added`);
    expect(await draft.source('03-what-follows.md')).toBe('# What follows\n');
    expect((await draft.post('/screens', { title: '', after: '2' })).text).toContain('Write the title of the screen');
  });

  it('says which aims it serves, beside its title, and an aim may be there before its screens', async () => {
    const own = await GivenDraft.begin(desk, 'Aims first');
    const details = formOf((await own.get('/details')).body);
    expect((await own.post('/details', { ...details, aim3: 'say whom to ask' })).status).toBe(303);
    expect((await own.get()).text).toContain('To mend No screen teaches the aim “say whom to ask” yet.');
    await own.post('/screens', { title: 'Whom to ask', after: '3' });
    const page = await own.get('/screens/whom-to-ask');
    expect(page.text).toContain('This screen serves no aim of the module yet.');
    const shown = { title: 'Whom you ask', aims: '' };
    // Meanwhile somebody else ticks another aim for it: that stays.
    await own.post('/screens/whom-to-ask', { ...shown, 'aim-use-the-rule': 'yes' });
    await own.post('/screens/whom-to-ask', { ...shown, 'aim-say-whom-to-ask': 'yes' });
    const served = async () =>
      readDetails(await own.source('module.yaml')).objectives.map(({ screens }) => screens.includes('whom-to-ask'));
    expect(await served()).toEqual([false, true, true]);
    expect((await own.get('/screens/whom-to-ask')).text).not.toContain('serves no aim');
    await own.post('/screens/whom-to-ask', { ...shown, aims: 'use-the-rule say-whom-to-ask' });
    expect(await served()).toEqual([false, false, false]);
    for (const next of [own.at, `${own.at}/screens/welcome`])
      expect((await own.post('/screens/whom-to-ask', { ...shown, next })).headers['location']).toBe(next);
    for (const elsewhere of ['https://example.org/', '//example.org', '/admin/people', `${own.at}x`])
      expect((await own.post('/screens/whom-to-ask', { ...shown, next: elsewhere })).headers['location']).toBe(
        `${own.at}/screens/whom-to-ask?done=saved`,
      );
  });

  it('gets another title, moves and goes', async () => {
    await draft.post('/screens/a-case', { title: 'A case: yours' });
    await draft.post('/screens/a-case/move', { by: 'up' });
    expect(await draft.source('03-a-case.md')).toMatch(/^# A case: yours\n/);
    await draft.post('/screens/a-case/move', { by: 'down' });
    expect([...(await draft.folder()).keys()].filter((path) => path.endsWith('.md'))).toEqual([
      '01-welcome.md',
      '02-the-rule.md',
      '03-what-follows.md',
      '04-a-case.md',
      'REVIEW.md',
    ]);
  });
});

describe('a screen that is removed', () => {
  let own: GivenDraft;
  beforeAll(async () => {
    own = await GivenDraft.begin(desk, 'Fewer screens');
    await own.post('/screens', { title: 'More of the rule', after: '3' });
  });

  it('says before what hangs on it', async () => {
    const { text } = await own.get('/screens/the-rule/remove');
    expect(text).toContain('Nothing else teaches these aims');
    expect(text).toContain('say what the rule is and where it stands');
    expect(text).toContain('Where does the rule stand?');
    expect(text).toContain('A statement that is true or false.');
  });

  it('takes its questions along when that is wanted, and is named by no aim', async () => {
    await own.post('/screens/the-rule/remove', { questions: 'yes' });
    const questions = await own.source('questions.yaml');
    expect(questions).not.toMatch(/what-the-rule-says|test-rule-where/);
    expect(questions).toContain('in-what-order');
  });

  it('leaves its questions when not, and each is said to be mended', async () => {
    await own.post('/screens/a-case/remove', {});
    expect(await own.source('questions.yaml')).toContain('in-what-order');
    expect((await own.get()).text).toContain('is not there any more. Choose another one.');
  });
});

it('takes the titles of several screens at once, in their order', async () => {
  const own = await GivenDraft.begin(desk, 'Many screens');
  const { headers } = await own.post('/screens', { title: 'First new\r\n\r\nSecond new', after: '1' });
  expect(headers['location']).toBe(`${own.at}?done=screens`);
  expect([...(await own.folder()).keys()].filter((path) => /^\d/.test(path))).toEqual([
    '01-welcome.md',
    '02-first-new.md',
    '03-second-new.md',
    '04-the-rule.md',
    '05-a-case.md',
  ]);
});
