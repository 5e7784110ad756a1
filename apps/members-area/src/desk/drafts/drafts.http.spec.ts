import { PackageUploads } from '@induct/course';
import { readDetails, readQuestions, shippedFiles, shippedModules } from '@induct/authoring';
import { Desk, type DeskAnswer } from '../../../../../test/support/given-desk';
import { begunDraft, draftFolder, seenIn } from '../../../../../test/support/given-draft';

let desk: Desk;
let draft: string;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await begun({ from: 'starter', module: '', title: 'Late papers' });
});
afterAll(() => desk?.close());

const begun = (fields: Record<string, string>) => begunDraft(desk, fields);
const get = (path = '', at = draft) => desk.get('officer', at + path);
const post = (path: string, fields: Record<string, string>, at = draft) => desk.post('officer', at + path, fields);
const folder = (at = draft) => draftFolder(desk, at);
const source = async (path: string, at = draft) => String((await folder(at)).get(path));

/** What the form of a page would send. */
function formOf(body: string): Record<string, string> {
  const form = body.slice(body.indexOf('data-draft'));
  const value = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="checkbox"/.test(tag) || / checked/.test(tag));
  return Object.fromEntries([
    ...inputs.map((tag) => [/ name="([^"]+)"/.exec(tag)?.[1] ?? '', value(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')]),
    ...[...form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)/g)].map(([, name, text]) => [name, value(text!)]),
  ]);
}

describe('a module begins', () => {
  it('with the pattern, under its own title', async () => {
    const { text } = await get();
    expect(text).toContain('Late papers');
    expect(text).toContain('1. Name of the module');
    expect(text).toContain('The module has 3 screens. It needs 10 to 16.');
    expect((await desk.get('officer', '/admin/drafts')).text).toMatch(/Late papers A new module .* Olive Officer/);
    expect(await desk.audited()).toContainEqual(expect.objectContaining({ action: 'module_draft.begun' }));
  });

  it('as a copy of one that ships, byte for byte but for what makes it another', async () => {
    const [first] = await shippedModules();
    const copy = await begun({ from: `shipped:${first!.slug}`, module: '', title: 'A copy' });
    expect((await get('', copy)).text).toContain('A copy');
    const written = String((await shippedFiles(first!.slug)).get('module.yaml'));
    expect(await source('module.yaml', copy)).toBe(written.replace(/^title: .*/, 'title: A copy'));
  });

  it('as a copy of another that is written here', async () => {
    const copy = await begun({ from: draft.replace('/admin/drafts/', 'draft:'), module: '', title: 'Later papers' });
    expect(await source('02-the-rule.md', copy)).toBe(await source('02-the-rule.md'));
  });

  it('with nothing that is not there, and says what is missing', async () => {
    for (const from of ['shipped:../../etc', 'draft:nonsense', ''])
      expect((await desk.post('officer', '/admin/drafts', { from, module: '', title: 'X' })).text).toContain(
        'Choose what to begin with',
      );
    const { status, text } = await desk.post('officer', '/admin/drafts', { from: 'starter', module: '', title: ' ' });
    expect([status, text]).toEqual([400, expect.stringContaining('Write what the module is called')]);
  });
});

