import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { Clock } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { LeastQuorum, Rounds, SteeringFormIsWrong } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { type FormProblems, formProblems } from '../../../forms/form-problems';
import { NotHere } from '../../../frame/not-here';
import { type NewRoundFields, newRoundForm } from './new-round.form';
import { firstRoundFields, newRoundView } from './new-round.view';
import { versionHref } from './version-href';
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
    return await this.show(reply, {
      version,
      officer,
      form: firstRoundFields(this.clock.now(), await this.quorum.now()),
    });
  }

  @Post()
  async open(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() body: NewRoundFields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.find(slug, number);
    const form = newRoundForm(this.clock.now(), await this.quorum.now()).safeParse(body ?? {});
    if (!form.success) {
      return await this.show(reply, { version, officer, form: body ?? {}, problems: formProblems(form.error) });
    }
    try {
      const { roundId } = await this.rounds.open(officer.id, { versionId: version.id, ...form.data });
      return await reply.redirect(`/testing/rounds/${roundId}?done=opened`, HttpStatus.SEE_OTHER);
    } catch (error) {
      if (!(error instanceof SteeringFormIsWrong)) throw error;
      // What only the service knows: somebody is no tester any more, or the deadline has passed meanwhile.
      const problems = { errors: [{ href: '#testers', text: error.message }], message: {} };
      return await this.show(reply, { version, officer, form: body, problems });
    }
  }

  private async show(
    reply: FastifyReply,
    page: { version: VersionPage; officer: SignedInPerson; form: NewRoundFields; problems?: FormProblems },
  ) {
    const { version, officer, form, problems } = page;
    const [testers, least] = [await this.versions.testers(officer.id), await this.quorum.now()];
    if (problems) void reply.status(HttpStatus.BAD_REQUEST);
    return await reply.view(PAGE, newRoundView(version, testers, form, problems ?? formProblems(), least));
  }

  private async find(slug: string, number: string): Promise<VersionPage> {
    const version = await this.versions.find(slug, number);
    if (!version) throw new NotHere('version of a module');
    return version;
  }
}
