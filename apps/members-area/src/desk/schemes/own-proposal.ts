import type { PersonCurrent } from '@induct/people';
import { britishTimeAndDate } from '@induct/platform';

/** Somebody looks at what they have proposed themselves. */
export interface OwnProposal {
  /** Who can adopt it, by name. */
  adopters: readonly Pick<PersonCurrent, 'id' | 'name'>[];
  /** From when on they may adopt it alone; undefined: there is a second person at the desk. */
  aloneFrom: Date | undefined;
  now: Date;
}

/** Names that are said; of more, how many. */
const NAMED = 5;

/** Whether they may adopt it alone, and what they are told: who can adopt it, or what is to be done that somebody can. */
export function ownProposal({ adopters, aloneFrom, now }: OwnProposal): { alone: boolean; says: string } {
  if (aloneFrom !== undefined && aloneFrom <= now)
    return {
      alone: true,
      says: 'You proposed this version, and there is no second person at the desk: you can adopt it alone, and it says so for ever.',
    };
  if (adopters.length > 0)
    return {
      alone: false,
      says: `You proposed this version, so another officer adopts it: ${listed(adopters.map(({ name }) => name))}.`,
    };
  const later =
    aloneFrom === undefined
      ? ''
      : ` Who could have done it has left the desk: you can adopt it alone from ${britishTimeAndDate(aloneFrom)}.`;
  return {
    alone: false,
    says: `You proposed this version, so another officer adopts it, and there is none who can yet. An administrator can give somebody the role of officer; 24 hours later they can adopt it.${later}`,
  };
}

function listed(names: readonly string[]): string {
  const [shown, more] = [names.slice(0, NAMED), names.length - NAMED];
  if (more > 0) return `${shown.join(', ')} or ${more === 1 ? 'another' : `one of ${more} others`}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
