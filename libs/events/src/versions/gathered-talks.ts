import { counted } from '@induct/platform';
import type { FrozenSession } from './programme-facts';

/** A session of a version, or a day of talks with one person at a time: `talks` says of how many. */
export type GatheredSession = FrozenSession & { talks?: number };

/** Where a version is read, a day of talks is one line, from its first talk to its last: nobody reads sixteen. */
export function gatherFrozenTalks(sessions: readonly FrozenSession[]): GatheredSession[] {
  const lines = new Map<string, FrozenSession[]>();
  for (const session of sessions) {
    const { id, kind, title, state, place, parts } = session;
    const isTalk = kind === 'one-to-one' && parts.length === 1;
    const line = isTalk ? JSON.stringify([title, state, place, parts[0]!.on]) : id;
    lines.set(line, [...(lines.get(line) ?? []), session]);
  }
  return [...lines.values()].map((talks) => {
    const [first, last] = [talks[0]!, talks.at(-1)!];
    if (first === last) return first;
    return { ...first, parts: [{ ...first.parts[0]!, to: last.parts[0]!.to }], talks: talks.length };
  });
}

/** `16 talks`; undefined when it is no line of several. */
export const talksInWords = ({ talks }: GatheredSession): string | undefined =>
  talks === undefined ? undefined : counted(talks, 'talk');
