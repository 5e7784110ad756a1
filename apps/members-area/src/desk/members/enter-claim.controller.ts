import { Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { Asked, Claims, ClaimWaits, EnteredForOneself, NotAFileThatShows, NotClaimable } from '@induct/accreditation';
import { PeopleService, type Person } from '@induct/people';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFormWithFile } from '../../forms/attached-file';
import { claimable } from '../../forms/claim/claim-fields';
import { claimForm, ENTERED } from '../../forms/claim/claim.form';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { CHOOSE_PERSON_PAGE, choosePerson, PersonAsked } from '../choose-person/choose-person';
import type { z } from 'zod';
import { enterFormView, enterView } from './enter-claim.view';
import { MemberQueries } from './member.queries';

const PAGE = 'desk/members/enter-claim.page.njk';
const TITLE = 'Enter what was done elsewhere';

/**
 * An officer enters what a member has done elsewhere, who sends nothing in: first for what, then the form of a claim. It is a claim
 * of the member's, which another officer decides.
 */
@Screen({
  path: 'admin/members',
  access: ['officer'],
  pages: { enter: TITLE, ':id/enter': TITLE, ':id/enter/:slug': TITLE },
})
export class EnterClaimController {
  constructor(
    private readonly people: PeopleService,
    private readonly members: MemberQueries,
    private readonly asked: Asked,
    private readonly claims: Claims,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** For whom. */
  @Get('enter')
  @Render(CHOOSE_PERSON_PAGE)
  choose(@Query({ schema: PersonAsked }) { q }: z.infer<typeof PersonAsked>) {
    const words = { heading: TITLE, to: '/admin/members/enter', label: 'Who has done it?' };
    return choosePerson(this.people, q, words, (id) => `/admin/members/${id}/enter`);
  }

  /** For what. Looking at it is on record: it says what the member has met. */
  @Get(':id/enter')
  @Render('desk/members/enter.page.njk')
  async list(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    const person = await this.find(id);
    const [asked, claims] = await Promise.all([this.asked.of(id), this.claims.ofPerson(id)]);
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actorId: officer.id,
        action: 'progress.viewed',
        subjectType: 'person',
        subjectId: id,
      }),
    );
    return enterView(person, asked, claims, officer.id);
  }

  @Get(':id/enter/:slug')
  @Render(PAGE)
  async show(@Param('id') id: string, @Param('slug') slug: string) {
    return await this.page(await this.find(id), slug, {}, NO_PROBLEMS);
  }

  @Post(':id/enter/:slug')
  async enter(
    @Param('id') id: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.find(id);
    return await takeForm(reply, {
      schema: claimForm(this.clock.now(), ENTERED),
      sent: await readFormWithFile(request),
      page: PAGE,
      view: (form, problems) => this.page(person, slug, form, problems),
      refusals: [
        atField(ClaimWaits, 'kind', () => 'One of this kind waits already: another officer decides it first'),
        atField(NotClaimable, 'kind', () => 'This is not asked of them in that way'),
        atField(EnteredForOneself, 'kind'),
        atField(NotAFileThatShows, 'file'),
      ],
      take: async (claim) => {
        await this.claims.enter({ ...claim, slug, personId: person.id, by: officer.id });
        // Whoever is no member, and has begun nothing, has no page of what they have shown.
        const isThere = (await this.members.find(person.id)) !== undefined;
        return isThere ? `/admin/members/${person.id}/evidence?done=entered` : '/admin/claims?done=entered';
      },
    });
  }

  private async page(person: Person, slug: string, form: Fields, problems: FormProblems) {
    const requirement = (await this.asked.of(person.id)).find((one) => one.slug === slug);
    if (!requirement || claimable(requirement).length === 0) throw new NotHere('requirement');
    return enterFormView(person, requirement, form, problems);
  }

  private async find(id: string): Promise<Person> {
    const person = isId(id) ? await this.people.find(id) : undefined;
    if (!person || person.deactivatedAt) throw new NotHere('person');
    return person;
  }
}
