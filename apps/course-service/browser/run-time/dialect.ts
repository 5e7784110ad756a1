import { editionRules } from '@induct/scorm';
import { isDuration, isReal } from './collections/value-types';
import type { DataModel } from './data-model';
import { SCORM_12_NAMES } from './names-12';
import { SCORM_2004_NAMES } from './names-2004';

/** Where the two standards differ for the player. */
export interface Dialect {
  /** The name content looks for on the windows above it. */
  global: 'API' | 'API_1484_11';
  names: DataModel;
  /** Where completion is said. */
  status: string;
  /** Of these a run-time answers "unknown" by itself: what content says so itself is another thing. */
  silent: readonly string[];
  /** A change of these is sent at once: they are what the member came for. */
  results: RegExp;
  /** Elements we keep ourselves, and what we take: scorm-again refuses values that the standard allows. */
  kept: Readonly<Record<string, (value: string) => boolean>>;
  /** Values that scorm-again takes and the standard does not. */
  refused: Readonly<Record<string, (value: string) => boolean>>;
  /** Its collections are kept by us: see Collections, SharedData. */
  ownsCollections: boolean;
  /** Points that scorm-again refuses when they pass 100: real packages count beyond it, the server makes per cent of them. */
  points: RegExp;
  /** Texts of which scorm-again takes only a beginning: we keep the whole. */
  longTexts: readonly { names: RegExp; engineTakes: number }[];
  /** Written, never read. */
  writeOnly: RegExp;
  errors: {
    setBranch: string;
    getBranch: string;
    unknown: string;
    indexOutOfRange: string;
    setAfterFinish: string;
    commitFailed: number;
    mismatch: string;
  };
}

/** Real packages have been seen with 80,000 characters; SCORM 2004 promises 64,000, and 1.2 4,096. */
const SUSPEND_DATA_BYTES = 1024 * 1024;
/** In a commit it is a JSON string: text full of quotes doubles there, and control characters take six times as much. */
const SUSPEND_DATA_BYTES_AS_JSON = 2 * SUSPEND_DATA_BYTES + 2;

const utf8Bytes = (text: string) => new TextEncoder().encode(text).length;
/** What is taken here the tracker takes as well: its limit for a commit leaves 1 MiB for the rest of the snapshot. */
const fitsSuspendData = (value: string) =>
  value.length <= SUSPEND_DATA_BYTES / 6 ||
  (utf8Bytes(value) <= SUSPEND_DATA_BYTES && utf8Bytes(JSON.stringify(value)) <= SUSPEND_DATA_BYTES_AS_JSON);

export const SCORM_12: Dialect = {
  global: 'API',
  names: SCORM_12_NAMES,
  status: 'cmi.core.lesson_status',
  silent: [],
  results: /^cmi\.core\.(lesson_status|score\.\w+)$/,
  kept: { 'cmi.suspend_data': fitsSuspendData },
  refused: {},
  ownsCollections: false,
  points: /^cmi\.(core|objectives\.n)\.score\.(raw|min|max)$/,
  longTexts: [
    { names: /^cmi\.interactions\.n\.(student_response|correct_responses\.n\.pattern)$/, engineTakes: 255 },
    { names: /^cmi\.comments$/, engineTakes: 4096 },
  ],
  writeOnly: /^cmi\.interactions\./,
  errors: {
    setBranch: '401',
    getBranch: '201',
    unknown: '401',
    indexOutOfRange: '201',
    setAfterFinish: '301',
    commitFailed: 101,
    mismatch: '405',
  },
};

export const SCORM_2004: Dialect = {
  global: 'API_1484_11',
  names: SCORM_2004_NAMES,
  status: 'cmi.completion_status',
  silent: ['cmi.completion_status', 'cmi.success_status'],
  results: /^cmi\.(completion_status|success_status|progress_measure|score\.\w+)$/,
  kept: {
    'cmi.suspend_data': fitsSuspendData,
    'cmi.location': (value) => value.length <= 1000,
    // scorm-again refuses both: no language in particular, and standing still.
    'cmi.learner_preference.language': (value) => value === '',
    'cmi.learner_preference.delivery_speed': (value) => isReal(value) && Number(value) === 0,
  },
  // scorm-again takes days and hours without the T between them.
  refused: { 'cmi.session_time': (value) => !isDuration(value) },
  ownsCollections: true,
  points: /^$/,
  longTexts: [],
  writeOnly: /^$/,
  errors: {
    setBranch: '401',
    getBranch: '401',
    unknown: '401',
    indexOutOfRange: '301',
    setAfterFinish: '133',
    commitFailed: 391,
    mismatch: '406',
  },
};

/** SCORM 2004 as the declared edition of a package has it: what only the fourth knows is unknown in the others. */
export function scorm2004(edition: string | undefined): Dialect {
  const { sharesData, jumps } = editionRules(edition);
  const isKnown = (name: string) =>
    (sharesData || !name.startsWith('adl.data')) && (jumps || !name.startsWith('adl.nav.request_valid.jump'));
  const names = {
    leaves: new Set([...SCORM_2004_NAMES.leaves].filter(isKnown)),
    branches: new Set([...SCORM_2004_NAMES.branches].filter(isKnown)),
  };
  const refused: Dialect['refused'] = jumps ? {} : { 'adl.nav.request': (value: string) => value.endsWith('}jump') };
  return { ...SCORM_2004, names, refused: { ...SCORM_2004.refused, ...refused } };
}
