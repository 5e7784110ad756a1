import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import {
  DECISION_NAMES,
  DECISIONS,
  MeetingIsToCome,
  ProgrammeVersions,
  type ReadVersion,
  ShownVersions,
  VersionCannotBecome,
} from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { DecisionForm, MINUTE_LIMIT } from './decision.form';
import { decisionInWords, numberIn, versionHref } from '../../words/programme-versions';

const PAGE = 'desk/versions/decision.page.njk';

/** What a meeting of the steering group decided: recorded by one, confirmed by another. */
@Screen({
  path: 'admin/versions/:slug/:number/decision',
  access: ['officer'],
  title: 'What the steering group decided',
})
export class ProgrammeDecisionController {
  constructor(
    private readonly shown: ShownVersions,
    private readonly versions: ProgrammeVersions,
  ) {}

  @Get()
  @Render(PAGE)
  async ask(@Param('slug') slug: string, @Param('number') number: string) {
    return this.view(await this.proposed(slug, number), {}, NO_PROBLEMS);
  }

  @Post()
  async record(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const read = await this.proposed(slug, number);
    return await takeForm(reply, {
      schema: DecisionForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(read, form, problems),
      refusals: [atField(MeetingIsToCome, 'meetingOn-day')],
      take: async (decided) => {
        await this.versions.decide({ versionId: read.version.id, ...decided }, officer.id);
        return `${versionHref(slug, read.version.number)}?done=recorded`;
      },
    });
  }

  /** @throws VersionCannotBecome when nothing is to be decided of it */
  private async proposed(slug: string, number: string): Promise<ReadVersion> {
    const read = await this.shown.version(slug, numberIn(number));
    if (read.version.state !== 'proposed') throw new VersionCannotBecome(read.version.state, 'approved');
    return read;
  }

  private view({ programme, version }: ReadVersion, form: Fields, problems: FormProblems) {
    return {
      title: `${programme.title}, version ${version.number}`,
      href: versionHref(programme.slug, version.number),
      before: decisionInWords(version.decision),
      answers: DECISIONS.map((value) => ({ value, text: DECISION_NAMES[value] })),
      limit: MINUTE_LIMIT,
      form,
      ...problems,
    };
  }
}
