import fc from 'fast-check';
import { codeAt, isOpen, judge, secondsLeft, typedCode } from './check-in-code';

const key = Buffer.alloc(32, 7);
const morning = { sessionId: 'a-session', part: 1 };
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 9, 30, seconds));

describe('the code that is shown in the room', () => {
  it('is eight letters, another each half minute, and another in each part and session', () => {
    expect(codeAt(key, morning, at(0))).toMatch(/^[B-DF-HJ-NP-TV-XZ]{8}$/);
    expect(codeAt(key, morning, at(29))).toBe(codeAt(key, morning, at(0)));
    const others = [
      codeAt(key, morning, at(30)),
      codeAt(key, { ...morning, part: 2 }, at(0)),
      codeAt(key, { ...morning, sessionId: 'another' }, at(0)),
      codeAt(Buffer.alloc(32, 8), morning, at(0)),
    ];
    expect(new Set([codeAt(key, morning, at(0)), ...others]).size).toBe(5);
    expect([secondsLeft(at(0)), secondsLeft(at(29))]).toEqual([30, 1]);
  });

  it('is right while it is shown and for two more, then old, and of another time or part wrong', () => {
    const code = codeAt(key, morning, at(0));
    expect([0, 29, 60, 89, 90, 600, 629, 630, -1].map((seconds) => judge(key, morning, code, at(seconds)))).toEqual([
      'right',
      'right',
      'right',
      'right',
      'old',
      'old',
      'old',
      'wrong',
      'wrong',
    ]);
    expect(judge(key, { ...morning, part: 2 }, code, at(0))).toBe('wrong');
    expect(judge(key, morning, '', at(0))).toBe('wrong');
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(' ', '-', '. '), (step, between) => {
        const code = codeAt(key, morning, new Date(step * 30_000));
        expect(typedCode(` ${code.slice(0, 4).toLowerCase()}${between}${code.slice(4)} `)).toBe(code);
      }),
    );
  });

  it('is taken from half an hour before a part until its end, on its day', () => {
    const isTaken = (from: string, ...moments: string[]) =>
      moments.map((time) => isOpen({ on: '2027-07-02', from, to: '12:00' }, new Date(`2027-07-0${time}Z`)));
    // In summer time.
    expect(isTaken('10:00', '2T08:29:59', '2T08:30:00', '2T10:59:59', '2T11:00:00')).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isTaken('00:15', '1T22:59:59', '1T23:00:00')).toEqual([false, true]);
  });
});
