import { readQuestions } from '@induct/authoring';
import { Desk } from '../../../../../../test/support/given-desk';
import { GivenDraft, seenIn } from '../../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.withScreen(desk);
});
afterAll(() => desk?.close());

describe('a question', () => {
  const common = { objective: 'know-the-rule', question: 'Where does it stand?' };
  const ofTest = { ...common, screen: 'the-rule', explanation: 'Because.', applies: 'yes' };

  it.each<[string, Record<string, string>]>([
    ['single', { choice1: 'Here', right: '1', choice2: 'There' }],
    ['multiple', { choice1: 'Here', right1: 'yes', choice2: 'There', choice3: 'Anywhere', right3: 'yes' }],
    ['true-false', { answer: 'false' }],
    ['matching', { item1: 'a', match1: 'A', item2: 'b', match2: 'B', item3: 'c', match3: 'C' }],
    ['ordering', { order: 'One\r\nTwo\r\nThree' }],
    ['number', { answer: '1,500', unit: 'pounds' }],
  ])('is written in the form of its kind: %s', async (kind, fields) => {
    expect((await draft.get(`/questions/test/new?kind=${kind}`)).status).toBe(200);
    const question = `Question of kind ${kind}?`;
    const { status } = await draft.post(`/questions/test?kind=${kind}`, { ...ofTest, ...fields, question });
    expect(status).toBe(303);
    const { text } = await draft.get();
    expect(text).toContain(question);
    const { body } = await draft.get(`/questions/test/test-question-of-kind-${kind}`);
    expect(body).toContain(question);
  });

  it('says what is missing, each at its field', async () => {
    const { status, text, body } = await draft.post('/questions/test?kind=single', {
      ...ofTest,
      objective: '',
      choice1: 'Kept words',
    });
    expect(status).toBe(400);
    for (const words of ['Choose an aim', 'Write at least two choices', 'Mark one choice as the right one'])
      expect(text).toContain(words);
    expect(body).toContain('Kept words');
  });

  it('is followed by the next, when many are written', async () => {
    const fields = { ...ofTest, question: 'And another?', answer: 'true', next: 'yes' };
    const { headers } = await draft.post('/questions/test?kind=true-false', fields);
    const next = String(headers['location']);
    expect(next).toBe(`${draft.at}/questions/test/new?kind=true-false&aim=know-the-rule&from=the-rule&done=added`);
    const { text, body } = await desk.get('officer', next);
    expect(text).toContain('The question is there. This is the next.');
    const { test } = readQuestions(await draft.source('questions.yaml'));
    expect(text).toContain(`Question ${test.length + 1} of the final test, which needs at least 20`);
    const onAim = test.filter(({ objective }) => objective === 'know-the-rule').length;
    expect(text).toContain(`${onAim} of 3 written: say what the rule is`);
    expect(body).toContain(
      `href="${draft.at}/questions/test/new?kind=ordering&amp;aim=know-the-rule&amp;from=the-rule">Put in order`,
    );
    expect(body).toMatch(/<option value="know-the-rule" selected>/);
    expect(body).toMatch(/<option value="the-rule" selected>/);
  });

  it('that checks stands on its screen as soon as it is written', async () => {
    const fields = { ...common, question: 'Is it so?', answer: 'true', ifTrue: 'Yes.', ifFalse: 'No.' };
    const { headers } = await draft.post('/questions/checks?kind=true-false&screen=what-follows&at=0', fields);
    expect(headers['location']).toBe(`${draft.at}/screens/what-follows?done=saved`);
    expect(await draft.source('03-what-follows.md')).toContain('::: check is-it-so');
  });

  it('opened from its screen leads back there', async () => {
    const shown = await draft.get('/screens/what-follows');
    const at = '/questions/checks/is-it-so?on=what-follows';
    expect(shown.body).toContain(`href="${draft.at}${at}"`);
    const page = await draft.get(at);
    expect(page.body).toMatch(new RegExp(`<a href="${draft.at}/screens/what-follows" class="govuk-back-link`));
    expect(page.body).toContain(`action="${draft.at}${at.replace('?', '/remove?')}"`);
    const fields = { ...common, question: 'Is it so?', answer: 'true', ifTrue: 'Yes.', ifFalse: 'No.' };
    const { headers } = await draft.post(at, { ...fields, seen: seenIn(page) });
    expect(headers['location']).toBe(`${draft.at}/screens/what-follows?done=saved`);
    expect((await draft.get('/questions/checks/is-it-so?on=nonsense')).body).toMatch(
      new RegExp(`<a href="${draft.at}#checks" class="govuk-back-link`),
    );
  });

  it('is changed, and the others keep their bytes', async () => {
    const before = await draft.source('questions.yaml');
    const seen = seenIn(await draft.get('/questions/checks/is-it-so'));
    const fields = { ...common, question: 'Is it really so?', answer: 'true', ifTrue: 'Yes.', ifFalse: 'No.' };
    await draft.post('/questions/checks/is-it-so', { seen, ...fields });
    expect(await draft.source('questions.yaml')).toBe(before.replace('Is it so?', 'Is it really so?'));
  });

  it('moves and goes, and its place on the screen with it', async () => {
    await draft.post('/questions/checks/is-it-so/move', { by: 'up' });
    const seen = seenIn(await draft.get('/questions/checks/is-it-so'));
    await draft.post('/questions/checks/is-it-so/remove', { seen });
    expect(await draft.source('03-what-follows.md')).not.toContain('is-it-so');
    expect((await draft.get('/questions/checks/is-it-so')).status).toBe(404);
  });
});

