import { Body, Get, HttpStatus, Param, ParseUUIDPipe, Post, Query, Render, Res } from '@nestjs/common';
import {
  confirms,
  Corrections,
  EmailIsTaken,
  GroupComesFromMemberships,
  HeldSeats,
  Leaving,
  mayLookAfter,
  NotYoursToLookAfter,
  PeopleService,
  type Person,
  PersonIsDeactivated,
  PersonNotFound,
  Proposals,
  RoleChanges,
} from '@induct/people';
import { Clock } from '@induct/platform';
import { Access, CurrentPerson, Proof, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { counted } from '../../words/counted';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { LeavingQueries } from './leaving.queries';
import { DetailsForm, RolesForm } from './people.form';
import { personView } from './person.view';

const CORRECT = 'desk/people/correct-person.page.njk';

/** One person: what is known of them, what they may do, and that they leave or come back. */
@Screen({
  path: 'admin/people/:id',
  access: ['officer', 'administrator'],
  title: 'A person',
  pages: { correct: 'Correct somebody’s details', leave: 'Deactivate somebody' },
})
export class PersonController {
  constructor(
    private readonly people: PeopleService,
    private readonly roles: RoleChanges,
    private readonly corrections: Corrections,
    private readonly leaving: Leaving,
    private readonly consequences: LeavingQueries,
    private readonly proposals: Proposals,
    private readonly held: HeldSeats,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/people/person.page.njk')
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('done') done: unknown,
    @CurrentPerson() reader: SignedInPerson,
  ) {
    const person = await this.find(id);
    const [grants, resting, proposals, aloneFrom, held] = await Promise.all([
      this.people.grants(id),
      this.people.resting(id),
      this.proposals.aboutPerson(id),
      this.proposals.aloneFrom(reader.id),
      this.held.ofPerson(id),
    ]);
    return personView({ person, grants, resting, proposals, aloneFrom, held, reader, done, now: this.clock.now() });
  }

  @Post('roles')
  @Proof('fresh')
  @Access('administrator')
  async changeRoles(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: RolesForm }) { roles }: RolesForm,
    @CurrentPerson() administrator: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { waiting, alone } = await this.roles.change(administrator.id, id, roles);
    return await back(reply, id, waiting.length > 0 ? 'roles-wait' : alone.length > 0 ? 'roles-alone' : 'roles');
  }

  @Post('agree')
  @Proof('fresh')
  async agree(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    await this.proposals.agreeAfterwards(id, reader.id);
    return await back(reply, id, 'agreed');
  }

  @Get('correct')
  @Proof('fresh')
  @Render(CORRECT)
  async ask(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() reader: SignedInPerson) {
    const { person, takesTwo } = await this.lookedAfter(id, reader);
    return correctPage(person, takesTwo, { ...person }, NO_PROBLEMS);
  }

  @Post('correct')
  @Proof('fresh')
  async correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: unknown,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { person, takesTwo } = await this.lookedAfter(id, reader);
    return await takeForm(reply, {
      schema: DetailsForm,
      sent,
      page: CORRECT,
      view: (form, problems) => correctPage(person, takesTwo, form, problems),
      refusals: [atField(EmailIsTaken, 'email'), atField(GroupComesFromMemberships, 'group')],
      take: async ({ name, email, group = null, district = null, division = null }) => {
        const given = { name, email, group, district, division };
        const { addressWaits } = await this.corrections.correct(reader.id, id, given);
        return `${hrefOf(id)}?done=${addressWaits ? 'address-waits' : 'corrected'}`;
      },
    });
  }

  @Get('leave')
  @Proof('fresh')
  @Render('desk/people/leave.page.njk')
  async askToLeave(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() reader: SignedInPerson) {
    const { person, takesTwo } = await this.lookedAfter(id, reader);
    if (person.deactivatedAt) throw new PersonIsDeactivated();
    const { rounds, proposals, overrides, revocations } = await this.consequences.of(id);
    return {
      person: { name: person.name, href: hrefOf(id) },
      takesTwo,
      rounds: rounds.map((round) => ({
        href: `/testing/rounds/${round.id}`,
        text: `${round.title}, round ${round.number}`,
      })),
      falls: [
        proposals > 0 && `${counted(proposals, 'proposed change')} of theirs or about them`,
        overrides > 0 && `${counted(overrides, 'proposal')} of theirs to publish without sign-off`,
        revocations > 0 && `${counted(revocations, 'proposal')} of theirs to revoke a certificate`,
      ].filter(Boolean),
    };
  }

  @Post('leave')
  @Proof('fresh')
  async leave(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.leaving.deactivate(reader.id, id);
    return await back(reply, id, 'deactivated');
  }

  @Post('return')
  async return(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const what = await this.leaving.reactivate(reader.id, id);
    return await back(reply, id, what === 'waiting' ? 'return-waits' : 'reactivated');
  }

  /** @throws PersonNotFound */
  private async find(id: string): Promise<Person> {
    const person = await this.people.find(id);
    if (!person) throw new PersonNotFound();
    return person;
  }

  private async lookedAfter(id: string, reader: SignedInPerson) {
    const person = await this.find(id);
    const held = [...person.roles, ...(await this.people.resting(id))];
    if (!mayLookAfter(reader.roles, held)) throw new NotYoursToLookAfter();
    return { person, takesTwo: held.some(confirms) };
  }
}

const hrefOf = (id: string) => `/admin/people/${id}`;

const back = (reply: FastifyReply, id: string, done: string) =>
  reply.redirect(`${hrefOf(id)}?done=${done}`, HttpStatus.SEE_OTHER);

const correctPage = (person: Person, takesTwo: boolean, form: object, problems: FormProblems) => ({
  person: { name: person.name, href: hrefOf(person.id) },
  addressHint: takesTwo
    ? 'They sign in with it. They sign off or confirm, so another address takes a second person.'
    : 'They sign in with it. When it changes, both addresses are told.',
  form,
  ...problems,
});
