import { Body, Get, Post, Query, Res } from '@nestjs/common';
import { proposalInWords, Proposals } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { LeastQuorum, SteeringFormIsWrong } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { decidedRow } from '../../words/decided-row';

/** What cannot be a number is refused by the rule about numbers. */
const QuorumForm = z.object({
  least: z
    .string()
    .trim()
    .catch('')
    .transform((typed) => (typed === '' ? Number.NaN : Number(typed))),
});
const PAGE = 'testing/quorum/quorum.page.njk';
const BANNERS: Record<string, string> = {
  waiting: 'Your proposal waits for a second person. Until then the number stays.',
  'done alone': 'The number was changed by you alone, as there is no second person. Everybody at the desk is told.',
};

/** How many sign-offs a test round asks for at least. Changing it takes two people. */
@Screen({
  path: 'testing/quorum',
  access: ['officer', 'administrator'],
  title: 'How many sign-offs a test round asks for',
})
export class QuorumController {
  constructor(
    private readonly quorum: LeastQuorum,
    private readonly proposals: Proposals,
  ) {}

  @Get()
  async show(@Query('done') done: unknown, @Res() reply: FastifyReply) {
    const banner = Object.hasOwn(BANNERS, String(done)) ? BANNERS[String(done)] : undefined;
    return await reply.view(PAGE, { ...(await this.page()), ...NO_PROBLEMS, banner });
  }

  @Post()
  async propose(@Body() sent: unknown, @CurrentPerson() reader: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: QuorumForm,
      sent,
      page: PAGE,
      view: async ({ least }, problems) => ({ ...(await this.page()), ...problems, typed: least }),
      refusals: [atField(SteeringFormIsWrong, 'least', ({ message }) => message)],
      take: async ({ least }) => {
        const { is } = await this.quorum.propose(reader.id, least);
        return `/testing/quorum?done=${encodeURIComponent(is)}`;
      },
    });
  }

  private async page() {
    const [now, proposals] = await Promise.all([this.quorum.now(), this.proposals.aboutTheCouncil('quorum')]);
    const waiting = proposals.find(({ outcome }) => outcome === null);
    return {
      now,
      waiting: waiting && {
        href: `/admin/people/waiting/${waiting.id}`,
        text: proposalInWords(waiting),
        by: waiting.proposedByName,
      },
      decided: proposals.filter(({ outcome }) => outcome !== null).map(decidedRow),
    };
  }
}
