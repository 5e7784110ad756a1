import { formatTime } from '@induct/scorm';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { LaunchEntity } from '../attempt/launch.entity';
import type { RegistrationEntity } from '../attempt/registration.entity';
import { uuidOf } from './uuid-of';

/** Of statements and of nothing else. */
const NAMESPACE = '6a1f0c1e-6a52-4c5e-8a3d-0f5b7d1c9e42';
const ADL = 'http://adlnet.gov/expapi';

export type Verb = 'attempted' | 'initialized' | 'terminated' | 'completed' | 'passed' | 'failed' | 'scored';

/** xAPI 1.0.3, part two, 2.2. */
export interface Statement {
  id: string;
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } };
  verb: { id: string; display: { 'en-GB': Verb } };
  object: {
    objectType: 'Activity';
    id: string;
    definition: { type: string; name: Record<string, string>; description: Record<string, string> };
  };
  result?: {
    score?: { scaled: number; raw: number; min: 0; max: 100 };
    success?: boolean;
    completion?: true;
    duration?: string;
  };
  context: {
    registration: string;
    platform: 'Induct';
    language: 'en-GB';
    contextActivities: { grouping: [{ objectType: 'Activity'; id: string }] };
  };
  timestamp: string;
}

/** Of whom and of what. */
export interface About extends Pick<RegistrationEntity, 'personId' | 'courseId'> {
  registrationId: string;
  versionId: string;
  title: string;
  /** Of the version. */
  number: number;
}

export interface AttemptToTell
  extends
    About,
    Pick<
      AttemptEntity,
      'completion' | 'success' | 'score' | 'learningSeconds' | 'startedAt' | 'recordedAt' | 'completedAt'
    > {
  attemptId: string;
  /** Hard to believe, and no officer has said that it counts. */
  isDoubted: boolean;
}

export interface LaunchToTell extends About, Pick<LaunchEntity, 'openedAt'> {
  launchId: string;
  /** When it was over, once it is. */
  endedAt: Date | null;
}

/** A statement, and what it is about in our tables. */
export interface Told {
  id: string;
  personId: string;
  about: string;
  verb: Verb;
  body: Statement;
}

/** @param site origin of the site: it gives the accounts their home and the courses their names */
export function attemptStatements(attempt: AttemptToTell, site: string): Told[] {
  const { completion, success, learningSeconds, startedAt, recordedAt, completedAt, isDoubted } = attempt;
  const tell = (verb: Verb, at: Date, result?: Statement['result'], which = '') =>
    told(attempt, attempt.attemptId, { verb, at, result, which, site });
  const begun = tell('attempted', startedAt);
  if (isDoubted) return [begun];
  const score = scoreOf(attempt.score);
  const duration = formatTime('scorm_2004', learningSeconds * 100);
  const isDone = completion === 'completed';
  return [
    begun,
    // Another score of the same attempt is told as well: it has an id of its own.
    ...(score ? [tell('scored', recordedAt, { score }, ` ${score.raw}`)] : []),
    ...(success === 'failed' ? [tell('failed', recordedAt, { success: false, ...(score && { score }) })] : []),
    ...(success === 'passed' ? [tell('passed', recordedAt, { success: true, ...(score && { score }) })] : []),
    ...(isDone ? [tell('completed', completedAt ?? recordedAt, { completion: true as const, duration })] : []),
  ];
}

/** @param site see attemptStatements */
export function launchStatements(launch: LaunchToTell, site: string): Told[] {
  const { launchId, openedAt, endedAt } = launch;
  const tell = (verb: Verb, at: Date) => told(launch, launchId, { verb, at, which: '', site });
  return [tell('initialized', openedAt), ...(endedAt ? [tell('terminated', endedAt)] : [])];
}

interface What {
  verb: Verb;
  at: Date;
  result?: Statement['result'] | undefined;
  /** Tells statements of one verb about one thing apart. */
  which: string;
  site: string;
}

function told(of: About, about: string, { verb, at, result, which, site }: What): Told {
  const { personId, courseId, registrationId, title, number } = of;
  const id = uuidOf(NAMESPACE, `${verb} ${about}${which}`);
  const course = `${site}/courses/${courseId}`;
  const body: Statement = {
    id,
    // An id of ours and nothing else: neither name nor address.
    actor: { objectType: 'Agent', account: { homePage: site, name: personId } },
    verb: { id: `${ADL}/verbs/${verb}`, display: { 'en-GB': verb } },
    object: {
      objectType: 'Activity',
      id: `${course}/versions/${number}`,
      definition: {
        type: `${ADL}/activities/course`,
        name: { 'en-GB': title },
        description: { 'en-GB': `Version ${number}` },
      },
    },
    ...(result && { result }),
    context: {
      registration: registrationId,
      platform: 'Induct',
      language: 'en-GB',
      contextActivities: { grouping: [{ objectType: 'Activity', id: course }] },
    },
    timestamp: at.toISOString(),
  };
  return { id, personId, about, verb, body };
}

function scoreOf(score: string | null) {
  if (score === null) return undefined;
  const raw = Math.round(Number(score) * 100) / 100;
  return { scaled: Math.round(raw * 100) / 10_000, raw, min: 0 as const, max: 100 as const };
}
