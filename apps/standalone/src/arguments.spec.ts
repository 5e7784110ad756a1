import { wantsDemo } from './arguments';

describe('npm start', () => {
  it('loads the demo council into the embedded database', () => {
    expect(wantsDemo([], false)).toBe(true);
    expect(wantsDemo(['--no-demo'], false)).toBe(false);
  });

  it('leaves a database of one’s own empty unless asked', () => {
    expect(wantsDemo([], true)).toBe(false);
    expect(wantsDemo(['--demo'], true)).toBe(true);
  });

  it('says what it does not know', () => {
    expect(() => wantsDemo(['--demp'], false)).toThrow('npm start does not know --demp.');
  });
});
