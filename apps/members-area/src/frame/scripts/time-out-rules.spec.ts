import fc from 'fast-check';
import { whatNext } from './time-out-rules.mjs';

const left = (seconds: number, extendable = true) => ({ seconds, extendable });

it.each([
  ['there is time', left(1800), undefined, { isFine: true, askIn: 600 }],
  ['the warning comes within ten minutes', left(125), undefined, { isFine: true, askIn: 5 }],
  ['it is two minutes', left(120), undefined, { show: 'soon', askIn: 121 }],
  ['somebody has closed the warning', left(60), 'soon', { askIn: 61 }],
  ['another tab prolonged it', left(1790), 'soon', { isFine: true, askIn: 600 }],
  ['it ends anyway', left(100, false), 'soon', { show: 'last', askIn: 101 }],
  ['it has ended while the device slept', left(0, false), undefined, { show: 'over' }],
  ['it has ended after the warning', left(0, false), 'soon', { show: 'over' }],
  ['it has ended, and that was said', left(0, false), 'over', {}],
  ['nobody answers', undefined, 'soon', { askIn: 10 }],
  ['there is a connection again, after it could not be prolonged', left(60), 'away', { show: 'soon', askIn: 61 }],
  ['somebody signed in again in another tab', left(1800), 'over', { isFine: true, askIn: 600 }],
])('when %s', (_when, found, said, next) => {
  expect(whatNext(found, said)).toEqual(next);
});

/** A page's dialog over the hours of a sign-in, in which other tabs prolong it and the connection or the device is away. */
it('has warned before the end whatever happens, unless nobody could be asked', () => {
  const happening = fc.record({
    after: fc.integer({ min: 1, max: 3000 }),
    what: fc.constantFrom('prolonged elsewhere', 'away', 'there again'),
  });
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
      let [now, ends, isAway] = [0, 1800, false];
      let said: string | undefined;
      let warnedFor: number | undefined;
      let asksAt = 0;
      let at = 0;
      const events = happenings.map(({ after, what }) => ({ at: (at += after), what }));
      while (now < ends) {
        const next = events[0];
        if (next && next.at <= asksAt) {
          // What happens when it is over helps nobody any more.
          if (next.at >= ends) break;
          now = next.at;
          events.shift();
          if (now < ends && next.what === 'prolonged elsewhere') ends = now + 1800;
          isAway = next.what === 'away' || (isAway && next.what !== 'there again');
          // The page looks when its connection is back.
          if (next.what === 'there again') asksAt = now;
          continue;
        }
        now = asksAt;
        if (now >= ends) break;
        const { show, isFine, askIn } = whatNext(isAway ? undefined : left(ends - now), said);
        if (isFine) said = undefined;
        if (show) [said, warnedFor] = [show, ends];
        asksAt = now + askIn!;
      }
      expect(isAway || warnedFor === ends).toBe(true);
    }),
  );
});