describe('a screen', () => {
  const screen = '/screens/what-follows';

  it('is added where it was asked for', async () => {
    const { headers } = await post('/screens', { title: 'What follows', after: '2' });
    expect(headers['location']).toBe(`${draft}${screen}?done=added`);
    expect(await source('03-what-follows.md')).toBe('# What follows\n');
    expect((await post('/screens', { title: '', after: '2' })).text).toContain('Write the title of the screen');
  });

  it.each([
    ['text', { body: 'One.\r\nTwo **bold**.' }, 'One.\n\nTwo **bold**.'],
    ['heading', { text: 'A heading', level: '2' }, '## A heading'],
    ['list', { items: 'One\r\n- Two' }, '- One\n- Two'],
    ['callout', { heading: 'Remember', body: 'This.' }, '::: callout Remember\n\nThis.\n\n:::'],
    [
      'council',
      { heading: '', body: 'Ask {{monitoring_officer}}.' },
      '::: council\n\nAsk {{monitoring_officer}}.\n\n:::',
    ],
    ['steps', { items: 'First\r\nThen' }, '::: steps\n\n1. First\n2. Then\n\n:::'],
    [
      'cards',
      { 'card1-heading': 'A', 'card1-text': 'a.', 'card2-heading': 'B', 'card2-text': 'b.' },
      '::: cards\n\n### A\n\na.\n\n### B\n\nb.\n\n:::',
    ],
    [
      'table',
      { caption: 'What it costs', head1: 'What', head2: 'Pounds', figures2: 'yes', 'cell1-1': 'Bins', 'cell1-2': '5' },
      '::: table What it costs\n\n| What | Pounds |\n| --- | ---: |\n| Bins | 5 |\n\n:::',
    ],
  ])('takes a part: %s', async (kind, fields, written) => {
    const { status } = await post(`${screen}/parts?kind=${kind}&at=99`, fields);
    expect(status).toBe(303);
    expect(await source('03-what-follows.md')).toMatch(
      new RegExp(`\n\n${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\n$`),
    );
  });

  it('takes a situation that goes two steps deep', async () => {
    const situation = {
      heading: 'The paper',
      situation: 'It comes late.',
      tone1: 'wise',
      choice1: 'You ask for time.',
      follows1: 'You get it.',
      tone2: 'unwise',
      choice2: 'You vote.',
      follows2: 'You regret it.',
      'then2-heading': 'The paper',
      'then2-situation': 'They ask why.',
      'then2-tone1': 'wise',
      'then2-choice1': 'You say so.',
      'then2-follows1': 'They see.',
      'then2-tone2': 'partly',
      'then2-choice2': 'You say nothing.',
      'then2-follows2': 'They wonder.',
    };
    expect((await post(`${screen}/parts?kind=scenario&at=0`, situation)).status).toBe(303);
    const written = await source('03-what-follows.md');
    expect(written).toContain('::: scenario the-paper The paper');
    expect(written).toContain('::: scenario the-paper-2 The paper');
    const { body } = await get(`${screen}/parts/0`);
    expect(body).toContain('They wonder.');
    expect((await get()).text).not.toContain('No situation goes on');
  });

  it('says at its field what a part lacks, and keeps what was typed', async () => {
    const { status, body, text } = await post(`${screen}/parts?kind=callout&at=0`, {
      heading: '',
      body: 'Kept “words”',
    });
    expect([status, text]).toEqual([400, expect.stringContaining('Write a heading')]);
    expect(body).toContain('href="#heading"');
    expect(text).toContain('Kept “words”');
    expect((await post(`${screen}/parts?kind=text&at=0`, { body: 'A\n:::\nB' })).text).toContain(
      'cannot begin with three colons',
    );
  });

  it('asks for the heading that cards need, where there is none above them', async () => {
    const own = await begun({ from: 'starter', module: '', title: 'Cards' });
    const at = '/screens/welcome/parts/new?kind=cards&at=1';
    expect((await get(at, own)).text).toContain('Heading above the cards');
    const cards = { 'card1-heading': 'One', 'card1-text': 'First.', 'card2-heading': 'Two', 'card2-text': 'Second.' };
    const add = (fields: Record<string, string>) => post('/screens/welcome/parts?kind=cards&at=1', fields, own);
    expect((await add(cards)).text).toContain('Write the heading above the cards');
    expect((await add({ ...cards, above: ' Both ' })).status).toBe(303);
    expect(await source('01-welcome.md', own)).toContain('\n\n## Both\n\n::: cards\n\n### One\n');
    expect((await get('/screens/welcome', own)).text).not.toContain('Stops the build');
    expect((await get(at.replace('at=1', 'at=3'), own)).text).not.toContain('Heading above the cards');
    expect((await get('/screens/welcome/parts/2', own)).text).not.toContain('Heading above the cards');
  });

  it('begins a box with the heading that most have, and a table with room for five rows', async () => {
    expect((await get('/screens/welcome/parts/new?kind=callout&at=0')).body).toContain(
      'value="If you remember one thing"',
    );
    const { text } = await get('/screens/welcome/parts/new?kind=table&at=0');
    expect(text).toMatch(/What is empty is left out.* Row 5 /);
    expect(text).not.toContain('Row 6');
  });

  it('changes a part, and leaves all others as they were', async () => {
    const before = await source('02-the-rule.md');
    const page = await get('/screens/the-rule/parts/0');
    const { status } = await post('/screens/the-rule/parts/0?kind=text', {
      seen: seenIn(page),
      body: 'The rule is new.',
    });
    expect(status).toBe(303);
    expect(await source('02-the-rule.md')).toBe(before.replace(/^Say the rule.*$/m, 'The rule is new.'));
  });

  it('changes nothing when a part is saved as it was', async () => {
    const { body: history } = await get('/history');
    const page = await get('/screens/the-rule/parts/0');
    await post('/screens/the-rule/parts/0?kind=text', { seen: seenIn(page), body: 'The rule is new.' });
    expect((await get('/history')).body.match(/<tr/g)).toEqual(history.match(/<tr/g));
  });

  it('moves and removes parts, and says who was quicker', async () => {
    const page = await get('/screens/the-rule');
    const seen = seenIn(page);
    await post('/screens/the-rule/parts/0/move', { seen, by: 'down' });
    expect(await source('02-the-rule.md')).toMatch(/:::\n\nThe rule is new\.\n/);
    const late = await post('/screens/the-rule/parts/1/remove', { seen: '0'.repeat(16) });
    expect(late.headers['location']).toContain('done=meanwhile');
    expect((await desk.get('officer', String(late.headers['location']))).text).toContain(
      'Somebody else has changed this part meanwhile',
    );
    await post('/screens/the-rule/parts/1/remove', { seen });
    expect(await source('02-the-rule.md')).not.toContain('The rule is new');
  });

  it('says which aims it serves, beside its title, and an aim may be there before its screens', async () => {
    const own = await begun({ from: 'starter', module: '', title: 'Aims first' });
    const details = formOf((await get('/details', own)).body);
    expect((await post('/details', { ...details, aim3: 'say whom to ask' }, own)).status).toBe(303);
    expect((await get('', own)).text).toContain('To mend No screen teaches the aim “say whom to ask” yet.');
    await post('/screens', { title: 'Whom to ask', after: '3' }, own);
    const page = await get('/screens/whom-to-ask', own);
    expect(page.text).toContain('This screen serves no aim of the module yet.');
    const shown = { title: 'Whom you ask', aims: '' };
    // Meanwhile somebody else ticks another aim for it: that stays.
    await post('/screens/whom-to-ask', { ...shown, 'aim-use-the-rule': 'yes' }, own);
    await post('/screens/whom-to-ask', { ...shown, 'aim-say-whom-to-ask': 'yes' }, own);
    const served = async () =>
      readDetails(await source('module.yaml', own)).objectives.map(({ screens }) => screens.includes('whom-to-ask'));
    expect(await served()).toEqual([false, true, true]);
    expect((await get('/screens/whom-to-ask', own)).text).not.toContain('serves no aim');
    await post('/screens/whom-to-ask', { ...shown, aims: 'use-the-rule say-whom-to-ask' }, own);
    expect(await served()).toEqual([false, false, false]);
    for (const next of [own, `${own}/screens/welcome`])
      expect((await post('/screens/whom-to-ask', { ...shown, next }, own)).headers['location']).toBe(next);
    for (const elsewhere of ['https://example.org/', '//example.org', '/admin/people', `${own}x`])
      expect((await post('/screens/whom-to-ask', { ...shown, next: elsewhere }, own)).headers['location']).toBe(
        `${own}/screens/whom-to-ask?done=saved`,
      );
  });

  it('gets another title, moves and goes', async () => {
    await post('/screens/a-case', { title: 'A case: yours' });
    await post('/screens/a-case/move', { by: 'up' });
    expect(await source('03-a-case.md')).toMatch(/^# A case: yours\n/);
    await post('/screens/a-case/move', { by: 'down' });
    expect([...(await folder()).keys()].filter((path) => path.endsWith('.md'))).toEqual([
      '01-welcome.md',
      '02-the-rule.md',
      '03-what-follows.md',
      '04-a-case.md',
      'REVIEW.md',
    ]);
  });
});

describe('what members will see', () => {
  it('is shown by the kit itself, and runs and loads nothing', async () => {
    const { status, headers, body } = await get('/screens/what-follows/view');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(body).toContain('<aside class="callout">');
    expect(body).not.toContain('<script');
  });

  it('is shown from a part on beside the form of that part', async () => {
    const own = await begun({ from: 'starter', module: '', title: 'From a part on' });
    const rule = '/screens/the-rule';
    const shown = async (path: string) => {
      const { body } = await get(rule + path, own);
      return [/Say the rule in plain/, /A word that needs/, /First you do this/].map((words) => words.test(body));
    };
    expect(await shown('/view')).toEqual([true, true, true]);
    expect(await shown('/parts/2/view')).toEqual([false, false, true]);
    const { body } = await post(`${rule}/parts/new/preview?kind=text&at=2`, { body: 'Just typed.' }, own);
    expect(/<main>[^]*/.exec(body)![0]).toMatch(/<div class="prose">\s*<p>Just typed\.<\/p>\s*<div class="steps">/);
    expect((await get(`${rule}/parts/2`, own)).body).toContain(`src="${own}${rule}/parts/2/view"`);
    expect((await get(`${rule}/parts/999999/view`, own)).status).toBe(200);
    expect((await get('/screens/nonsense/parts/0/view', own)).status).toBe(404);
  });

  it('is shown while it is typed, and nothing is saved', async () => {
    const before = await source('03-what-follows.md');
    const { body } = await post('/screens/what-follows/parts/new/preview?kind=callout&at=0', {
      heading: 'Not yet',
      body: '<script>alert(1)</script>',
    });
    expect(body).toContain('Not yet');
    expect(body).toContain('&lt;script&gt;');
    expect(await source('03-what-follows.md')).toBe(before);
  });
});

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
    expect((await get(`/questions/test/new?kind=${kind}`)).status).toBe(200);
    const question = `Question of kind ${kind}?`;
    const { status } = await post(`/questions/test?kind=${kind}`, { ...ofTest, ...fields, question });
    expect(status).toBe(303);
    const { text } = await get();
    expect(text).toContain(question);
    const { body } = await get(`/questions/test/test-question-of-kind-${kind}`);
    expect(body).toContain(question);
  });

  it('says what is missing, each at its field', async () => {
    const { status, text, body } = await post('/questions/test?kind=single', {
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
    const { headers } = await post('/questions/test?kind=true-false', fields);
    const next = String(headers['location']);
    expect(next).toBe(`${draft}/questions/test/new?kind=true-false&aim=know-the-rule&from=the-rule&done=added`);
    const { text, body } = await desk.get('officer', next);
    expect(text).toContain('The question is there. This is the next.');
    const { test } = readQuestions(await source('questions.yaml'));
    expect(text).toContain(`Question ${test.length + 1} of the final test, which needs at least 20`);
    const onAim = test.filter(({ objective }) => objective === 'know-the-rule').length;
    expect(text).toContain(`${onAim} of 3 written: say what the rule is`);
    expect(body).toContain(
      `href="${draft}/questions/test/new?kind=ordering&amp;aim=know-the-rule&amp;from=the-rule">Put in order`,
    );
    expect(body).toMatch(/<option value="know-the-rule" selected>/);
    expect(body).toMatch(/<option value="the-rule" selected>/);
  });

  it('that checks stands on its screen as soon as it is written', async () => {
    const fields = { ...common, question: 'Is it so?', answer: 'true', ifTrue: 'Yes.', ifFalse: 'No.' };
    const { headers } = await post('/questions/checks?kind=true-false&screen=what-follows&at=0', fields);
    expect(headers['location']).toBe(`${draft}/screens/what-follows?done=saved`);
    expect(await source('03-what-follows.md')).toContain('::: check is-it-so');
  });

  it('opened from its screen leads back there', async () => {
    const shown = await get('/screens/what-follows');
    const at = '/questions/checks/is-it-so?on=what-follows';
    expect(shown.body).toContain(`href="${draft}${at}"`);
    const page = await get(at);
    expect(page.body).toMatch(new RegExp(`<a href="${draft}/screens/what-follows" class="govuk-back-link`));
    expect(page.body).toContain(`action="${draft}${at.replace('?', '/remove?')}"`);
    const fields = { ...common, question: 'Is it so?', answer: 'true', ifTrue: 'Yes.', ifFalse: 'No.' };
    const { headers } = await post(at, { ...fields, seen: seenIn(page) });
    expect(headers['location']).toBe(`${draft}/screens/what-follows?done=saved`);
    expect((await get('/questions/checks/is-it-so?on=nonsense')).body).toMatch(
      new RegExp(`<a href="${draft}#checks" class="govuk-back-link`),
    );
  });

  it('is changed, and the others keep their bytes', async () => {
    const before = await source('questions.yaml');
    const seen = seenIn(await get('/questions/checks/is-it-so'));
    const fields = { ...common, question: 'Is it really so?', answer: 'true', ifTrue: 'Yes.', ifFalse: 'No.' };
    await post('/questions/checks/is-it-so', { seen, ...fields });
    expect(await source('questions.yaml')).toBe(before.replace('Is it so?', 'Is it really so?'));
  });

  it('moves and goes, and its place on the screen with it', async () => {
    await post('/questions/checks/is-it-so/move', { by: 'up' });
    const seen = seenIn(await get('/questions/checks/is-it-so'));
    await post('/questions/checks/is-it-so/remove', { seen });
    expect(await source('03-what-follows.md')).not.toContain('is-it-so');
    expect((await get('/questions/checks/is-it-so')).status).toBe(404);
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
  beforeAll(() => post('/questions/test?kind=true-false', { ...fields, question: 'Do both see it?' }));

  it('shows the second both texts, and loses neither', async () => {
    const seen = seenIn(await get(asked));
    expect((await post(asked, { ...fields, seen, question: 'Theirs?' })).status).toBe(303);
    const late = await post(asked, { ...fields, seen, question: 'Mine?' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Somebody else has changed this question')]);
    expect(late.body).toMatch(/<pre[^>]*>[^<]*Theirs\?/);
    expect(late.body).toContain('>Mine?</textarea>');
    expect(await source('questions.yaml')).toContain('Theirs?');
    expect((await post(asked, { ...fields, seen: seenIn(late), question: 'Both?' })).status).toBe(303);
    expect(await source('questions.yaml')).toContain('Both?');
  });

  it('is not removed by whoever has not seen what it is now', async () => {
    expect((await post(`${asked}/remove`, { seen: '0'.repeat(16) })).status).toBe(409);
    expect(await source('questions.yaml')).toContain('Both?');
  });

  it('keeps what was typed of one that somebody has removed', async () => {
    const seen = seenIn(await get(asked));
    await post(`${asked}/remove`, { seen });
    const late = await post(asked, { ...fields, seen, question: 'Still mine?' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('Somebody else has removed this question')]);
    expect(late.body).toContain('>Still mine?</textarea>');
    const action = /<form method="post" action="([^"]+)"[^>]* data-draft/.exec(late.body)![1]!.replaceAll('&amp;', '&');
    expect((await desk.post('officer', action, { ...fields, question: 'Still mine?' })).status).toBe(303);
    expect(await source('questions.yaml')).toContain('Still mine?');
  });
});

describe('a question as members will see it', () => {
  const shown = (kind: string, fields: Record<string, string>, list = 'test') =>
    post(`/questions/${list}/preview/${kind}`, fields);

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
    const before = await source('questions.yaml');
    expect((await shown('single', { question: 'Only words' })).text).toContain('as soon as it can be asked');
    expect(await source('questions.yaml')).toBe(before);
    expect((await shown('nonsense', {})).status).toBe(404);
  });

  it('is shown as it is, whatever is still to mend in the module', async () => {
    const { text } = await get('/questions/test/test-rule-where/view');
    expect(text).toContain('Where does the rule stand?');
  });
});

