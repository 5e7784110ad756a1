import { Body, Get, Param, ParseUUIDPipe, Post, Query, Render, Res } from '@nestjs/common';
import { PeopleService, proposalInWords, Proposals } from '@induct/people';
import { britishTimeAndDate, Clock } from '@induct/platform';
import { CurrentPerson, Proof, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { decideView } from './decide.view';
import { decidedRow } from '../../words/decided-row';
import { aloneInWords } from './person.view';

const DECIDE = 'desk/people/decide.page.njk';
const DecideForm = z.object({
  decision: z.enum(['agree', 'refuse'], 'Select whether you agree'),
});
const BANNERS: Record<string, string> = {
  agree: 'It is done. Everybody at the desk is told.',
  refuse: 'It does not happen.',
};

/** Changes that take two people: what waits, and what was decided. */
@Screen({
  path: 'admin/people/waiting',
  access: ['officer', 'administrator'],
  title: 'Changes that take two people',
  pages: { ':proposalId': 'A change that takes two people' },
})
export class WaitingController {
  constructor(
    private readonly proposals: Proposals,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/people/waiting.page.njk')
  async list(@Query('done') done: unknown, @CurrentPerson() reader: SignedInPerson) {
    const [waiting, lately, givenAlone, aloneFrom] = await Promise.all([
      this.proposals.waiting(),
      this.proposals.lately(),
      this.people.givenAlone(),
      this.proposals.aloneFrom(reader.id),
    ]);
    return {
      banner: Object.hasOwn(BANNERS, String(done)) ? BANNERS[String(done)] : undefined,
      alone: aloneInWords(aloneFrom, this.clock.now()),
      waiting: waiting.map((proposal) => ({
        href: `/admin/people/waiting/${proposal.id}`,
        text: proposalInWords(proposal),
        by: proposal.proposedByName,
        at: britishTimeAndDate(proposal.proposedAt),
        mine: proposal.proposedBy === reader.id,
      })),
      givenAlone: givenAlone.map(({ id, name }) => ({ href: `/admin/people/${id}`, name })),
      lately: lately.map(decidedRow),
    };
  }

  @Get(':proposalId')
  @Proof('fresh')
  @Render(DECIDE)
  async show(@Param('proposalId', ParseUUIDPipe) id: string, @CurrentPerson() reader: SignedInPerson) {
    return await this.page(id, reader, NO_PROBLEMS);
  }

  @Post(':proposalId')
  @Proof('fresh')
  async decide(
    @Param('proposalId', ParseUUIDPipe) id: string,
    @Body() sent: unknown,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: DecideForm,
      sent,
      page: DECIDE,
      view: (_, problems) => this.page(id, reader, problems),
      take: async ({ decision }) => {
        await this.proposals[decision](id, reader.id);
        return `/admin/people/waiting?done=${decision}`;
      },
    });
  }

  private async page(id: string, reader: SignedInPerson, problems: FormProblems) {
    const proposal = await this.proposals.find(id);
    const { personId } = proposal;
    const person = personId ? await this.people.find(personId) : undefined;
    const before = personId ? await this.proposals.aboutPerson(personId) : [];
    return { ...decideView(proposal, person, before, reader.id), ...problems };
  }
}
