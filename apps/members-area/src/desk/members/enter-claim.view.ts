import type { AskedRequirement, Claim } from '@induct/accreditation';
import type { Person } from '@induct/people';
import { britishDate } from '@induct/platform';
import { claimable, claimFields, type KindWords } from '../../forms/claim/claim-fields';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { CLAIM_KINDS } from '../../words/claim-kinds';

const KINDS: KindWords = {
  prior_learning: {
    text: CLAIM_KINDS.prior_learning,
    hint: 'A course, a session or another council’s induction. Say what it was, where and with whom.',
  },
  recording: { text: CLAIM_KINDS.recording, hint: 'Say which, and that they watched all of it.' },
  outside_certificate: { text: CLAIM_KINDS.outside_certificate, hint: 'Send a copy of the paper along.' },
};

/** For what it can be entered: what is not met yet first, and why the others cannot be. @param reader the officer */
export function enterView(
  { id, name }: Person,
  asked: readonly AskedRequirement[],
  claims: readonly Claim[],
  reader: string,
) {
  const waiting = new Map(
    claims.flatMap((claim) =>
      claim.decidedAt === null && claim.takenBackAt === null ? [[claim.requirementId, claim] as const] : [],
    ),
  );
  const all = asked.filter((one) => claimable(one).length > 0);
  const open = all.filter((one) => !one.met);
  return {
    name,
    member: `/admin/members/${id}`,
    isOwn: id === reader,
    open: open
      .filter((one) => !waiting.has(one.id))
      .map(({ slug, title }) => ({ title, href: `/admin/members/${id}/enter/${slug}` })),
    waiting: open.flatMap((one) => {
      const claim = waiting.get(one.id);
      return claim ? [{ title: one.title, href: `/admin/claims/${claim.id}`, since: britishDate(claim.sentAt) }] : [];
    }),
    met: all.flatMap(({ title, met }) => (met ? [`${title}, on ${britishDate(met.on)}`] : [])),
  };
}

/** The form of a claim that an officer enters. */
export const enterFormView = (
  { id, name }: Person,
  requirement: AskedRequirement,
  form: Fields,
  problems: FormProblems,
) => ({
  ...claimFields(requirement, KINDS, form, problems),
  name,
  to: `/admin/members/${id}/enter/${requirement.slug}`,
  back: `/admin/members/${id}/enter`,
});