describe('a screen that is removed', () => {
  let own: string;
  beforeAll(async () => {
    own = await begun({ from: 'starter', module: '', title: 'Fewer screens' });
    await post('/screens', { title: 'More of the rule', after: '3' }, own);
  });

  it('says before what hangs on it', async () => {
    const { text } = await get('/screens/the-rule/remove', own);
    expect(text).toContain('Nothing else teaches these aims');
    expect(text).toContain('say what the rule is and where it stands');
    expect(text).toContain('Where does the rule stand?');
    expect(text).toContain('A statement that is true or false.');
  });

  it('takes its questions along when that is wanted, and is named by no aim', async () => {
    await post('/screens/the-rule/remove', { questions: 'yes' }, own);
    const questions = await source('questions.yaml', own);
    expect(questions).not.toMatch(/what-the-rule-says|test-rule-where/);
    expect(questions).toContain('in-what-order');
  });

  it('leaves its questions when not, and each is said to be mended', async () => {
    await post('/screens/a-case/remove', {}, own);
    expect(await source('questions.yaml', own)).toContain('in-what-order');
    expect((await get('', own)).text).toContain('is not there any more. Choose another one.');
  });
});

it('takes the titles of several screens at once, in their order', async () => {
  const own = await begun({ from: 'starter', module: '', title: 'Many screens' });
  const { headers } = await post('/screens', { title: 'First new\r\n\r\nSecond new', after: '1' }, own);
  expect(headers['location']).toBe(`${own}?done=screens`);
  expect([...(await folder(own)).keys()].filter((path) => /^\d/.test(path))).toEqual([
    '01-welcome.md',
    '02-first-new.md',
    '03-second-new.md',
    '04-the-rule.md',
    '05-a-case.md',
  ]);
});

