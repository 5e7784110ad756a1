import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { momentInLondon } from '@induct/platform';
import { entryUid, invitation, mailPerson } from './invitation';
import { type KeptEntry, keptEntries, type Sending, toSend } from './kept-entries';
import { type PlacedSession, type SessionDay, sessionDays } from './session-days';

const BOOKING = '0195c0de-0000-4000-8000-000000000001';
const HOST = 'members.northmoor.example';
const about = {
  organizer: { name: 'Member Development', email: 'member.development@northmoor.example' },
  attendee: { name: 'Amara Whitfield', email: 'amara@northmoor.example' },
  madeAt: new Date('2026-11-29T10:30:05Z'),
};
const written = (sending: Sending): string =>
  invitation(sending, { ...about, uid: entryUid(BOOKING, sending.entry, HOST) })!;

const ATTENDEE =
  'ATTENDEE;CN=Amara Whitfield;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:amara@northmoor.example';

/** A message as a calendar understands it. */
interface Message {
  uid: string;
  sequence: number;
  method: string;
  says: string;
}

/** What a program that is not ours reads in it. */
function readBack(file: string): Message {
  const calendar = ICAL.Component.fromString(file);
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  const text = (name: string) => String(event!.getFirstPropertyValue(name) ?? '');
  const moment = (name: string) => (event!.getFirstPropertyValue(name) as ICAL.Time).toUnixTime() * 1000;
  const method = String(calendar.getFirstPropertyValue('method'));
  const attendees = event!.getAllProperties('attendee').map((one) => one.toICALString());
  expect([more.length, text('status'), attendees.join(), text('organizer')]).toEqual([
    0,
    method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    ATTENDEE,
    `mailto:${about.organizer.email}`,
  ]);
  const says = [moment('dtstart'), moment('dtend'), text('summary'), text('location')];
  return { uid: text('uid'), sequence: Number(text('sequence')), method, says: JSON.stringify(says) };
}

/** The same without a file between. */
const meant = ({ method, entry }: Sending): Message => ({
  uid: entryUid(BOOKING, entry, HOST),
  sequence: entry.sequence,
  method,
  says: words(entry),
});

/** A calendar that does what RFC 5546 says with what it is sent, and minds what it must not be sent. */
class TheirCalendar {
  private readonly known = new Map<string, { sequence: number; says: string | undefined }>();

  take({ uid, sequence, method, says }: Message): void {
    const before = this.known.get(uid);
    if (!before && method !== 'REQUEST') throw new Error('It ends what has not begun');
    if (before && before.says === undefined) throw new Error('It is of what has ended');
    if (before && sequence <= before.sequence) throw new Error('It is no newer than what is known');
    this.known.set(uid, { sequence, says: method === 'CANCEL' ? undefined : says });
  }

  get shows(): string[] {
    return [...this.known.values()].flatMap(({ says }) => says ?? []).toSorted();
  }
}

const words = ({ on, from, to, title, place }: SessionDay): string =>
  JSON.stringify([momentInLondon(on, from!).getTime(), momentInLondon(on, to!).getTime(), title, place ?? '']);
const shown = (session: PlacedSession): string[] => sessionDays(session, 'room').map(words).toSorted();

/** Days about both changes of the clocks, few enough that they come again. */
const aDay = fc.constantFrom('2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01');
const aSession = fc
  .record({
    title: fc.constantFrom('A morning on conduct', 'Planning; law, and “you”', 'Châteaux \\ n'),
    place: fc.option(fc.constantFrom('The Guildhall', 'Room 2')),
    onlineUrl: fc.option(fc.constant('https://meet.example/room')),
    days: fc.uniqueArray(aDay, { minLength: 1, maxLength: 3 }),
    times: fc.constantFrom<[string, string][]>(
      [['09:30', '13:00']],
      [['00:10', '00:50']],
      [
        ['09:30', '12:30'],
        ['13:30', '16:30'],
      ],
    ),
  })
  .map(({ days, times, ...session }): PlacedSession => ({
    ...session,
    parts: days.toSorted().flatMap((on) => times.map(([from, to]) => ({ on, from, to }))),
  }));
/** What becomes of one booking: the session as it is planned from then on, or nothing planned and no letter. */
const aHistory = fc.record({
  steps: fc.array(fc.record({ session: aSession, isTold: fc.boolean() }), { minLength: 1, maxLength: 8 }),
  invites: fc.boolean(),
});
const SEED = process.env.SEED && { seed: Number(process.env.SEED) };

/** Every message of a booking from beginning to end, in their order. */
function messagesOf({ steps, invites }: { steps: { session: PlacedSession; isTold: boolean }[]; invites: boolean }) {
  const told: { sendings: Sending[]; session: PlacedSession | undefined }[] = [];
  let entries: KeptEntry[] = [];
  const tell = (session: PlacedSession | undefined) => {
    const sendings = toSend(entries, invites);
    entries = entries.map((entry) => {
      const isTold = sendings.some((one) => one.entry === entry);
      return isTold ? { ...entry, sentSequence: entry.sequence } : entry;
    });
    told.push({ sendings, session });
  };
  for (const { session, isTold } of steps) {
    entries = keptEntries(entries, sessionDays(session, 'room'));
    if (isTold) tell(session);
  }
  entries = keptEntries(entries, []);
  tell(undefined);
  return { told, entries };
}

