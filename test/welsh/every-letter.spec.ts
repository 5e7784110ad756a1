import { globSync } from 'node:fs';
import { join } from 'node:path';
import { inLanguage } from '@induct/platform';
import { revokedLetter } from '../../libs/accreditation/src/acts/revocation.letter';
import { certificateLetter } from '../../libs/accreditation/src/certificate/certificate.letter';
import { replacementLetter } from '../../libs/accreditation/src/certificate/replacement.letter';
import {
  claimLetter,
  enteredLetter,
  refusedLetter,
  takenBackLetter,
} from '../../libs/accreditation/src/claims/claim.letter';
import { askedToRenew } from '../../libs/accreditation/src/expiries/running-out.letter';
import { askedByChampion } from '../../libs/accreditation/src/groups/nudge.letter';
import { askedDue, digestLetter } from '../../libs/accreditation/src/reminders/due.letters';
import { askedToTopUp } from '../../libs/accreditation/src/reminders/top-up.letter';
import { nameChangeLetter } from '../../libs/accreditation/src/names/name-change.letter';
import { askedRetake } from '../../libs/accreditation/src/retakes/retake.letters';
import { liftedLetter, suspendedLetter } from '../../libs/accreditation/src/suspensions/suspension.letter';
import { withdrawalLetter } from '../../libs/accreditation/src/withdrawals/withdrawal.letter';
import type { BookingInWords, BookingNews } from '../../libs/events/src/calendar/booking.letters';
import {
  bookingLetter,
  dateLetter,
  furtherDayLetter,
  tomorrowLetter,
} from '../../libs/events/src/calendar/booking.letters';
import { candidateLetter } from '../../libs/events/src/candidates/candidate.letter';
import { askedFeedback } from '../../libs/events/src/feedback/feedback.letters';
import { guestConfirmLetter } from '../../libs/events/src/invitations/guest-confirm.letter';
import { answeredLetter } from '../../libs/events/src/proposals/proposals.letters';
import { toBookInWords } from '../../libs/events/src/reminders/to-book.words';
import { editionLetter } from '../../libs/handbook/src/editions/edition.letter';
import { askedStep } from '../../libs/handbook/src/own-weeks/step.letters';
import { askingLetter } from '../../libs/letters/src/asking/asking.letter';
import type { Asked } from '../../libs/letters/src/asking/asked';
import type { Letter } from '../../libs/letters/src/writing/letter';
import { accountLetter, addressLetter } from '../../libs/people/src/second-person/desk.letters';
import { linkedLetter, linkLetter, unlinkedLetter } from '../../libs/sign-in/src/council/council.letters';
import { signInLetter } from '../../libs/sign-in/src/links/sign-in.letter';
import { passkeyAddedLetter } from '../../libs/sign-in/src/passkeys/passkey.letter';
import { speakAs, speakWelsh } from '../support/speaking';

// What people and councils have typed is in another alphabet here: whatever else is in Latin letters is ours.
const [NAME, TITLE, COUNCIL, WORDS] = ['Анна', 'Тема', 'Рада', 'Слова'];
const url = 'https://members.example/a';
const [today, day, gone] = ['2026-11-30', '2026-12-08', '2026-11-02'];

const booking: BookingInWords = {
  name: NAME,
  title: TITLE,
  parts: [
    { on: day, from: '09:30', to: '12:00' },
    { on: day, from: '13:30', to: null },
  ],
  place: 'Зал',
  onlineUrl: url,
  clashes: [WORDS],
  seat: 'room',
  state: 'booked',
  format: WORDS,
  facilitator: NAME,
  bring: WORDS,
  ahead: 2,
  byOther: false,
  isPutOff: false,
  cancelReason: WORDS,
  links: { booking: url, event: url, standing: url },
  contact: url,
};
const NEWS: BookingNews[] = [
  'booked',
  'waiting',
  'promoted',
  'a-place-is-free',
  'taken',
  'moved',
  'session-changed',
  'cancelled-by-self',
  'cancelled-by-officer',
  'cancelled-by-council',
];
/** Every way a booking stands that a sentence hangs on. */
const STANDINGS: Partial<BookingInWords>[] = [
  {},
  { state: 'waiting', byOther: true, place: null, onlineUrl: null, parts: [] },
  { links: null, isPutOff: true, byOther: true, seat: 'online' },
  { links: null, state: 'waiting', cancelReason: null },
];