it('is removed after a question, brought back as it was, and what it says is never lost', async () => {
  const own = await begun({ from: 'starter', module: '', title: 'Not wanted' });
  const before = await source('01-welcome.md', own);
  expect((await get('/remove', own)).text).toContain('Remove “Not wanted”?');
  const { headers } = await post('/remove', {}, own);
  const list = await desk.get('officer', String(headers['location']));
  expect(list.text).toMatch(/Removed Showing 1 to 1 of 1 Not wanted Bring back : Not wanted Removed by Olive Officer/);
  expect(list.body).not.toContain(`href="${own}"`);
  for (const path of ['', '/details', '/folder.zip']) expect((await get(path, own)).status).toBe(404);
  expect((await post('/screens', { title: 'Too late', after: '0' }, own)).status).toBe(404);
  expect((await post('/remove', {}, own)).status).toBe(404);
  expect((await desk.get('officer', '/admin/drafts/new')).text).not.toContain('Not wanted');
  await post('/bring-back', {}, own);
  expect(await source('01-welcome.md', own)).toBe(before);
  for (const action of ['module_draft.removed', 'module_draft.brought_back'])
    expect(await desk.audited()).toContainEqual(expect.objectContaining({ action }));
});

it('pages what was removed, and what is written beside it', async () => {
  await desk.database.source.query(
    `insert into module_draft (id, title, slug, begun_from, revision, begun_by, begun_at, changed_at, removed_at, removed_by)
     select gen_random_uuid(), 'Gone ' || n, 'gone', 'starter', 1, $1, now(), now(), now() - n * interval '1 day', $1
       from generate_series(1, 26) n`,
    [await desk.who('officer')],
  );
  const first = await desk.get('officer', '/admin/drafts?removed=1');
  expect(first.text).toMatch(/Removed Showing 1 to 25 of 26 Gone 1 /);
  expect(first.body).toContain('href="/admin/drafts?removed=2#removed"');
  expect((await desk.get('officer', '/admin/drafts?removed=2')).text).toMatch(/Showing 26 to 26 of 26 Gone 26 /);
  expect((await desk.get('officer', '/admin/drafts?removed=x&page=99')).text).toContain('Showing 1 to 25 of 26');
});

