import type { InvitationLinks, ListedInvitation, ListedPartner, PartnerEntity, PlannedSession } from '@induct/events';
import { britishDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { type Column, wholeListView } from '../../lists/list';
import { figure } from '../../words/counted';
import { calledSession } from '../programme/session/session.view';
import { sessionHref } from '../programme/session.words';

const PARTNERS: readonly Column<ListedPartner>[] = [
  {
    head: 'Council',
    cell: ({ id, name }) => ({ text: name, href: `/admin/partners/${id}`, classes: 'induct-breaks' }),
  },
  { head: 'Whom one asks there', cell: ({ contact }) => ({ notes: contact ? [{ text: contact }] : [] }) },
  { head: 'Links that work', cell: ({ links }) => ({ text: figure(links), classes: 'desk-number' }) },
  { head: 'Guests', cell: ({ guests }) => ({ text: figure(guests), classes: 'desk-number' }) },
];

export const partnersView = (partners: readonly ListedPartner[], form: Fields, problems: FormProblems) => ({
  list:
    partners.length > 0
      ? wholeListView(PARTNERS, partners, 'Partner councils, by name', { heading: false })
      : undefined,
  form,
  ...problems,
});

interface PartnerFacts {
  partner: PartnerEntity;
  invitations: readonly ListedInvitation[];
  /** Of the invitations, by id. */
  sessions: ReadonlyMap<string, PlannedSession>;
  /** To which they may be invited. */
  open: readonly PlannedSession[];
}

/** One partner, and to what it is invited. @param links of an invitation that was made this moment: shown once */
export function partnerView(
  { partner, invitations, sessions, open }: PartnerFacts,
  form: Fields,
  problems: FormProblems,
  links?: { guests: string; partner: string; session: string },
) {
  const called = (id: string) => {
    const session = sessions.get(id);
    return session ? calledSession(session) : 'A session';
  };
  return {
    partner,
    href: `/admin/partners/${partner.id}`,
    called: { id: partner.name },
    invitations: invitations.map(({ id, sessionId, madeAt, revokedAt, booked, waiting }) => ({
      id,
      session: called(sessionId),
      href: `${sessionHref(sessionId)}/people`,
      says: [
        `${figure(booked)} ${booked === 1 ? 'has' : 'have'} a place`,
        waiting > 0 ? `${figure(waiting)} ${waiting === 1 ? 'waits' : 'wait'}` : '',
        `invited on ${britishDate(madeAt)}`,
        revokedAt ? `the links were revoked on ${britishDate(revokedAt)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
      isOpen: revokedAt === null,
    })),
    sessions: open.map((one) => ({ value: one.id, text: calledSession(one), selected: form['session'] === one.id })),
    links,
    form,
    ...problems,
  };
}

/** Where the two links of an invitation lead. */
export const linksOf = (origin: string, { token, viewToken }: InvitationLinks, session: PlannedSession) => ({
  guests: `${origin}/invitations/${token}`,
  partner: `${origin}/invitations/guests/${viewToken}`,
  session: calledSession(session),
});
