import { readFileSync } from 'node:fs';
import { formsOf, gapsOf, readWordFile, wordFilePath } from '@induct/platform';
import { allCode, AREAS, collectedWords, keysOfCode, refusalsOf, sentencesOfScripts } from './collected-words.given';

/** The share of sentences with a translation, in percent, that these never fall below again: what it is now. */
const AT_LEAST = { public: 98, member: 99, player: 99, letters: 99 };

const { words } = readWordFile(readFileSync(wordFilePath('cy'), 'utf8'));
const collected = collectedWords();
const shareOf = (area: (typeof AREAS)[number]): number => {
  const all = [...collected[area]];
  return all.length === 0 ? 100 : (100 * all.filter((key) => words[key] !== undefined).length) / all.length;
};

describe('the Welsh of the site', () => {
  afterAll(() => {
    const shares = AREAS.map((area) => `${area} ${shareOf(area).toFixed(1)}% of ${collected[area].size}`);
    process.stdout.write(`Sentences with a Welsh translation: ${shares.join(', ')}\n`);
    const asked = AREAS.find((area) => area === process.env.MISSING);
    const missing = asked ? [...collected[asked]].filter((key) => words[key] === undefined) : [];
    if (missing.length > 0) process.stdout.write(`${missing.join('\n')}\n`);
  });

  it('has no sentence that nothing says any more', () => {
    const used = new Set(AREAS.flatMap((area) => [...collected[area]]));
    const others = Object.keys(words).filter((key) => !used.has(key));
    const code = allCode();
    expect(others.filter((key) => !code.includes(key) && !code.includes(key.replaceAll('⟨0⟩ ', '')))).toEqual([]);
  });

  it('puts the same into every sentence as the English does', () => {
    const changed = Object.entries(words).filter(([key, sentence]) =>
      formsOf(sentence).some((form) => gapsOf(form).toSorted().join() !== gapsOf(key).toSorted().join()),
    );
    expect(changed.map(([key]) => key)).toEqual([]);
  });

  it('closes every tag after it has opened it', () => {
    const wrong = Object.entries(words).filter(([, sentence]) =>
      formsOf(sentence).some((form) => {
        const gaps = gapsOf(form);
        return gaps.some((gap, at) => gap.startsWith('/') && gaps.indexOf(gap.slice(1)) > at);
      }),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(['public', 'member', 'player', 'letters'] as const)(
    'says no less for readers of “%s” than it did',
    (area) => {
      expect(shareOf(area)).toBeGreaterThanOrEqual(AT_LEAST[area]);
    },
  );
});

it('has every sentence of the scripts, whose pages find the council’s own words by it', () => {
  const scripts = sentencesOfScripts();
  expect(scripts.size).toBeGreaterThan(100);
  expect([...scripts].filter((key) => words[key] === undefined)).toEqual([]);
});

/** Whatever in these says no to members or to the public. Of the others, most are met at the desk alone. */
const REFUSALS = [
  'accreditation/src/claims/claim.errors.ts',
  'accreditation/src/groups/group.errors.ts',
  'events/src/calendar/calendar.errors.ts',
  'events/src/bookings/booking.errors.ts',
  'progress/src/commits/tracking.errors.ts',
  'progress/src/openings/launching.errors.ts',
  'sign-in/src/council/council.errors.ts',
  'sign-in/src/passkeys/passkey.errors.ts',
];

it.each(REFUSALS)('says no in Welsh too: %s', (path) => {
  const refusals = refusalsOf(path);
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.filter((key) => words[key] === undefined)).toEqual([]);
});

describe('the sentences of code', () => {
  it('are found by how they are said', () => {
    const code = `
      @Screen({ path: 'a', title: 'A page', menu: { area: 'desk', text: 'In the menu' } })
      class A { b = () => [w\`On \${day} at \${time}\`, said('A state'), counted(2, 'person', 'people'), { title: 'Not said' }]; }`;
    expect(keysOfCode(code)).toEqual(['A page', 'In the menu', 'On ⟨0⟩ at ⟨1⟩', 'A state', '⟨0⟩ people']);
  });
});