describe('two people at once', () => {
  it('see both texts of a part, and lose neither', async () => {
    const seen = seenIn(await get('/screens/welcome/parts/0'));
    await post('/screens/welcome/parts/0?kind=text', { seen, body: 'Theirs.' });
    const { status, text, body } = await post('/screens/welcome/parts/0?kind=text', { seen, body: 'Mine.' });
    expect(status).toBe(409);
    expect(text).toContain('Somebody else has changed this part');
    expect(body).toMatch(/<pre[^>]*>Theirs\.<\/pre>/);
    expect(body).toContain('>Mine.</textarea>');
    expect(await source('01-welcome.md')).toContain('Theirs.');
    const again = seenIn({ body } as DeskAnswer);
    expect((await post('/screens/welcome/parts/0?kind=text', { seen: again, body: 'Theirs and mine.' })).status).toBe(
      303,
    );
    expect(await source('01-welcome.md')).toContain('Theirs and mine.');
  });

  it('lose nothing when they save at the same moment', async () => {
    const [first, second] = await Promise.all([get('/screens/welcome/parts/0'), get('/screens/welcome/parts/1')]);
    const saved = await Promise.all([
      post('/screens/welcome/parts/0?kind=text', { seen: seenIn(first), body: 'At once.' }),
      post('/screens/welcome/parts/1?kind=callout', { seen: seenIn(second), heading: 'At', body: 'Once.' }),
    ]);
    expect(saved.map(({ status }) => status)).toEqual([303, 303]);
    expect(await source('01-welcome.md')).toBe('# Name of the module\n\nAt once.\n\n::: callout At\n\nOnce.\n\n:::\n');
  });
});

