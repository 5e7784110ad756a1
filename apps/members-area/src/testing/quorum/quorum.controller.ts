import { Body, Get, HttpStatus, Post, Query, Res } from '@nestjs/common';
import { proposalInWords, Proposals } from '@induct/people';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { LeastQuorum, SteeringFormIsWrong } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { type FormProblems, formProblems } from '../../forms/form-problems';
import { decidedRow } from '../../desk/people/person.view';

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
    return await reply.view(PAGE, { ...(await this.page()), ...formProblems(), banner });
  }

  @Post()
  async propose(
    @Body() sent: { least?: unknown } | undefined,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const typed = typeof sent?.least === 'string' ? sent.least.trim() : '';
    try {
      const { is } = await this.quorum.propose(reader.id, typed === '' ? Number.NaN : Number(typed));
      return await reply.redirect(`/testing/quorum?done=${encodeURIComponent(is)}`, HttpStatus.SEE_OTHER);
    } catch (error) {
      if (!(error instanceof SteeringFormIsWrong)) throw error;
      const text = error.message;
      const problems: FormProblems = { errors: [{ href: '#least', text }], message: { least: { text } } };
      return await reply.status(HttpStatus.BAD_REQUEST).view(PAGE, { ...(await this.page()), ...problems, typed });
    }
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