const asked = (...all: Asked[]) => askingLetter(NAME, all, url);
const step = { title: TITLE, about: WORDS, law: WORDS } as Parameters<typeof askedStep>[0];
const question = { key: 'q1', kind: 'choice', words: WORDS, options: ['Так', 'Ні'] } as const;
const feedback = { title: TITLE, closesOn: day, url, asked: [{ ...question, options: [...question.options] }] };
const retake = { module: TITLE, dueOn: day, changeNote: WORDS, url };
const items = [
  { title: TITLE, dueOn: day, minutes: 45, againOn: null },
  { title: TITLE, dueOn: today, minutes: null, againOn: today },
];
const session = { slug: 'a', title: TITLE, on: day, from: '09:30', has: undefined, left: 0 } as const;
const certificate = { name: NAME, number: '7', scheme: TITLE, url };
const withdrawal = { name: NAME, title: TITLE, metOn: gone, reason: WORDS, url };
const linked = { name: NAME, url, council: COUNCIL, account: 'а@б' };

/** Letters to members, candidates and guests, by the file that words them. */
const LETTERS: Record<string, () => Letter[]> = {
  'accreditation/src/claims/claim.letter.ts': () => [
    ...[
      { accepted: true, ranOutOn: null },
      { accepted: true, ranOutOn: gone },
      { accepted: false, ranOutOn: null },
    ].flatMap((one) =>
      [false, true].map((isEntered) => claimLetter({ name: NAME, title: TITLE, words: WORDS, url, isEntered, ...one })),
    ),
    ...(['prior_learning', 'recording', 'outside_certificate'] as const).map((kind) =>
      enteredLetter({ name: NAME, officer: null, title: TITLE, kind, doneOn: gone, words: WORDS, url }),
    ),
    enteredLetter({ name: NAME, officer: NAME, title: TITLE, kind: 'recording', doneOn: gone, words: WORDS, url }),
    refusedLetter({ name: NAME, member: NAME, title: TITLE, words: WORDS, url }),
    takenBackLetter({ name: NAME, member: NAME, title: TITLE, url }),
  ],
  'accreditation/src/expiries/running-out.letter.ts': () => [
    asked(askedToRenew([{ scheme: TITLE, number: '1', validUntil: day }], url)),
    asked(
      askedToRenew(
        [day, today].map((validUntil) => ({ scheme: TITLE, number: '1', validUntil })),
        url,
      ),
    ),
  ],
  'accreditation/src/groups/nudge.letter.ts': () => [
    asked(
      askedByChampion(NAME, [...items, ...Array.from({ length: 12 }, () => ({ title: TITLE, dueOn: gone }))], {
        today,
        site: url,
      }),
    ),
  ],
  'accreditation/src/reminders/top-up.letter.ts': () => {
    const item = { title: TITLE, dueOn: day, minutes: 20, moreSince: gone };
    const { moreSince: _, ...plain } = item;
    return [[item], [{ ...plain, dueOn: today }], [{ ...item, dueOn: gone, minutes: null }, item]].map((one) =>
      asked(askedToTopUp(one, { today, site: url })),
    );
  },
  'accreditation/src/reminders/due.letters.ts': () => [
    asked(askedDue(items, { today, site: url })),
    asked(askedDue([{ ...items[0]!, dueOn: gone, inGroup: true }], { today, site: url })),
    asked(
      askedDue(
        [
          {
            ...items[0]!,
            dueOn: gone,
            sessions: [
              { words: toBookInWords({ session, missed: { title: TITLE, on: gone } }), book: session },
              { words: toBookInWords({ session: { ...session, left: 1 }, missed: undefined }), book: undefined },
              { words: toBookInWords({ session: { ...session, left: 5 }, missed: undefined }), book: undefined },
              { words: toBookInWords({ session: { ...session, has: 'place' }, missed: undefined }), book: undefined },
              { words: toBookInWords({ session: { ...session, has: 'waits' }, missed: undefined }), book: undefined },
            ],
          },
        ],
        { today, site: url },
      ),
    ),
    ...[1, 50].map((many) => {
      const late = Array.from({ length: many }, (_, at) => ({ ...items[0]!, name: `${NAME} ${at}` }));
      return digestLetter(NAME, { champion: late, officer: late, monitoring_officer: late }, { url, text: WORDS });
    }),
  ],
  'accreditation/src/names/name-change.letter.ts': () =>
    [true, false].map((accepted) =>
      nameChangeLetter(NAME, { name: NAME, accepted, words: WORDS, replaced: [['1', '2']], url }),
    ),
  'accreditation/src/retakes/retake.letters.ts': () => [
    asked(...(['asked', 'soon', 'overdue'] as const).map((letter) => askedRetake(letter, retake))),
  ],
  'accreditation/src/acts/revocation.letter.ts': () =>
    [true, false].map((isHere) => revokedLetter({ ...certificate, isHere, origin: certificate.url })),
  'accreditation/src/certificate/replacement.letter.ts': () => [
    replacementLetter({ ...certificate, old: certificate.number }),
  ],
  'accreditation/src/suspensions/suspension.letter.ts': () => [suspendedLetter(certificate), liftedLetter(certificate)],
  'accreditation/src/withdrawals/withdrawal.letter.ts': () =>
    (['module', 'attendance', 'prior_learning', 'recording', 'outside_certificate'] as const).map((kind) =>
      withdrawalLetter({ ...withdrawal, kind, isMet: kind === 'module', due: items }),
    ),
  'events/src/calendar/booking.letters.ts': () => [
    ...STANDINGS.flatMap((standing) => NEWS.map((what) => bookingLetter(what, { ...booking, ...standing }))),
    tomorrowLetter(booking, day),
    tomorrowLetter({ ...booking, parts: [] }, day),
    furtherDayLetter(NAME, TITLE, 'REQUEST'),
    furtherDayLetter(NAME, TITLE, 'CANCEL'),
    dateLetter({ ...booking, isOnline: false }, url),
  ],
  'events/src/candidates/candidate.letter.ts': () => [
    candidateLetter(NAME, { title: TITLE, council: COUNCIL, pollOn: day, url }),
  ],
  'events/src/feedback/feedback.letters.ts': () => [
    asked(askedFeedback({ ...feedback, stage: 'after', again: false })),
    asked(askedFeedback({ ...feedback, stage: 'later', again: true, asked: [] })),
  ],
  'events/src/invitations/guest-confirm.letter.ts': () => [
    guestConfirmLetter({ name: NAME, title: TITLE, when: day, council: COUNCIL, url }),
  ],
  'events/src/proposals/proposals.letters.ts': () =>
    (['accepted', 'merged', 'declined'] as const).map((answer) =>
      answeredLetter(NAME, { title: TITLE, answer, event: TITLE, reason: WORDS, url }),
    ),
  'handbook/src/editions/edition.letter.ts': () => [
    asked(editionLetter({ number: 7, title: NAME }, undefined, url)),
    asked(editionLetter({ number: 7, title: NAME }, { number: 6, title: NAME }, url)),
  ],
  'handbook/src/own-weeks/step.letters.ts': () => [asked(askedStep(step, day, url))],
  'letters/src/asking/asking.letter.ts': () => [asked(askedStep(step, day, url), askedStep(step, today, url))],
  'people/src/second-person/desk.letters.ts': () => [
    addressLetter(NAME, { before: 'а@б', after: 'в@г', url, council: COUNCIL }),
    accountLetter(NAME, { active: true, url, council: COUNCIL }),
    accountLetter(NAME, { active: false, url, council: COUNCIL }),
  ],
  'sign-in/src/council/council.letters.ts': () => [
    linkLetter({ ...linked, minutes: 15 }),
    linkedLetter(linked),
    unlinkedLetter(linked),
  ],
  'sign-in/src/links/sign-in.letter.ts': () => [signInLetter({ name: NAME, url, council: COUNCIL, minutes: 15 })],
  'sign-in/src/passkeys/passkey.letter.ts': () => [
    passkeyAddedLetter({ name: NAME, passkey: WORDS, council: COUNCIL, url }),
  ],
};

