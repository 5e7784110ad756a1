import fc from 'fast-check';
import { flatten } from '../flatten';
import { Collections } from './collections';

const given = (...set: [name: string, value: string][]) => {
  const collections = new Collections();
  expect(set.map(([name, value]) => [name, collections.set(name, value)])).toEqual(set.map(([name]) => [name, '0']));
  return collections;
};
const question = (type: string) => given(['cmi.interactions.0.id', 'q1'], ['cmi.interactions.0.type', type]);
const countOf = (collections: Collections, name: string) => collections.get(`cmi.${name}._count`).value;

describe('comments, objectives and answers of SCORM 2004', () => {
  it('leave no record behind when a value was refused', () => {
    const collections = new Collections();
    expect(collections.set('cmi.interactions.0.id', 'with a space')).toBe('406');
    expect(collections.set('cmi.interactions.0.result', 'correct')).toBe('408');
    expect(collections.set('cmi.interactions.01.id', 'q1')).toBe('351');
    expect([countOf(collections, 'interactions'), collections.get('cmi.interactions.0.id').code]).toEqual(['0', '301']);
  });

  it('let an answer take another id or that of another, and an objective neither', () => {
    const collections = given(
      ['cmi.interactions.0.id', 'q1'],
      ['cmi.interactions.1.id', 'q1'],
      ['cmi.interactions.0.id', 'q2'],
      ['cmi.objectives.0.id', 'first'],
    );
    expect(collections.set('cmi.objectives.0.id', 'other')).toBe('351');
    expect(collections.set('cmi.objectives.1.id', 'first')).toBe('351');
    expect(collections.get('cmi.interactions.0.id')).toEqual({ code: '0', value: 'q2' });
  });

  it('say what nobody has set', () => {
    const collections = given(['cmi.objectives.0.id', 'first']);
    expect(collections.get('cmi.objectives.0.success_status')).toEqual({ code: '0', value: 'unknown' });
    expect(collections.get('cmi.objectives.0.score.raw').code).toBe('403');
    expect(collections.get('cmi.objectives.0.score._children').value).toBe('scaled,raw,min,max');
    expect(collections.set('cmi.objectives._count', '3')).toBe('404');
    expect(collections.get('cmi.objectives.0.colour').code).toBe('401');
  });

  it.each([
    ['true-false', 'maybe', '406'],
    ['choice', 'a[,]a', '406'],
    ['choice', '', '0'],
    ['fill-in', '{case_matters=true}{order_matters=false}{lang=en}car[,]bus', '0'],
    ['fill-in', '{order_matters=perhaps}car', '406'],
    ['fill-in', '{lang=frl}car', '406'],
    ['long-fill-in', '{case_matters=true}{lang=cy}Bore da', '0'],
    ['matching', 'a[.]b[,]c[.]d', '0'],
    ['matching', 'a[.]b[.]c', '406'],
    ['performance', '{order_matters=false}open[.]1[:]2[,][.]door', '0'],
    ['performance', '[.]', '406'],
    ['sequencing', 'a[,]b', '0'],
    ['likert', 'quite sure', '406'],
    ['numeric', '300[:]1.5', '406'],
    ['numeric', '[:]10', '0'],
    ['other', 'uri[.]a[,]b', '0'],
  ])('judge what is right of a question of %s: %s is %s', (type, pattern, code) => {
    expect(question(type).set('cmi.interactions.0.correct_responses.0.pattern', pattern)).toBe(code);
  });

  it('ask for the type of a question before an answer to it', () => {
    const collections = given(['cmi.interactions.0.id', 'q1']);
    expect(collections.set('cmi.interactions.0.learner_response', 'a')).toBe('408');
    expect(collections.set('cmi.interactions.0.correct_responses.0.pattern', 'a')).toBe('408');
    expect(question('likert').set('cmi.interactions.0.correct_responses.1.pattern', 'a')).toBe('351');
  });

  it.each([
    ['timestamp', '2038', '0'],
    ['timestamp', '2039', '406'],
    ['timestamp', '2024-02-30', '406'],
    ['timestamp', '2024-02-29T10:00:00.12+01:00', '0'],
    ['timestamp', '2024-02-29T10:00:00.123', '406'],
    ['latency', 'P1Y2M3DT4H5M6.07S', '0'],
    ['latency', 'P1Y6M14D4H15M', '406'],
    ['latency', 'P', '406'],
    ['result', '-1.5', '0'],
    ['result', 'wrong', '406'],
    ['description', '{lang=zxx}…', '0'],
  ])('take a %s of %s with %s', (field, value, code) => {
    expect(given(['cmi.interactions.0.id', 'q1']).set(`cmi.interactions.0.${field}`, value)).toBe(code);
  });

  const name = fc.constantFrom(
    ...['id', 'type', 'timestamp', 'learner_response', 'objectives.0.id', 'correct_responses.0.pattern', 'result'].map(
      (field) => `interactions.N.${field}`,
    ),
    'objectives.N.id',
    'objectives.N.score.raw',
    'comments_from_learner.N.comment',
    'comments_from_learner.N.location',
  );
  const value = fc.oneof(fc.string(), fc.constantFrom('', 'a', 'b', '1', 'choice', 'numeric', '2024', 'true'));
  it('come back from a snapshot as they were, whatever was set', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.nat(3), value), { maxLength: 40 }), (sets) => {
        const [before, after] = [new Collections(), new Collections()];
        const names = sets.map(([pattern, index]) => `cmi.${pattern.replace('N', String(index))}`);
        for (const [at, [, , given]] of sets.entries()) before.set(names[at]!, given);
        for (const [from, was] of flatten(before.cmi(), () => true)) expect(after.load(from, was)).toBe(true);
        for (const one of names) expect(after.get(one)).toEqual(before.get(one));
      }),
    );
  });
});
