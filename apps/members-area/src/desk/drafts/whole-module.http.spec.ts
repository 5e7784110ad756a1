import { readDetails } from '@induct/authoring';
import { Desk } from '../../../../../test/support/given-desk';
import { begunDraft, draftFolder, seenIn } from '../../../../../test/support/given-draft';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

/** The walk of docs/guides/authors.md. */
it('is written by forms alone: ten screens, twenty questions, nothing to mend, and built', async () => {
  const own = await begunDraft(desk, { from: 'starter', module: '', title: 'When papers come late' });
  const send = async (path: string, fields: Record<string, string>) => {
    const { status, text } = await desk.post('officer', own + path, fields);
    expect([path, status, status === 303 || text]).toEqual([path, 303, true]);
  };
  const screens = [
    'What is late',
    'Why it matters',
    'What you may ask',
    'Whom to ask',
    'Urgent business',
    'Who agrees',
    'What to write down',
  ];
  for (const [at, title] of screens.entries()) await send('/screens', { title, after: String(3 + at) });
  const ids = [
    'welcome',
    'the-rule',
    'a-case',
    'what-is-late',
    'why-it-matters',
    'what-you-may-ask',
    'whom-to-ask',
    'urgent-business',
    'who-agrees',
    'what-to-write-down',
  ];
  const told = (nth: number) =>
    Array.from(
      { length: 13 },
      (_, at) => `A paper that comes late leaves you less time to read it, so ask early (${nth}.${at}).`,
    ).join('\n');
  for (const [at, id] of ids.entries()) await send(`/screens/${id}/parts?kind=text&at=1`, { body: told(at) });
  // The pattern's situation goes on.
  const situation = await desk.get('officer', `${own}/screens/a-case`);
  const [, where] = /parts\/(\d+)"[^>]*>Change<span[^>]*>: What would you do/.exec(situation.body)!;
  /** Neither the place nor the length says which is wise. */
  const choices = (at: string, wise: 1 | 2) => ({
    [`${at}tone${wise}`]: 'wise',
    [`${at}choice${wise}`]: `You ask the chair for ${wise === 1 ? '' : 'some '}time to read it.`,
    [`${at}follows${wise}`]: 'The chair agrees, and you read it.',
    [`${at}tone${3 - wise}`]: 'unwise',
    [`${at}choice${3 - wise}`]: 'You vote as your own group will do today.',
    [`${at}follows${3 - wise}`]: 'You cannot say why you voted so.',
  });
  const seen = seenIn(await desk.get('officer', `${own}/screens/a-case/parts/${where}`));
  await send(`/screens/a-case/parts/${where}?kind=scenario`, {
    seen,
    heading: 'The late paper',
    situation: 'A paper comes an hour before you meet.',
    ...choices('', 1),
    'then2-heading': 'The day after',
    'then2-situation': 'A resident asks why you voted so.',
    ...choices('then2-', 2),
  });
  await send('/screens/urgent-business/parts?kind=scenario&at=1', {
    heading: 'A second paper',
    situation: 'The chair calls it urgent.',
    ...choices('', 2),
  });
  const check = { objective: 'know-the-rule', ifRight: 'Yes.', ifWrong: 'Not quite.' };
  await send('/questions/checks?kind=number&screen=who-agrees&at=1', {
    ...check,
    question: 'How many clear days are there?',
    answer: '5',
  });
  for (const [nth, question] of ['What comes first?', 'What helps you most?', 'What is it for?'].entries()) {
    const words = `screens/${ids[nth + 3]}`;
    await send(`/questions/checks?kind=true-false&${words.replace('screens/', 'screen=')}&at=1`, {
      objective: 'use-the-rule',
      question,
      answer: String(nth === 2),
      ifTrue: 'Yes.',
      ifFalse: 'Not quite.',
    });
  }
  const aims = ['know-the-rule', 'use-the-rule', 'ask-in-time', 'write-it-down'];
  const details = {
    title: 'When papers come late',
    summary: 'What to do when a paper comes late.',
    minutes: '18',
    passMark: '80',
    draw: '10',
    testTitle: 'Final test',
    intro: 'A few questions.',
    law: 'the law in England',
    version: '1.0',
    duty12: 'yes',
    aim1: 'say what the rule is',
    aim2: 'use the rule',
    aim3: 'ask in time',
    aim4: 'write it down',
    ...Object.fromEntries(ids.map((id, at) => [`aim${(at % 4) + 1}-${id}`, 'yes'])),
    'reviewed-day': '20',
    'reviewed-month': '11',
    'reviewed-year': '2026',
    'reviewBy-day': '20',
    'reviewBy-month': '11',
    'reviewBy-year': '2027',
    'source1-title': 'Localism Act 2011',
    'source1-url': 'https://www.legislation.gov.uk/ukpga/2011/20/contents',
  };
  await send('/details', { seen: seenIn(await desk.get('officer', `${own}/details`)), ...details });
  for (const id of ['test-rule-where', 'test-case-first', 'test-case-days'])
    await send(`/questions/test/${id}/remove`, {
      seen: seenIn(await desk.get('officer', `${own}/questions/test/${id}`)),
    });
  for (let nth = 0; nth < 20; nth += 1) {
    const right = nth % 4;
    // Neither the place nor the length says which it is.
    const said = Math.floor(nth / 4) % 4;
    const words = [
      'ask for time to read it',
      'vote as your group does',
      'leave it to the officers',
      'wait until the next time',
    ];
    const aim = nth % aims.length;
    const [objective] = [...readDetails(String((await draftFolder(desk, own)).get('module.yaml'))).objectives]
      .slice(aim)
      .map(({ id }) => id);
    await send('/questions/test?kind=single', {
      objective: objective!,
      screen: ids[aim]!,
      applies: 'yes',
      explanation: 'The rule says so.',
      question: `A paper comes late on day ${nth + 1}. What do you do?`,
      ...Object.fromEntries(words.map((text, at) => [`choice${((at - said + right + 4) % 4) + 1}`, `You ${text}`])),
      right: String(right + 1),
    });
  }
  await send('/review', {
    seen: seenIn(await desk.get('officer', `${own}/review`)),
    confirm: 'The rule: is it still the law?',
  });
  expect((await desk.get('officer', `${own}/test`)).text).not.toContain('To mend');
  const { text } = await desk.get('officer', own);
  expect(text).toContain('10 screens · 6 knowledge checks · 20 questions of the test');
  expect(text).toContain('Nothing has to be mended.');
  const { headers } = await desk.post('officer', `${own}/test`, {});
  expect(headers['location']).toMatch(/^\/admin\/uploads\//);
});
