import fc from 'fast-check';
import { MOST_STRUCTURE, StructureCount, TooMuchStructure } from './structure-count';

const counts = (text: string, pieces = 7): boolean => {
  const count = new StructureCount();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieces) count.add(bytes.subarray(at, at + pieces));
  return true;
};

it('counts what is read of a JSON text, wherever it is cut in pieces', () => {
  const most = JSON.stringify(Array.from({ length: MOST_STRUCTURE }, () => 0));
  expect(counts(most, 64 * 1024)).toBe(true);
  expect(() => counts(`[${most}]`, 64 * 1024)).toThrow(TooMuchStructure);
  expect(() => counts(JSON.stringify({ cmi: Array.from({ length: 60_001 }, () => ({})) }), 999)).toThrow(
    TooMuchStructure,
  );
});

it('counts nothing that is said in a text', () => {
  const said = fc.string({ unit: fc.constantFrom('{', ',', '"', '\\', '[', 'ä'), maxLength: 200 });
  fc.assert(
    fc.property(said, fc.integer({ min: 1, max: 9 }), (text, pieces) => {
      expect(counts(JSON.stringify({ a: text.repeat(2_000) }), pieces)).toBe(true);
    }),
    { seed: 8, numRuns: 30 },
  );
});