describe('what a calendar is sent of a booking', () => {
  it.each([
    ['as it is meant', 3000, meant],
    ['as another program reads it', 200, (sending: Sending) => readBack(written(sending))],
  ])('leaves in it what is planned, whatever happened before, and in the end nothing: %s', (_, numRuns, read) => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const theirs = new TheirCalendar();
        for (const { sendings, session } of messagesOf(history).told) {
          for (const sending of sendings) theirs.take(read(sending));
          expect(theirs.shows.join()).toBe(session && history.invites ? shown(session).join() : '');
        }
      }),
      { numRuns, ...SEED },
    );
  });

  it('is nothing when nothing changed, and nothing of a place that was never told of', () => {
    fc.assert(
      fc.property(aSession, (session) => {
        const days = sessionDays(session, 'room');
        const once = keptEntries([], days);
        const sent = once.map((entry) => ({ ...entry, sentSequence: entry.sequence }));
        expect(keptEntries(sent, days)).toEqual(sent);
        expect(toSend(sent, true)).toEqual([]);
        expect(toSend(keptEntries(once, []), true)).toEqual([]);
      }),
      { numRuns: 300, ...SEED },
    );
  });

  it('keeps up to date what was sent before somebody chose the feed', () => {
    const session: PlacedSession = {
      title: 'A morning on conduct',
      place: 'The Guildhall',
      onlineUrl: null,
      parts: [{ on: '2027-03-28', from: '09:30', to: '13:00' }],
    };
    const sent = keptEntries([], sessionDays(session, 'room')).map((entry) => ({ ...entry, sentSequence: 0 }));
    const [moved] = toSend(keptEntries(sent, sessionDays({ ...session, place: 'Room 2' }, 'room')), false);
    expect(moved).toMatchObject({ method: 'REQUEST', entry: { number: 1, sequence: 1, place: 'Room 2' } });
    expect(toSend(keptEntries([], sessionDays(session, 'room')), false)).toEqual([]);
  });

  it('has the link for who joins online, and not for who comes to the room', () => {
    const session = {
      title: 'x',
      place: 'Room 2',
      onlineUrl: 'https://meet.example/room',
      parts: [{ on: '2027-03-28', from: '09:30', to: null }],
    };
    expect(sessionDays(session, 'online')).toMatchObject([{ place: 'https://meet.example/room' }]);
    expect(JSON.stringify(sessionDays(session, 'room'))).not.toContain('meet.example');
  });

  it('invites nobody to what they arrange themselves', () => {
    const [entry] = keptEntries([], [{ on: '2027-03-28', from: null, to: null, title: 'x', place: null, about: null }]);
    const attendee = { name: 'Democratic Services', email: about.organizer.email.toUpperCase() };
    expect(invitation({ method: 'REQUEST', entry: entry! }, { ...about, attendee, uid: 'x' })).toBeUndefined();
  });

  it('is the same whatever the zone of the process is', () => {
    const histories = fc.sample(aHistory, { numRuns: 60, ...SEED });
    const here = histories.flatMap((one) => messagesOf(one).told.flatMap(({ sendings }) => sendings.map(written)));
    const [bundle] = buildSync({
      entryPoints: [join(__dirname, 'invitation.ts')],
      alias: { '@induct/platform': join(__dirname, '../../../platform/src/documents/calendar-file.ts') },
      bundle: true,
      format: 'cjs',
      write: false,
    }).outputFiles;
    const all = histories.flatMap((one) => messagesOf(one).told.flatMap(({ sendings }) => sendings));
    const script = `${bundle!.text}
      const { organizer, attendee, madeAt } = ${JSON.stringify(about)};
      const written = (sending) => module.exports.invitation(sending, { organizer, attendee, madeAt: new Date(madeAt),
        uid: module.exports.entryUid(${JSON.stringify(BOOKING)}, sending.entry, ${JSON.stringify(HOST)}) });
      process.stdout.write(JSON.stringify(${JSON.stringify(all)}.map(written)))`;
    for (const TZ of ['Pacific/Auckland', 'America/St_Johns']) {
      const { stdout, stderr } = spawnSync(process.execPath, ['-'], {
        input: script,
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      expect(stdout ? JSON.parse(stdout) : stderr).toEqual(here);
    }
  });
});

it.each([
  ['Member Development <member.development@localhost>', 'Member Development', 'member.development@localhost'],
  ['"Services, Democratic" <ds@x.example>', 'Services, Democratic', 'ds@x.example'],
  ['ds@x.example', 'Northmoor', 'ds@x.example'],
])('%s is %s at %s', (from, name, email) => {
  expect(mailPerson(from, 'Northmoor')).toEqual({ name, email });
});
