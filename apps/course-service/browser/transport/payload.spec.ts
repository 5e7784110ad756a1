import { payloadOf } from './payload';

const body = (interactions: object, core: object = { lesson_status: 'passed' }) => ({
  seq: 1,
  sco: 'one',
  run: 1,
  final: true,
  shownMs: 0,
  cmi: { core, suspend_data: 'page=9', interactions } as never,
});
const answers = (count: number, length: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [index, { id: `q${index}`, student_response: 'ä'.repeat(length) }]),
  );

it('sends the newest answers that a commit has room for, and always what the member came for', () => {
  const usual = payloadOf(body(answers(100, 200)), {});
  expect(usual.leftOut).toBe(false);
  const { text, leftOut } = payloadOf(body(answers(200, 30_000)), {});
  expect([leftOut, text.length < 1024 * 1024]).toEqual([true, true]);
  const { cmi } = JSON.parse(text) as { cmi: { core: object; suspend_data: string; interactions: object } };
  expect(cmi).toMatchObject({ core: { lesson_status: 'passed' }, suspend_data: 'page=9' });
  expect(Object.keys(cmi.interactions).at(-1)).toBe('199');
});