describe('a question that two people change', () => {
  const fields = {
    kind: 'true-false',
    objective: 'know-the-rule',
    screen: 'the-rule',
    explanation: 'So it is.',
    answer: 'true',
  };
  const asked = '/questions/test/test-do-both-see-it';
  beforeAll(() => draft.post('/questions/test?kind=true-false', { ...fields, question: 'Do both see it?' }));

  it('shows the second both texts, and loses neither', async () => {
    const seen = seenIn(await draft.get(asked));
    expect((await draft.post(asked, { ...fields, seen, question: 'Theirs?' })).status).toBe(303);
    const late = await draft.post(asked, { ...fields, seen, question: 'Mine?' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Somebody else has changed this question')]);
    expect(late.body).toMatch(/<pre[^>]*>[^<]*Theirs\?/);
    expect(late.body).toContain('>Mine?</textarea>');
    expect(await draft.source('questions.yaml')).toContain('Theirs?');
    expect((await draft.post(asked, { ...fields, seen: seenIn(late), question: 'Both?' })).status).toBe(303);
    expect(await draft.source('questions.yaml')).toContain('Both?');
  });

  it('is not removed by whoever has not seen what it is now', async () => {
    expect((await draft.post(`${asked}/remove`, { seen: '0'.repeat(16) })).status).toBe(409);
    expect(await draft.source('questions.yaml')).toContain('Both?');
  });

  it('keeps what was typed of one that somebody has removed', async () => {
    const seen = seenIn(await draft.get(asked));
    await draft.post(`${asked}/remove`, { seen });
    const late = await draft.post(asked, { ...fields, seen, question: 'Still mine?' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Somebody else has removed this question')]);
    expect(late.body).toContain('>Still mine?</textarea>');
    const action = /<form method="post" action="([^"]+)"[^>]* data-draft/.exec(late.body)![1]!.replaceAll('&amp;', '&');
    expect((await desk.post('officer', action, { ...fields, question: 'Still mine?' })).status).toBe(303);
    expect(await draft.source('questions.yaml')).toContain('Still mine?');
  });
});

describe('a question as members will see it', () => {
  const shown = (kind: string, fields: Record<string, string>, list = 'test') =>
    draft.post(`/questions/${list}/preview/${kind}`, fields);

  it.each([
    ['single', { question: 'Which?', choice1: 'The first', right: '1', choice2: 'The other' }, 'The other'],
    ['multiple', { question: 'Which?', choice1: 'A', right1: 'yes', choice2: 'B', choice3: 'The last' }, 'The last'],
    ['true-false', { question: 'It is so.', answer: 'true' }, 'It is so.'],
    [
      'matching',
      { question: 'Whose?', item1: 'a', match1: 'A', item2: 'b', match2: 'B', item3: 'c', match3: 'Theirs' },
      'Theirs',
    ],
    ['ordering', { question: 'In what order?', order: 'One\nTwo\nThe third' }, 'The third'],
    ['number', { question: 'How many?', answer: '5', unit: 'clear days' }, 'clear days'],
  ])('is shown while it is typed, before everything is in it: %s', async (kind, fields, words) => {
    for (const list of ['test', 'checks']) {
      const { status, headers, text } = await shown(kind, fields, list);
      expect([status, text]).toEqual([200, expect.stringContaining(words)]);
      expect(text).toContain(list === 'test' ? 'Final test' : 'Check yourself');
      expect(text).not.toContain(list === 'test' ? 'Check' : 'Final test');
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    }
  });

  it('says so when there is nothing to show yet, and nothing is saved', async () => {
    const before = await draft.source('questions.yaml');
    expect((await shown('single', { question: 'Only words' })).text).toContain('as soon as it can be asked');
    expect(await draft.source('questions.yaml')).toBe(before);
    expect((await shown('nonsense', {})).status).toBe(404);
  });

  it('is shown as it is, whatever is still to mend in the module', async () => {
    const { text } = await draft.get('/questions/test/test-rule-where/view');
    expect(text).toContain('Where does the rule stand?');
  });
});
