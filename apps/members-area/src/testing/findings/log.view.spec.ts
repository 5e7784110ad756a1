import type { RunTimeCall } from '@induct/scorm';
import type { FindingDetail } from '@induct/steering';
import { logView, meaningView } from './log.view';

const titles = new Map([['one', 'Etiquette']]);
const call = (n: number, more: Partial<RunTimeCall> = {}): RunTimeCall => ({
  n,
  sco: 'one',
  atMs: n * 1000,
  call: 'LMSSetValue',
  element: 'cmi.core.lesson_location',
  value: 'page-3',
  valueLength: null,
  answer: 'true',
  answerLength: null,
  error: '',
  ...more,
});
const finding = {
  id: 'f',
  number: 3,
  courseTitle: 'Golf',
  versionNumber: 2,
  logFrom: 11,
  currentRound: { id: 'r', number: 1 },
} as FindingDetail;

describe('a run-time log', () => {
  it('is said in words, with each part named where it begins', () => {
    const calls = [call(11), call(12, { error: '405', answer: 'false' }), call(13, { sco: 'two' })];
    const view = logView({ finding, standard: 'scorm_12', calls, total: 250, page: 1, meaning: [], titles });
    expect(view.calls.map(({ part }) => part)).toEqual(['Etiquette', '', 'two']);
    expect(view.calls[0]?.words).toBe('LMSSetValue(cmi.core.lesson_location, “page-3”) → “true”');
    expect(view.calls.map(({ wrong }) => wrong)).toEqual([false, true, false]);
    expect(view.calls[0]?.at).toBe('0:11');
    expect(view.paging.says).toBe('Showing 1 to 100 of 250');
  });

  it('shows a long value whole', () => {
    const value = 'x'.repeat(200);
    const view = logView({
      finding,
      standard: 'scorm_12',
      calls: [call(11, { value })],
      total: 1,
      page: 1,
      meaning: undefined,
      titles,
    });
    expect(view.calls[0]?.whole).toBe(value);
    expect(view.calls[0]!.words.length).toBeLessThan(140);
  });

  it('leads from what it means to the calls it is read from', () => {
    const meaning = [
      {
        code: 'x',
        severity: 'problem' as const,
        sco: 'one',
        words: 'It never said completed.',
        calls: [11, 110, 111, 112, 113, 114, 115],
      },
    ];
    expect(meaningView(meaning, 'f', 11, titles)).toEqual([
      expect.objectContaining({
        part: 'Etiquette',
        more: 2,
        calls: [
          { n: 11, href: '/testing/findings/f/log#call-11' },
          { n: 110, href: '/testing/findings/f/log#call-110' },
          { n: 111, href: '/testing/findings/f/log?page=2#call-111' },
          expect.anything(),
          expect.anything(),
        ],
      }),
    ]);
  });
});