describe('the history', () => {
  it('says who did what, and takes the last change back', async () => {
    const before = await source('01-welcome.md');
    const seen = seenIn(await get('/screens/welcome/parts/0'));
    await post('/screens/welcome/parts/0?kind=text', { seen, body: 'A mistake.' });
    const page = await get('/history');
    expect(page.text).toMatch(/Part of a screen changed Name of the module Olive Officer/);
    const newest = /name="seen" value="(\d+)"/.exec(page.body)![1]!;
    await post('/history', { seen: newest, to: String(Number(newest) - 1) });
    expect(await source('01-welcome.md')).toBe(before);
    const late = await post('/history', { seen: newest, to: '1' });
    expect(late.headers['location']).toContain('done=meanwhile');
    expect(await source('01-welcome.md')).toBe(before);
  });

  it('takes one change back after the other, does it again, and brings a removed thing back by itself', async () => {
    const own = await begun({ from: 'starter', module: '', title: 'Back and forth' });
    const titles = async () => (await get('', own)).text.match(/Screens 1\. (.*?) Down/)?.[1];
    const press = async (button: string) => {
      const { body } = await get('/history', own);
      const form = body.split('<form').find((one) => one.includes(button))!;
      const [seen, to] = ['seen', 'to'].map((name) => new RegExp(`name="${name}" value="(\\d+)"`).exec(form)![1]!);
      await post('/history', { seen: seen!, to: to! }, own);
    };
    for (const title of ['First', 'Second']) await post('/screens/welcome', { title }, own);
    await press('Take the last change back');
    expect(await titles()).toBe('First');
    expect((await get('/history', own)).text).toContain('The last change: Title or aims of a screen changed (First)');
    await press('Take the last change back');
    expect(await titles()).toBe('Name of the module');
    await press('No, do it again');
    expect(await titles()).toBe('First');

    await post('/screens/the-rule/remove', { questions: 'yes' }, own);
    await post('/screens/welcome', { title: 'Written since' }, own);
    const taken = /<option value="(\d+)"[^>]*>Screen removed: The rule/.exec((await get('/history', own)).body)![1]!;
    const { headers } = await post('/history/bring-back', { taken }, own);
    expect(headers['location']).toBe(`${own}/history?done=brought`);
    expect(await titles()).toBe('Written since');
    expect((await get('', own)).text).toMatch(/2\. The rule .*Where does the rule stand\?/);
    for (const wrong of ['0', '1', '999999999', 'x'])
      expect((await post('/history/bring-back', { taken: wrong }, own)).status).toBe(404);
  });

  it('is never changed, whoever tries', async () => {
    for (const table of ['module_draft_revision', 'module_draft_file']) {
      await expect(desk.database.source.query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(desk.database.asOwner(`delete from ${table}`)).rejects.toThrow('never changed or deleted');
    }
  });
});

describe('pictures', () => {
  const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="4"/></svg>');
  const send = async (content: Buffer, name = 'Four steps.svg') =>
    desk.sendFile(await desk.who('officer'), `${draft}/pictures`, { field: 'file', name, content });

  it('come in, and are shown on a screen with their words', async () => {
    expect((await send(SVG)).status).toBe(303);
    expect((await get('/pictures')).text).toContain('No screen shows this picture.');
    const words = {
      file: 'media/four-steps.svg',
      alt: 'Four steps in a circle',
      description: 'One leads to the next.',
    };
    await post('/screens/what-follows/parts?kind=image&at=0', words);
    expect((await get('/screens/what-follows/view')).body).toContain('src="data:image/svg+xml;base64,');
    const picture = await get('/pictures/media/four-steps.svg');
    expect(picture.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'Choose a picture'],
    ['a page', Buffer.from('<html>'), 'of the kind PNG, JPEG or SVG'],
    ['what is too large', Buffer.alloc(2_000_001, 1), 'too large'],
  ])('are refused when they are %s', async (_, content, words) => {
    const { status, text } = await send(content, content.length === 0 ? '' : 'a.svg');
    expect([status, text]).toEqual([400, expect.stringContaining(words)]);
  });
});

it('offers local facts where a part may say them, with what members read today', async () => {
  const { body, text } = await get('/screens/welcome/parts/new?kind=council');
  expect(body).toContain('data-inserts="{{monitoring_officer}}"');
  expect(text).toMatch(/Fraud contact Insert : Fraud contact .*\{\{fraud_contact\}\}/);
  expect((await get('/screens/welcome/parts/new?kind=text')).text).not.toContain('Insert a local fact');
});

it('offers the laws that a text may give as its source, and says where they are when another is named', async () => {
  const { body } = await get('/screens/welcome/parts/new?kind=text');
  expect(body).toContain('data-inserts=" [Localism Act 2011]"');
  expect((await get('/screens/welcome/parts/new?kind=heading')).text).not.toContain('Insert a source of law');
  const own = await begun({ from: 'starter', module: '', title: 'Sources' });
  const add = (words: string) => post('/screens/welcome/parts?kind=text&at=0', { body: `So it is [${words}].` }, own);
  await add('Localism Act 2011');
  expect((await get('/screens/welcome', own)).text).not.toContain('Stops the build');
  await add('Standing Orders 2014');
  expect((await get('/screens/welcome', own)).text).toContain(
    '“Standing Orders 2014” is none of the laws that can stand',
  );
});

describe('the details', () => {
  it('keep the day on which each source was last read', async () => {
    const own = await begun({ from: 'shipped:treasury', module: '', title: 'Read today' });
    const page = await get('/details', own);
    expect(page.text).toContain('CIPFA codes 2021');
    const fields = formOf(page.body);
    const law = 'law-cipfa-codes-2021';
    const wrong = await post('/details', { ...fields, [`${law}-day`]: '31', [`${law}-month`]: '2' }, own);
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('must include a year')]);
    expect(wrong.body).toMatch(/<details[^>]* open><summary[^>]*><span[^>]*>Sources on the screens/);
    const before = await source('module.yaml', own);
    const days = Object.fromEntries(
      [law, 'source1-read'].flatMap((name) => [
        [`${name}-day`, '1'],
        [`${name}-month`, '12'],
        [`${name}-year`, '2026'],
      ]),
    );
    expect((await post('/details', { ...fields, ...days }, own)).status).toBe(303);
    const details = readDetails(await source('module.yaml', own));
    expect(details.lawRead).toMatchObject({ 'CIPFA codes 2021': '2026-12-01' });
    expect(details.sources.map(({ read }) => read).slice(0, 2)).toEqual(['2026-12-01', undefined]);
    const { body } = await get('/details', own);
    expect(formOf(body)).toMatchObject(days);
    const none = { ...formOf(body), ...Object.fromEntries(Object.keys(days).map((name) => [name, ''])) };
    expect((await post('/details', none, own)).status).toBe(303);
    expect(await source('module.yaml', own)).toBe(before);
  });

  it('are changed in their form, with aims and the test', async () => {
    const page = await get('/details');
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
    expect((await post('/details', { ...fields, minutes: 'three', 'reviewBy-day': '' })).text).toMatch(
      /There is a problem .*Write the minutes.*must include a day/,
    );
    expect((await post('/details', fields)).status).toBe(303);
    expect(readDetails(await source('module.yaml')).objectives).toEqual([
      { id: 'know-the-rule', text: 'say what the rule is', screens: ['the-rule'] },
      { id: 'use-the-rule', text: 'decide', screens: ['what-follows', 'a-case'] },
    ]);
    expect(await source('questions.yaml')).toContain('draw: 5');
    expect((await get()).text).toContain('Late papers, and what to do');
    const late = await post('/details', { ...fields, summary: 'Mine.' });
    expect([late.status, late.body]).toEqual([409, expect.stringContaining('>Mine.</textarea>')]);
  });

  it('name the duties, say how long it takes, and take the day of a source for what the screens say of it', async () => {
    const own = await begun({ from: 'starter', module: '', title: 'Days' });
    const page = await get('/details', own);
    expect(page.text).toContain('10. Keep the council');
    expect(page.text).toMatch(/What is written now takes an average reader about \d+:/);
    expect((await get('', own)).body).toMatch(/details#lawRead">Nobody has noted/);
    expect(page.body).toMatch(/<a class="govuk-link" href="#lawRead">Nobody has noted[^]*<details[^>]* id="lawRead"/);
    const today = { 'source1-read-day': '30', 'source1-read-month': '11', 'source1-read-year': '2026' };
    const fields = {
      ...formOf(page.body),
      'reviewed-day': '29',
      'reviewed-month': '11',
      'reviewed-year': '2026',
      ...today,
    };
    expect((await post('/details', fields, own)).status).toBe(303);
    expect((await get('', own)).text).not.toContain('Nobody has noted');
  });

  it('say to the monitoring officer what to look at', async () => {
    const fields = { confirm: 'The rule\r\n- The days', localise: '', watch: 'A new Act' };
    await post('/review', { seen: seenIn(await get('/review')), ...fields });
    expect(await source('REVIEW.md')).toBe(
      '# What to check in "Late papers, and what to do"\n\n## Facts to confirm before publishing\n\n- The rule\n- The days\n\n## What is expected to change in law\n\n- A new Act\n',
    );
  });
});