/** In a file of its own that officers may edit. */
const IN_A_FILE = 'accreditation/src/certificate/certificate.letter.ts';

/** They lead to the desk and to the steering group, whose pages are in English: so are they (`isOfTheDesk`). */
const OF_THE_DESK = [
  'accreditation/src/approvals/approval.letter.ts',
  'events/src/versions/versions.letters.ts',
  'steering/src/acts/steering.letters.ts',
];

/** Without addresses and what `Intl` says in Welsh: months, days. */
const MONTHS_AND_DAYS =
  /\b(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|Dydd|Llun|Mercher|Iau|Gwener|Sadwrn|Sul)\b/g;
const latin = (text: string): string[] =>
  text
    .replaceAll(/https?:\S+/g, '')
    .replaceAll(MONTHS_AND_DAYS, '')
    .replaceAll(/\d+(?:af|il|ydd|ed|fed|eg|ain)\b/g, '')
    .match(/[A-Za-z][A-Za-z’]*/g) ?? [];

const shown = ({ subject, text }: Letter) => `${subject}\n${text}`;

describe('every letter', () => {
  beforeAll(speakWelsh);

  it('that anybody can get is here', () => {
    const files = globSync('*/src/**/*.{letter,letters}.ts', { cwd: join(__dirname, '../../libs') });
    expect(files.toSorted()).toEqual([...Object.keys(LETTERS), IN_A_FILE, ...OF_THE_DESK].toSorted());
  });

  it.each(Object.entries(LETTERS))('of %s is English as it was, and Welsh as a whole', (_, write) => {
    const english = write();
    const welsh = inLanguage('cy', write);
    expect(welsh).toHaveLength(english.length);
    for (const [at, letter] of english.entries()) {
      const other = welsh[at]!;
      expect(letter.text).toMatch(/^Dear Анна,\n/);
      expect(other.text).toMatch(/^Annwyl Анна,\n/);
      expect(letter.html).not.toContain('lang=');
      expect(other.html).toMatch(/^<div lang="cy">\n<p>Annwyl Анна,<\/p>[^]*<\/div>$/);
      expect(shown(other)).not.toMatch(/\b(?:the|and|you|your|is|it|was|please)\b/i);
      expect(other.html).not.toMatch(/\b(?:the|you|your|it|was|please)\b/i);
    }
  });

  it('to the holder of a certificate is in the words of its own file, and in their language', () => {
    const facts: Parameters<typeof certificateLetter>[0] = {
      language: 'en-GB',
      council: 'Northmoor County Council',
      holder: 'Ann',
      scheme: 'Core skills',
      edition: 'Edition 1',
      modules: [],
      learningSeconds: 60,
      awardedOn: '2026-11-22',
      validUntil: '2030-11-22',
      number: 'NMC-1',
      signatories: [],
    };
    const { subject, text, html } = inLanguage('cy', () => certificateLetter(facts, 'https://members.example'));
    expect(subject).toBe('Eich tystysgrif achredu: Core skills');
    expect(text).toContain('Dyfarnwyd: 22 Tachwedd 2026\nYn ddilys hyd: 22 Tachwedd 2030');
    expect(html).toContain('<div lang="cy">\n<p>Annwyl Ann,</p>');
    expect(certificateLetter(facts, 'https://members.example').subject).toBe(
      'Your certificate of accreditation: Core skills',
    );
  });
});

describe('every letter of a council with words of its own', () => {
  const own = { area: 'Hub', areaCy: 'Hwb', team: 'Clerks', teamCy: 'Clercod', district: 'ward' } as const;
  const write = () => Object.values(LETTERS).flatMap((letters) => letters().map(shown));
  const ours = /Members Area|Ardal Aelodau|(?<!Head of )Democratic Services|Gwasanaethau Democrataidd|\bdivisions?\b/;

  beforeAll(speakWelsh);

  it.each(['en', 'cy'] as const)('says them in place of ours: %s', (language) => {
    const [before, after] = [inLanguage(language, write), inLanguage(language, write, own)];
    expect(before.filter((letter) => ours.test(letter)).length).toBeGreaterThan(10);
    expect(after.filter((letter) => ours.test(letter))).toEqual([]);
  });
});

describe('every letter, where all words but ours are in another alphabet', () => {
  beforeAll(() => speakAs((english) => english.replaceAll(/[A-Za-z]/g, 'ж')));
  afterAll(speakWelsh);

  it.each(Object.entries(LETTERS))('of %s says nothing that has no key', (_, write) => {
    for (const letter of inLanguage('cy', write)) expect(latin(shown(letter))).toEqual([]);
  });
});
