import { Places } from './places';

const report = {
  completion: 'incomplete',
  success: 'unknown',
  location: 'screen-5',
  suspendData: 'abc',
  progress: 0.4,
} as const;
const place = { at: '2026-11-22T14:32:00.000Z', report };

/** localStorage, as far as it is used. */
function storage(kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}
const denied = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

it('keeps a place of a version in the browser, and forgets it', () => {
  const places = new Places(storage());
  expect(places.keep('one', place)).toBe(true);
  expect([places.find('one'), places.find('two')]).toEqual([place, undefined]);
  places.forget('one');
  expect(places.find('one')).toBeUndefined();
});

it('says so when the browser keeps nothing, whichever way it says that', () => {
  for (const none of [undefined, { getItem: denied, setItem: denied, removeItem: denied }]) {
    const places = new Places(none);
    expect([places.keep('one', place), places.find('one')]).toEqual([false, undefined]);
    expect(() => places.forget('one')).not.toThrow();
  }
});

it.each([
  ['nothing', 'null'],
  ['no JSON', '{'],
  ['another thing', '[1]'],
  ['no day', JSON.stringify({ at: 'yesterday', report })],
  ['no report', JSON.stringify({ at: place.at, report: null })],
  ['a place that is no text', JSON.stringify({ at: place.at, report: { ...report, location: { toString: 1 } } })],
  ['a number that is none', JSON.stringify({ at: place.at, report: { ...report, progress: '0.4' } })],
])('takes nothing from another module that wrote %s', (_what, text) => {
  expect(new Places(storage(new Map([['induct-taster one', text]]))).find('one')).toBeUndefined();
});
