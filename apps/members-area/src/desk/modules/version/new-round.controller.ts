import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { LeastQuorum, Rounds, SteeringFormIsWrong } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { type NewRoundFields, newRoundForm } from './new-round.form';
import { firstRoundFields, newRoundView } from './new-round.view';
import { versionHref } from '../version-href';
import { type VersionPage, VersionQueries } from './version.queries';

const PAGE = 'desk/modules/version/new-round.page.njk';

/** Asking testers to look at a version. */
@Screen({ path: 'admin/modules/:slug/versions/:number/round', access: ['officer'], title: 'Open a test round' })
export class NewRoundController {
  constructor(
    private readonly versions: VersionQueries,
    private readonly rounds: Rounds,
    private readonly quorum: LeastQuorum,
    private readonly clock: Clock,
  ) {}

  @Get()
  async ask(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.find(slug, number);
    if (version.round?.state === 'open') return await reply.redirect(versionHref(version), HttpStatus.SEE_OTHER);
    const form = firstRoundFields(this.clock.now(), await this.quorum.now());
    return await reply.view(PAGE, await this.page(version, officer, form, NO_PROBLEMS));
  }

  @Post()
  async open(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.find(slug, number);
    return await takeForm(reply, {
      schema: newRoundForm(this.clock.now(), await this.quorum.now()),
      sent,
      page: PAGE,
      view: (form, problems) => this.page(version, officer, form, problems),
      // What only the service knows: somebody is no tester any more, or the deadline has passed meanwhile.
      refusals: [atField(SteeringFormIsWrong, 'testers', ({ message }) => message)],
      take: async (form) => {
        const { roundId } = await this.rounds.open(officer.id, { versionId: version.id, ...form });
        return `/testing/rounds/${roundId}?done=opened`;
      },
    });
  }

  private async page(version: VersionPage, officer: SignedInPerson, form: NewRoundFields, problems: FormProblems) {
    const [testers, least] = [await this.versions.testers(officer.id), await this.quorum.now()];
    return newRoundView(version, testers, form, problems, least);
  }

  private async find(slug: string, number: string): Promise<VersionPage> {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    return version;
  }
}
