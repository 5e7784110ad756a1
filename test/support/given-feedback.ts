import { Answering, Asking, Captures, Lessons, Programme, Registers, WhatWasSaid } from '@induct/events';
import type { Desk } from './given-desk';
import { anEvent } from './given-programme';

export interface GivenFeedback {
  sessionId: string;
  eventId: string;
  /** Whoever was there, and so is asked. */
  people: string[];
}

/**
 * A session of a series that took place the day before, and was asked about: people who were there, one who was not, and another
 * workshop of the series that is still to come. The clock stands in letter hours of that day.
 */
export async function givenFeedback(
  desk: Desk,
  { day = '2026-11-18', now = '2026-11-19T09:00:00Z', people = 7 } = {},
): Promise<GivenFeedback> {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  const officer = await desk.who('officer');
  const event = (title: string, seriesOrder: number) =>
    of(Programme).addEvent(
      anEvent(title, {
        kind: 'workshop',
        series: 'Speaking so that people listen',
        seriesOrder,
        outcomes: ['Make one point in three minutes', 'Speak without reading out'],
      }),
      officer,
    );
  const eventId = await event('Speaking in the chamber, at length and without notes, to people who disagree', 1);
  await event('Answering questions', 2);
  desk.clock.set(`${day}T18:00:00Z`);
  const sessionId = await of(Programme).addSession(
    {
      eventId,
      place: 'The chamber',
      onlineUrl: null,
      districts: [],
      note: null,
      pools: [],
      parts: [{ on: day, from: '09:30', to: '13:00', topics: [] }],
    },
    'confirmed',
    officer,
  );
  const there: string[] = [];
  for (let nth = 1; nth <= people; nth++) there.push(await desk.given.aPerson({ name: `Attender ${nth}` }));
  const marks = there.map((personId) => ({ personId, part: 1, value: 'present' as const }));
  await of(Registers).mark(sessionId, marks, { by: officer, how: 'register' });
  await of(Programme).setState(sessionId, 'delivered', { by: officer, revision: 1 });
  desk.clock.set(now);
  await of(Asking).ask(sessionId, 'after');
  return { sessionId, eventId, people: there };
}

/** What came of the discussions. @returns the address of a facilitator's link, which works until two weeks after the session */
export async function givenLessons(desk: Desk, sessionId: string): Promise<string> {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  const officer = await desk.who('officer');
  const prompt = 'What do you do when somebody shouts from the public gallery?';
  await of(Lessons).add(sessionId, { kind: 'gap', prompt, words: 'Nobody had an answer.' }, officer);
  await of(Lessons).add(sessionId, { kind: 'lesson', prompt: null, words: 'One point, then sit down.' }, officer);
  const token = await of(Captures).make(sessionId, officer);
  await of(Captures).write(token, { kind: 'discussion', prompt, words: 'Wait, look at the chair, and go on.' });
  return `/capture/${token}`;
}

/** What they said, which is over, and what was changed because of it. The clock goes on by two weeks and a day. */
export async function givenResults(
  desk: Desk,
  { sessionId, people }: Pick<GivenFeedback, 'sessionId' | 'people'>,
): Promise<void> {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  for (const [at, person] of people.slice(1).entries())
    await of(Answering).answer(sessionId, person, {
      q1: at % 2,
      q2: 0,
      q3: at % 3 === 0 ? 1 : 0,
      o1: 0,
      o2: at % 2,
      q4: at % 4 === 0 ? 'The cases, and that nobody laughed when I asked what a section 151 officer is' : '',
    });
  desk.clock.set(new Date(+desk.clock.now() + 15 * 86_400_000).toISOString());
  await of(WhatWasSaid).sayWhatChanged(sessionId, 'We begin at ten, and there is a break.', await desk.who('officer'));
}