describe('build and test', () => {
  it('says beforehand what keeps it from being built, and builds what has something to mend', async () => {
    expect((await get()).text).toMatch(
      /\d+ things? keeps? it from being built ?, for testers too\..*Stops the build It promises 3/,
    );
    const page = await get('/test');
    expect(page.text).toMatch(/It cannot be built yet\..*To mend before it can be built Stops the build It promises 3/);
    expect(page.text).toMatch(/To mend before it is published .*To mend The module has \d+ screens/);
    expect(page.body).not.toContain('Build it');
  });

  it('says what keeps it from being built, in plain words and with the way there', async () => {
    const { status, text, body } = await post('/test', {});
    expect([status, text]).toEqual([409, expect.stringContaining('It cannot be built yet')]);
    expect(text).toMatch(/It promises 3 minutes, but takes an average reader about \d+/);
    expect(body).not.toMatch(/questions\.yaml|module\.yaml|:::/);
  });

  const uploads = () => desk.app.get(PackageUploads, { strict: false });
  const idOf = (upload: string) => upload.split('/').at(-1)!;

  it('takes the package in like any other, and opens the way to a round', async () => {
    const copy = await begun({ from: 'shipped:scrutiny', module: '', title: 'Scrutiny here' });
    // Pressed twice: until the first is in, another would be another module.
    const both = await Promise.all([post('/test', {}, copy), post('/test', {}, copy)]);
    const upload = String(both.find(({ status }) => status === 303)!.headers['location']);
    for (const { text } of both.filter(({ status }) => status !== 303))
      expect(text).toContain('What was built before is being taken in just now.');
    await uploads().finished(idOf(upload));
    const made = await desk.database.source.query<unknown[]>("select from course where title = 'Scrutiny here'");
    expect(made).toHaveLength(1);
    const page = await desk.get('officer', upload);
    expect(page.text).toContain('was accepted');
    const version = /href="(\/admin\/modules\/[^"]+)"/.exec(page.body)![1]!;
    expect((await desk.get('officer', `${version}/round`)).text).toContain('Open a test round');
    expect((await desk.get('officer', version)).body).toContain(`href="${copy}">go on writing</a>`);
    expect((await get('', copy)).text).toMatch(/Built so far .* version 1/);
    // The next one is a version of the same module.
    const again = await post('/test', {}, copy);
    const { module } = JSON.parse(
      (await desk.get('officer', String(again.headers['location']), 'application/json')).body,
    );
    expect(module ?? 'scrutiny-here').toContain('scrutiny');
    expect(await desk.audited()).toContainEqual(expect.objectContaining({ action: 'module_draft.built' }));
  });

  it('makes one module of a draft, also when the site ends as soon as the package is here', async () => {
    const copy = await begun({ from: 'shipped:treasury', module: '', title: 'Treasury here' });
    let first = '';
    const killed = jest.spyOn(uploads(), 'receive').mockImplementationOnce(async (...given) => {
      first = await PackageUploads.prototype.receive.apply(uploads(), given);
      throw new Error('The site ended');
    });
    await post('/test', {}, copy);
    killed.mockRestore();
    await uploads().finished(first);
    const again = await post('/test', {}, copy);
    await uploads().finished(idOf(String(again.headers['location'])));
    const versions = await desk.database.source.query<{ slug: string; versions: number }[]>(
      `select c.slug, count(*)::int as versions from course c join course_version v on v.course_id = c.id
        where c.title = 'Treasury here' group by c.slug`,
    );
    expect(versions).toEqual([{ slug: 'treasury-here', versions: 2 }]);
  });

  it('gives both editions away', async () => {
    const copy = await begun({ from: 'shipped:scrutiny', module: '', title: 'Scrutiny away' });
    for (const edition of ['1.2', '2004']) {
      const { status, headers } = await get(`/test/package-${edition}.zip`, copy);
      expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    }
  });
});

