import type { Words } from './properties';

/** One call that a test SCO makes, and what has to come back. */
export interface Command {
  call: ScoCall;
  /** Its first argument: an element, or a parameter. `&id&` in it stands for the index of what has this id. */
  name: string;
  value: string;
  expected: Expected;
}

/** Names of the functions that the suite's own script puts into each page. */
export type ScoCall =
  | 'doInitialize'
  | 'doTerminate'
  | 'doCommit'
  | 'doGetValue'
  | 'doSetValue'
  | 'doGetErrorString'
  | 'doGetLastError'
  | 'doGetDiagnostic'
  | 'compareObjIds';

export interface Expected {
  answer: string;
  error: string;
  /** Of compareObjIds: exactly these objectives have to be there. */
  ids?: readonly string[];
}

/** `GET->c~SS->unk->0` and its like; a line that asks for no call is passed over. @param words what the short names stand for */
export function commandsOf(line: string, words: Words): Command[] {
  const parts = line.split('->');
  const call = words(parts[0]!);
  return /^(do[A-Z]|compareObjIds)/.test(call) ? [commandOf(call as ScoCall, parts, words)] : [];
}

function commandOf(call: ScoCall, parts: string[], words: Words): Command {
  const given = parts[1] ?? '';
  const error = parts.at(-1)!;
  const said = parts.length > 3 ? parts.at(-2)! : '';
  const plain = { call, name: given, value: '' };
  if (call === 'compareObjIds')
    return { ...plain, name: '', expected: { answer: '', error: '', ids: given.split(',') } };
  if (call === 'doGetLastError' || call === 'doTerminate')
    return { ...plain, name: '', expected: { answer: said, error } };
  if (call === 'doGetErrorString' || call === 'doGetDiagnostic') return { ...plain, expected: { answer: said, error } };
  if (call === 'doSetValue') return { call, ...settingOf(given, words), expected: { answer: words(said), error } };
  return { ...plain, name: elementOf(given, words), expected: { answer: words(said), error } };
}

/** `c~OB~&obj1&~SS!pass`: what is set stands behind the exclamation mark. */
function settingOf(given: string, words: Words): { name: string; value: string } {
  const parts = given.split('~');
  if (given.includes('a~n~r') && parts.length === 5) return navigationOf(parts, words);
  // What is set may hold a wave of its own: the suite reads it as a part, and so do we.
  const last = parts.at(-1)!;
  const at = last.indexOf('!');
  if (at < 0) return split(given);
  const name = [...parts.slice(0, -1), last.slice(0, at)].map((part) => words(part)).join('.');
  return { name, value: words(last.slice(at + 1)) };
}

/** `a~n~r!tar~activity_2~TY.c`: adl.nav.request is set to {target=activity_2}choice. */
function navigationOf(parts: string[], words: Words): { name: string; value: string } {
  const [adl = '', nav = '', asked = '', target = '', kind = ''] = parts;
  const [request = '', form = ''] = asked.split('!');
  return {
    name: [adl, nav, request].map((part) => words(part)).join('.'),
    value: words(form, target) + words(kind),
  };
}

function split(text: string): { name: string; value: string } {
  const at = text.indexOf('!');
  return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** `c~INTR~8~CR~0~P!TY.s`: an interaction's type stands behind the exclamation mark, for whoever compares. */
function elementOf(given: string, words: Words): string {
  if (!given.includes('~')) return given;
  const parts = given.split('~').map((part, _, all) => (all[1] === 'INTR' ? part.split('!')[0]! : part));
  if (given.includes('a~n~r') && parts.length === 6)
    return [...parts.slice(0, 4).map((part) => words(part)), words(parts[4]!, parts[5]!)].join('.');
  return parts.map((part) => words(part)).join('.');
}
