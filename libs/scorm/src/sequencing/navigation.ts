import type { NavigationRequest, SequencingRequest } from './request';
import type { TerminationRequest } from './termination';
import type { Code, Work } from './work';

/** What a request means: what ends first, and what is asked then. */
export interface Meaning {
  termination?: TerminationRequest;
  sequencing: SequencingRequest;
}

/** NB.2.1: whether a request can be meant at all. @returns why not, or what it means */
export function meaningOf(work: Work, request: NavigationRequest): Code | Meaning {
  const { current } = work;
  switch (request.kind) {
    case 'start':
      return current === undefined ? { sequencing: { kind: 'start' } } : 'NB.2.1-1';
    case 'resumeAll':
      if (current !== undefined) return 'NB.2.1-1';
      return work.state.suspended === undefined ? 'NB.2.1-3' : { sequencing: { kind: 'resumeAll' } };
    case 'choice':
      return choice(work, request.target);
    case 'jump':
      return jump(work, request.target);
    default:
      return current === undefined ? 'NB.2.1-2' : fromHere(work, current, request.kind);
  }
}

type FromHere = Exclude<NavigationRequest['kind'], 'start' | 'resumeAll' | 'choice' | 'jump'>;

function fromHere(work: Work, current: string, kind: FromHere): Code | Meaning {
  const { active } = work.seen(current);
  const parent = work.parent(current);
  const mode = parent === undefined ? undefined : work.definition(parent);
  switch (kind) {
    case 'continue':
      return mode?.flow ? { ...ends(active), sequencing: { kind } } : 'NB.2.1-4';
    case 'previous':
      if (mode === undefined) return 'NB.2.1-6';
      return mode.flow && !mode.forwardOnly ? { ...ends(active), sequencing: { kind } } : 'NB.2.1-5';
    case 'exit':
    case 'abandon':
      return active ? { termination: kind, sequencing: { kind: 'exit' } } : 'NB.2.1-12';
    default:
      return { termination: kind, sequencing: { kind: 'exit' } };
  }
}

function choice(work: Work, target: string): Code | Meaning {
  const { current } = work;
  const definition = work.tree.activities.get(target);
  if (!definition) return 'NB.2.1-11';
  if (definition.parent !== undefined && !work.definition(definition.parent).choice) return 'NB.2.1-10';
  const meaning = { sequencing: { kind: 'choice', target } } as const;
  if (current === undefined) return meaning;
  if (work.seen(current).active && !work.definition(current).choiceExit) return 'NB.2.1-8';
  if (work.parent(current) !== definition.parent) {
    const up = work.upTo(current, work.commonAncestor(current, target));
    if (up.some((id) => work.seen(id).active && !work.definition(id).choiceExit)) return 'NB.2.1-8';
  }
  return { ...ends(work.seen(current).active), ...meaning };
}

/** Content may jump to whatever is there (SN 4th edition, 5.6.4). */
function jump(work: Work, target: string): Code | Meaning {
  if (!work.tree.activities.has(target) || !isThere(work, target)) return 'NB.2.1-11';
  const { current } = work;
  const isActive = current !== undefined && work.seen(current).active;
  return { ...ends(isActive), sequencing: { kind: 'jump', target } };
}

/** Neither it nor anything above it was left out when parts were drawn. */
function isThere(work: Work, id: string): boolean {
  return work.once('there', id, () => {
    const parent = work.parent(id);
    return work.isAvailable(id) && (parent === undefined || isThere(work, parent));
  });
}

const ends = (active: boolean): { termination?: 'exit' } => (active ? { termination: 'exit' } : {});
