import { emptyEvent, Programme, Registers } from '@induct/events';
import type { Desk } from './given-desk';

/**
 * A session today in two parts, with some ticks, a long name and a correction, and one whose register was closed yesterday, a day
 * of talks. @returns their ids, and the address of the talks
 */
export async function givenAttendance(desk: Desk): Promise<{ open: string; closed: string; talks: string }> {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
  const [officer, today] = [await desk.who('officer'), desk.clock.now().toISOString().slice(0, 10)];
  const yesterday = new Date(+desk.clock.now() - 86_400_000).toISOString().slice(0, 10);
  const title = 'The code of conduct, members and officers, information and the Bribery Act';
  const eventId = await of(Programme).addEvent(emptyEvent(title), officer);
  const plan = {
    eventId,
    place: 'The council chamber, County Hall',
    onlineUrl: null,
    districts: [],
    note: null,
    pools: [],
  };
  const on = (day: string) => ({
    ...plan,
    parts: [
      { on: day, from: '09:30', to: '12:30', topics: ['code-of-conduct', 'bribery'] },
      { on: day, from: '13:30', to: '16:30', topics: ['code-of-conduct'] },
    ],
  });
  const [open, closed] = [
    await of(Programme).addSession(on(today), 'confirmed', officer),
    await of(Programme).addSession(on(yesterday), 'confirmed', officer),
  ];
  const long = await desk.given.aPerson({
    name: 'Councillor Wilhelmina Featherstonehaugh-Cholmondeley of Upper Wensleydale and the Northern Moors',
  });
  const ann = await desk.given.aPerson({ name: 'Ann Attender' });
  const tick = (personId: string, part: number, value: 'present' | 'absent' | 'apologies') => ({
    personId,
    part,
    value,
  });
  const by = { by: officer, how: 'register' as const };
  await of(Registers).mark(open, [tick(long, 1, 'present'), tick(long, 2, 'apologies')], by);
  await of(Registers).mark(open, [tick(ann, 1, 'present')], { by: ann, how: 'code' });
  await of(Registers).mark(closed, [tick(ann, 1, 'present'), tick(long, 1, 'absent')], by);
  await of(Registers).close(closed, officer);
  await of(Registers).mark(closed, [tick(ann, 1, 'absent')], { ...by, reason: 'She signed for the wrong session' });
  const talksId = await of(Programme).addEvent({ ...emptyEvent('A talk'), kind: 'one-to-one' }, officer);
  const parts = [{ on: yesterday, from: '09:00', to: '09:20', topics: [] }];
  const talk = await of(Programme).addSession({ ...plan, eventId: talksId, parts }, 'confirmed', officer);
  await of(Registers).mark(talk, [tick(long, 1, 'present')], by);
  return { open, closed, talks: `/admin/programme/events/a-talk/talks/${yesterday}` };
}