it('brings a folder in, and says what is wrong with another file', async () => {
  const officer = await desk.who('officer');
  const answer = await desk.app.inject({
    method: 'GET',
    url: `${draft}/folder.zip`,
    headers: { cookie: await desk.cookie('officer') },
  });
  const send = (content: Buffer) =>
    desk.sendFile(officer, '/admin/drafts/bring-in', { field: 'file', name: 'a.zip', content });
  const { headers } = await send(answer.rawPayload);
  const copy = String(headers['location']).split('?')[0]!;
  expect(await folder(copy)).toEqual(await folder());
  expect((await send(Buffer.from('x'))).text).toContain('It is no zip file, or it is damaged.');
});

it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
  for (const path of ['/admin/drafts', draft, `${draft}/screens/welcome`, `${draft}/history`, `${draft}/folder.zip`])
    expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
  expect((await desk.post(role, `${draft}/screens`, { title: 'X', after: '0' })).status).toBe(403);
});

it('knows no other drafts', async () => {
  for (const path of [
    '/admin/drafts/nonsense',
    '/admin/drafts/00000000-0000-4000-8000-000000000000',
    `${draft}/screens/none`,
    `${draft}/screens/welcome/parts/99`,
    `${draft}/questions/checks/none`,
    `${draft}/questions/none/new`,
  ])
    expect([path, (await desk.get('officer', path)).status]).toEqual([path, 404]);
});
