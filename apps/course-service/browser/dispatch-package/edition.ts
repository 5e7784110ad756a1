import { type Completion, formatTime, parseTime, type Standard, type Success } from '@induct/scorm';
import type { Known, Report } from '../kept/report';

type Get = (name: string) => string;
/** In the order in which a learning system is told. */
type Told = [name: string, value: string][];

/** How the two editions say the same. */
export interface Edition {
  standard: Standard;
  api: 'API' | 'API_1484_11';
  calls: Record<'initialize' | 'get' | 'set' | 'commit' | 'finish', string>;
  /** What says how far somebody has come. */
  status: string;
  known(get: Get): Known;
  /** @param centiseconds of this opening */
  told(report: Report, centiseconds: number): Told;
}

const MODES = ['browse', 'review'] as const;
const share = (score: number): string => String(Math.round(score * 1e5) / 1e7);
const points = (score: number): string => String(Math.round(score * 100) / 100);

const modeOf = (mode: string, credit: string): Known['mode'] => ({
  mode: MODES.find((one) => one === mode) ?? 'normal',
  credit: credit === 'no-credit' ? 'no-credit' : 'credit',
});

/** After the end as well: many learning systems begin anew, without status, score and place, when it is anything else. */
const EXIT = 'suspend';

export const EDITION_12: Edition = {
  standard: 'scorm_12',
  api: 'API',
  calls: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
  },
  status: 'cmi.core.lesson_status',
  known(get) {
    const status = get('cmi.core.lesson_status');
    const isTested = status === 'passed' || status === 'failed';
    const score = scoreOf(get('cmi.core.score.raw'), 1);
    return {
      learner: { id: get('cmi.core.student_id'), name: get('cmi.core.student_name') },
      mode: modeOf(get('cmi.core.lesson_mode'), get('cmi.core.credit')),
      isFirst: isFirst(get('cmi.core.entry'), [get('cmi.suspend_data'), get('cmi.core.lesson_location')], status),
      completion: isTested ? 'completed' : completionOf(status),
      success: isTested ? status : 'unknown',
      ...(score !== undefined && { score }),
      location: get('cmi.core.lesson_location'),
      suspendData: get('cmi.suspend_data'),
      totalTime: parseTime('scorm_12', get('cmi.core.total_time')) ?? 0,
    };
  },
  told(report, centiseconds) {
    const { completion, success, score, location, suspendData } = report;
    const result = completion === 'completed' && success !== 'unknown' ? success : completion;
    return [
      ['cmi.suspend_data', suspendData],
      ['cmi.core.lesson_location', location],
      ...(score === undefined ? [] : scores('cmi.core.score', score)),
      ['cmi.core.session_time', formatTime('scorm_12', centiseconds)],
      ['cmi.core.exit', EXIT],
      // A result that stands beside "failed" is known before the score is: so it comes last.
      ['cmi.core.lesson_status', result === 'not_attempted' ? 'incomplete' : result],
    ];
  },
};

export const EDITION_2004: Edition = {
  standard: 'scorm_2004',
  api: 'API_1484_11',
  calls: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', finish: 'Terminate' },
  status: 'cmi.completion_status',
  known(get) {
    const score = scoreOf(get('cmi.score.scaled'), 100);
    const success = get('cmi.success_status');
    return {
      learner: { id: get('cmi.learner_id'), name: get('cmi.learner_name') },
      mode: modeOf(get('cmi.mode'), get('cmi.credit')),
      isFirst: isFirst(get('cmi.entry'), [get('cmi.suspend_data'), get('cmi.location')], get('cmi.completion_status')),
      completion: completionOf(get('cmi.completion_status')),
      success: success === 'passed' || success === 'failed' ? success : 'unknown',
      ...(score !== undefined && { score }),
      location: get('cmi.location'),
      suspendData: get('cmi.suspend_data'),
      totalTime: parseTime('scorm_2004', get('cmi.total_time')) ?? 0,
    };
  },
  told(report, centiseconds) {
    const { completion, success, score, progress, location, suspendData } = report;
    return [
      ['cmi.suspend_data', suspendData],
      ['cmi.location', location],
      ...(score === undefined
        ? []
        : [['cmi.score.scaled', share(score)] as [string, string], ...scores('cmi.score', score)]),
      ...(progress === undefined ? [] : ([['cmi.progress_measure', share(progress * 100)]] as Told)),
      ['cmi.session_time', formatTime('scorm_2004', centiseconds)],
      ['cmi.exit', EXIT],
      ['cmi.success_status', success satisfies Success],
      ['cmi.completion_status', completion === 'not_attempted' ? 'incomplete' : completion],
    ];
  },
};

export const editionOf = (standard: string | undefined): Edition =>
  standard === 'scorm_12' ? EDITION_12 : EDITION_2004;

const scores = (group: string, score: number): Told => [
  [`${group}.raw`, points(score)],
  [`${group}.min`, '0'],
  [`${group}.max`, '100'],
];

/** Per cent; undefined when it is none. */
function scoreOf(text: string, times: number): number | undefined {
  const score = Number(text) * times;
  return text.trim() !== '' && score >= 0 && score <= 100 ? score : undefined;
}

function completionOf(status: string): Completion {
  return status === 'completed' || status === 'incomplete' ? status : 'not_attempted';
}

/** Some learning systems say nothing of it, and remember nothing either. */
const isFirst = (entry: string, remembered: readonly string[], status: string): boolean =>
  entry === 'ab-initio' || (entry === '' && remembered.every((one) => one === '') && isUntouched(status));

/** Nobody has opened it yet, as far as that status says. */
export const isUntouched = (status: string): boolean => ['', 'not attempted', 'unknown'].includes(status);
