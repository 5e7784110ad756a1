import { Desk, type DeskAnswer } from '../../../../../../test/support/given-desk';
import { GivenDraft, seenIn } from '../../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.withScreen(desk);
});
afterAll(() => desk?.close());

describe('a part of a screen', () => {
  const screen = '/screens/what-follows';

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
    const { status } = await draft.post(`${screen}/parts?kind=${kind}&at=99`, fields);
    expect(status).toBe(303);
    expect(await draft.source('03-what-follows.md')).toMatch(
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
    expect((await draft.post(`${screen}/parts?kind=scenario&at=0`, situation)).status).toBe(303);
    const written = await draft.source('03-what-follows.md');
    expect(written).toContain('::: scenario the-paper The paper');
    expect(written).toContain('::: scenario the-paper-2 The paper');
    const { body } = await draft.get(`${screen}/parts/0`);
    expect(body).toContain('They wonder.');
    expect((await draft.get()).text).not.toContain('No situation goes on');
  });

  it('says at its field what a part lacks, and keeps what was typed', async () => {
    const { status, body, text } = await draft.post(`${screen}/parts?kind=callout&at=0`, {
      heading: '',
      body: 'Kept “words”',
    });
    expect([status, text]).toEqual([400, expect.stringContaining('Write a heading')]);
    expect(body).toContain('href="#heading"');
    expect(text).toContain('Kept “words”');
    expect((await draft.post(`${screen}/parts?kind=text&at=0`, { body: 'A\n:::\nB' })).text).toContain(
      'cannot begin with three colons',
    );
  });

  it('asks for the heading that cards need, where there is none above them', async () => {
    const own = await GivenDraft.begin(desk, 'Cards');
    const at = '/screens/welcome/parts/new?kind=cards&at=1';
    expect((await own.get(at)).text).toContain('Heading above the cards');
    const cards = { 'card1-heading': 'One', 'card1-text': 'First.', 'card2-heading': 'Two', 'card2-text': 'Second.' };
    const add = (fields: Record<string, string>) => own.post('/screens/welcome/parts?kind=cards&at=1', fields);
    expect((await add(cards)).text).toContain('Write the heading above the cards');
    expect((await add({ ...cards, above: ' Both ' })).status).toBe(303);
    expect(await own.source('01-welcome.md')).toContain('\n\n## Both\n\n::: cards\n\n### One\n');
    expect((await own.get('/screens/welcome')).text).not.toContain('Stops the build');
    expect((await own.get(at.replace('at=1', 'at=3'))).text).not.toContain('Heading above the cards');
    expect((await own.get('/screens/welcome/parts/2')).text).not.toContain('Heading above the cards');
  });

  it('begins a box with the heading that most have, and a table with room for five rows', async () => {
    expect((await draft.get('/screens/welcome/parts/new?kind=callout&at=0')).body).toContain(
      'value="If you remember one thing"',
    );
    const { text } = await draft.get('/screens/welcome/parts/new?kind=table&at=0');
    expect(text).toMatch(/What is empty is left out.* Row 5 /);
    expect(text).not.toContain('Row 6');
  });

  it('changes a part, and leaves all others as they were', async () => {
    const before = await draft.source('02-the-rule.md');
    const page = await draft.get('/screens/the-rule/parts/0');
    const { status } = await draft.post('/screens/the-rule/parts/0?kind=text', {
      seen: seenIn(page),
      body: 'The rule is new.',
    });
    expect(status).toBe(303);
    expect(await draft.source('02-the-rule.md')).toBe(before.replace(/^Say the rule.*$/m, 'The rule is new.'));
  });

  it('changes nothing when a part is saved as it was', async () => {
    const { body: history } = await draft.get('/history');
    const page = await draft.get('/screens/the-rule/parts/0');
    await draft.post('/screens/the-rule/parts/0?kind=text', { seen: seenIn(page), body: 'The rule is new.' });
    expect((await draft.get('/history')).body.match(/<tr/g)).toEqual(history.match(/<tr/g));
  });

  it('moves and removes parts, and says who was quicker', async () => {
    const page = await draft.get('/screens/the-rule');
    const seen = seenIn(page);
    await draft.post('/screens/the-rule/parts/0/move', { seen, by: 'down' });
    expect(await draft.source('02-the-rule.md')).toMatch(/:::\n\nThe rule is new\.\n/);
    const late = await draft.post('/screens/the-rule/parts/1/remove', { seen: '0'.repeat(16) });
    expect(late.headers['location']).toContain('done=meanwhile');
    expect((await desk.get('officer', String(late.headers['location']))).text).toContain(
      'Somebody else has changed this part meanwhile',
    );
    await draft.post('/screens/the-rule/parts/1/remove', { seen });
    expect(await draft.source('02-the-rule.md')).not.toContain('The rule is new');
  });
});

