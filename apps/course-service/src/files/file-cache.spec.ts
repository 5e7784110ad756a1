import { FileCache } from './file-cache';

describe('the cache of small files', () => {
  it('forgets what was used longest ago when it is full', () => {
    const cache = new FileCache<string>(10);
    cache.set('a', 'A', 4);
    cache.set('b', 'B', 4);
    cache.get('a');
    cache.set('c', 'C', 4);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C']);
  });

  it('never holds more than its bytes, whatever comes', () => {
    const cache = new FileCache<number>(100);
    for (let at = 0; at < 1000; at++) cache.set(String(at % 70), at, 1 + (at % 30));
    expect((cache as unknown as { bytes: number }).bytes).toBeLessThanOrEqual(100);
    cache.set('too large', 1, 101);
    expect(cache.get('too large')).toBeUndefined();
  });
});
