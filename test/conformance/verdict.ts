import type { Command } from './commands';
import { isSameValue } from './compare';

/** What a call in the page gave. */
export type Outcome = { answer: string; error: string } | { ids: string[] } | { failed: string };

/**
 * What is wrong with an outcome, in words; undefined when nothing is. Which answers are looked at, and how closely, is as in
 * the suite's own evaluator.
 * @param learnerId as the tester knows the member
 */
export function faultOf(command: Command, outcome: Outcome, learnerId: string): string | undefined {
  const wrong = (what: string) => `${inWords(command)}: ${what}`;
  if ('failed' in outcome) return wrong(outcome.failed);
  if (command.expected.ids) return faultOfIds(command.expected.ids, 'ids' in outcome ? outcome.ids : [], wrong);
  const { answer, error } = outcome as { answer: string; error: string };
  if (command.call === 'doGetValue' && /comments_from_lms(?!.*_children)/.test(command.name))
    return faultOfUnused(command.name, error, wrong);
  if (isRequestValid(command)) return isYesOrNo(answer) ? undefined : wrong(`answered "${answer}"`);
  if (!isAsExpected(command, answer, learnerId))
    return wrong(`answered ${quoted(answer)}, error ${error}, instead of ${quoted(command.expected.answer)}`);
  return error === command.expected.error ? undefined : wrong(`error ${error} instead of ${command.expected.error}`);
}

const isRequestValid = ({ call, name }: Command) => call === 'doGetValue' && /request_valid\.(choice|jump)/.test(name);
const isYesOrNo = (answer: string) => ['true', 'false', 'unknown'].includes(answer);

function isAsExpected({ call, name, expected }: Command, answer: string, learnerId: string): boolean {
  if (call === 'doGetErrorString' && expected.answer === 'emptyCS') return answer === '';
  if (call === 'doGetErrorString' || call === 'doGetDiagnostic') return answer.length < 255;
  if (call !== 'doGetValue') return answer === expected.answer;
  if (name.includes('learner_name')) return true;
  if (name.includes('learner_id')) return answer === learnerId;
  if (name.includes('request_valid')) return isYesOrNo(answer);
  const asked = /&(.+)&\.id$/.exec(name)?.[1];
  if (expected.answer === '' && asked !== undefined) return answer === asked;
  return isSameValue(name, expected.answer, answer);
}

/** An LMS need not have comments of its own: then it says so. */
function faultOfUnused(name: string, error: string, wrong: (what: string) => string): string | undefined {
  const allowed = ['0', '301', '122', ...(name === 'cmi.comments_from_lms' ? ['401'] : [])];
  return allowed.includes(error) ? undefined : wrong(`error ${error}`);
}

function faultOfIds(expected: readonly string[], given: string[], wrong: (what: string) => string): string | undefined {
  const isSame = expected.length === given.length && given.every((id) => expected.includes(id));
  return isSame ? undefined : wrong(`found ${given.join(', ') || 'none'} instead of ${expected.join(', ')}`);
}

/** A command as content would write it; long values are cut. */
export function inWords({ call, name, value }: Command): string {
  const given = [name, ...(call === 'doSetValue' ? [value] : [])].map(quoted).join(', ');
  return `${call.replace(/^do/, '')}(${given})`;
}

const quoted = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 77)}… (${text.length})` : text}"`;