describe('what members will see', () => {
  it('is shown by the kit itself, and runs and loads nothing', async () => {
    const { status, headers, body } = await draft.get('/screens/what-follows/view');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(body).toContain('<aside class="callout">');
    expect(body).not.toContain('<script');
  });

  it('is shown from a part on beside the form of that part', async () => {
    const own = await GivenDraft.begin(desk, 'From a part on');
    const rule = '/screens/the-rule';
    const shown = async (path: string) => {
      const { body } = await own.get(rule + path);
      return [/Say the rule in plain/, /A word that needs/, /First you do this/].map((words) => words.test(body));
    };
    expect(await shown('/view')).toEqual([true, true, true]);
    expect(await shown('/parts/2/view')).toEqual([false, false, true]);
    const { body } = await own.post(`${rule}/parts/new/preview?kind=text&at=2`, { body: 'Just typed.' });
    expect(/<main>[^]*/.exec(body)![0]).toMatch(/<div class="prose">\s*<p>Just typed\.<\/p>\s*<div class="steps">/);
    expect((await own.get(`${rule}/parts/2`)).body).toContain(`src="${own.at}${rule}/parts/2/view"`);
    expect((await own.get(`${rule}/parts/999999/view`)).status).toBe(200);
    expect((await own.get('/screens/nonsense/parts/0/view')).status).toBe(404);
  });

  it('is shown while it is typed, and nothing is saved', async () => {
    const before = await draft.source('03-what-follows.md');
    const { body } = await draft.post('/screens/what-follows/parts/new/preview?kind=callout&at=0', {
      heading: 'Not yet',
      body: '<script>alert(1)</script>',
    });
    expect(body).toContain('Not yet');
    expect(body).toContain('&lt;script&gt;');
    expect(await draft.source('03-what-follows.md')).toBe(before);
  });
});

describe('two people at once', () => {
  it('see both texts of a part, and lose neither', async () => {
    const seen = seenIn(await draft.get('/screens/welcome/parts/0'));
    await draft.post('/screens/welcome/parts/0?kind=text', { seen, body: 'Theirs.' });
    const { status, text, body } = await draft.post('/screens/welcome/parts/0?kind=text', { seen, body: 'Mine.' });
    expect(status).toBe(409);
    expect(text).toContain('Somebody else has changed this part');
    expect(body).toMatch(/<pre[^>]*>Theirs\.<\/pre>/);
    expect(body).toContain('>Mine.</textarea>');
    expect(await draft.source('01-welcome.md')).toContain('Theirs.');
    const again = seenIn({ body } as DeskAnswer);
    expect(
      (await draft.post('/screens/welcome/parts/0?kind=text', { seen: again, body: 'Theirs and mine.' })).status,
    ).toBe(303);
    expect(await draft.source('01-welcome.md')).toContain('Theirs and mine.');
  });

  it('lose nothing when they save at the same moment', async () => {
    const [first, second] = await Promise.all([
      draft.get('/screens/welcome/parts/0'),
      draft.get('/screens/welcome/parts/1'),
    ]);
    const saved = await Promise.all([
      draft.post('/screens/welcome/parts/0?kind=text', { seen: seenIn(first), body: 'At once.' }),
      draft.post('/screens/welcome/parts/1?kind=callout', { seen: seenIn(second), heading: 'At', body: 'Once.' }),
    ]);
    expect(saved.map(({ status }) => status)).toEqual([303, 303]);
    expect(await draft.source('01-welcome.md')).toBe(
      '# Name of the module\n\nAt once.\n\n::: callout At\n\nOnce.\n\n:::\n',
    );
  });
});

it('offers local facts where a part may say them, with what members read today', async () => {
  const { body, text } = await draft.get('/screens/welcome/parts/new?kind=council');
  expect(body).toContain('data-inserts="{{monitoring_officer}}"');
  expect(text).toMatch(/Fraud contact Insert : Fraud contact .*\{\{fraud_contact\}\}/);
  expect((await draft.get('/screens/welcome/parts/new?kind=text')).text).not.toContain('Insert a local fact');
});

it('offers the laws that a text may give as its source, and says where they are when another is named', async () => {
  const { body } = await draft.get('/screens/welcome/parts/new?kind=text');
  expect(body).toContain('data-inserts=" [Localism Act 2011]"');
  expect((await draft.get('/screens/welcome/parts/new?kind=heading')).text).not.toContain('Insert a source of law');
  const own = await GivenDraft.begin(desk, 'Sources');
  const add = (words: string) => own.post('/screens/welcome/parts?kind=text&at=0', { body: `So it is [${words}].` });
  await add('Localism Act 2011');
  expect((await own.get('/screens/welcome')).text).not.toContain('Stops the build');
  await add('Standing Orders 2014');
  expect((await own.get('/screens/welcome')).text).toContain(
    '“Standing Orders 2014” is none of the laws that can stand',
  );
});
