import {
  confirms,
  type Grant,
  type HeldSeats,
  mayLookAfter,
  type Person,
  proposalInWords,
  type ProposalRow,
  type Role,
  ROLE_NAMES,
  ROLES,
  rolesInWords,
} from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { SignedInPerson } from '@induct/sign-in';
import { decidedRow } from '../../words/decided-row';
import { heldInWords } from '../../words/held-seats';
import { roleBoxes } from './roles.view';

interface PersonPage {
  person: Person;
  grants: readonly Grant[];
  /** Roles that rest, when they are deactivated. */
  resting: readonly Role[];
  proposals: readonly ProposalRow[];
  /** From when on the reader acts without a second person; undefined while there is one. */
  aloneFrom: Date | undefined;
  /** What they were and are on the council. */
  held: Awaited<ReturnType<HeldSeats['ofPerson']>>;
  reader: SignedInPerson;
  done?: unknown;
  now: Date;
}

const BANNERS = {
  added: 'They were added.',
  corrected: 'The details were put right. What was printed before keeps the words it was printed with.',
  'address-waits': 'The new email address waits for a second person. Until then the old one stays.',
  roles: 'The roles were changed.',
  'roles-wait': 'A role that signs off or confirms waits for a second person. Other roles were changed at once.',
  'roles-alone': 'The roles were given by you alone, as there is no second person. Everybody at the desk is told.',
  agreed: 'You agreed: the roles count as given by two people.',
  deactivated: 'They were signed out everywhere and can no longer sign in.',
  reactivated: 'They can sign in again.',
  'return-waits': 'Their return waits for a second person, because they had a role that signs off or confirms.',
} as const;

/** Everything the page of a person shows. */
export function personView({ person, grants, resting, proposals, aloneFrom, held, reader, done, now }: PersonPage) {
  const mine = mayLookAfter(reader.roles, [...person.roles, ...resting]);
  const isAdministrator = reader.roles.includes('administrator');
  const waiting = proposals.filter(({ outcome }) => outcome === null);
  const facts: [string, string | null][] = [
    ['Email address', person.email],
    ['Political group', person.group],
    ['District', person.district],
    ['Division', person.division],
  ];
  return {
    person: { id: person.id, name: person.name, href: `/admin/people/${person.id}` },
    banner: Object.hasOwn(BANNERS, String(done)) ? BANNERS[done as keyof typeof BANNERS] : undefined,
    /** Of those who learn, and for those who may read it. */
    learning:
      reader.roles.includes('officer') && [...person.roles, ...resting].includes('member')
        ? `/admin/members/${person.id}`
        : undefined,
    facts: facts.filter(([, value]) => value).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    roles: grants.map((grant) => roleState(grant, now)),
    deactivated: person.deactivatedAt && {
      since: britishDate(person.deactivatedAt),
      resting: resting.length > 0 ? rolesInWords(resting) : '',
      takesTwo: resting.some(confirms),
      mayReturn: mine && !waiting.some(({ kind }) => kind === 'return'),
    },
    mayAgree:
      grants.some(({ alone }) => alone) &&
      reader.id !== person.id &&
      !proposals.some(({ outcome, proposedBy }) => outcome === 'alone' && proposedBy === reader.id),
    mayCorrect: mine,
    mayDeactivate: mine && !person.deactivatedAt && reader.id !== person.id,
    waiting: waiting.map((proposal) => ({
      href: `/admin/people/waiting/${proposal.id}`,
      text: proposalInWords(proposal),
      by: proposal.proposedByName,
    })),
    decided: proposals.filter(({ outcome }) => outcome !== null).map(decidedRow),
    boxes:
      isAdministrator && !person.deactivatedAt
        ? roleBoxes(ROLES, person.roles).map((box) => withWaiting(box, waiting))
        : undefined,
    held: heldInWords(held),
    isAdministrator,
    alone: aloneInWords(aloneFrom, now),
  };
}

/** A role, and since when or how it counts. */
function roleState({ role, confirmsFrom, alone }: Grant, now: Date) {
  const notes = [
    confirms(role) && confirmsFrom > now && `cannot sign off or confirm until ${britishTimeAndDate(confirmsFrom)}`,
    alone && 'given by one person alone',
  ].filter((note) => note !== false);
  return { name: ROLE_NAMES[role], notes };
}

type Box = ReturnType<typeof roleBoxes>[number];

function withWaiting(box: Box, waiting: readonly ProposalRow[]): Box {
  const waits = waiting.some(({ kind, wish }) => kind === 'roles' && wish.roles.includes(box.value));
  const takesTwo = confirms(box.value) && !box.checked;
  if (!waits && !takesTwo) return box;
  return {
    ...box,
    hint: { text: `${box.hint.text}. ${waits ? 'Waits for a second person' : 'Takes a second person'}` },
  };
}

/** What a page says to whoever may have nobody to ask. */
export function aloneInWords(aloneFrom: Date | undefined, now: Date): string | undefined {
  if (!aloneFrom) return undefined;
  return aloneFrom <= now
    ? 'There is no second person who could agree: you act alone. It is marked so, and everybody at the desk is told by letter. As soon as somebody else has been an officer or administrator for 24 hours, they are asked.'
    : `The others who could agree have left the desk. You can act alone from ${britishTimeAndDate(aloneFrom)}; until then changes wait.`;
}
