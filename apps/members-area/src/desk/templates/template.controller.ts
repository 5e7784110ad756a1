import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  OtherTemplateFromThatDay,
  PreviewRepository,
  TemplateApproving,
  TemplateQueries,
  WelshNames,
} from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import { Clock, dayInLondon, FileStore } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { DecisionForm, ProposeForm, WithdrawForm } from './decision.form';
import { numberIn } from './template-number';
import { previewState, templateView } from './template.view';

const PAGE = 'desk/templates/template.page.njk';

/** One template: its previews, what it changes, and what becomes of it. */
@Screen({ path: 'admin/templates/:number', access: ['officer', 'administrator'], title: 'A certificate template' })
export class TemplateController {
  constructor(
    private readonly queries: TemplateQueries,
    private readonly previews: PreviewRepository,
    private readonly approving: TemplateApproving,
    private readonly people: PeopleService,
    private readonly names: WelshNames,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('number') number: string,
    @Query('done') done: unknown,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await reply.view(PAGE, await this.page(number, reader, {}, NO_PROBLEMS, done));
  }

  /** How far the previews are, for the page’s script. */
  @Get('progress')
  async progress(@Param('number') number: string) {
    const states = (await this.queries.find(numberIn(number))).previews.map(previewState);
    return { running: states.includes('waits'), printed: states.filter((state) => state === 'printed').length };
  }

  /** As the worker printed it. */
  @Get('previews/:sample')
  async preview(@Param('number') number: string, @Param('sample') sample: string, @Res() reply: FastifyReply) {
    const { previews } = await this.queries.find(numberIn(number));
    const { sha256, bytes } = previews.find((one) => one.sample === sample) ?? {};
    if (!sha256 || !(await this.files.has(sha256))) throw new NotHere('preview');
    await reply
      .type('application/pdf')
      .header('content-length', bytes ?? undefined)
      .header('content-disposition', `inline; filename="template-${numberIn(number)}-${sample}.pdf"`)
      .header(
        'content-security-policy',
        `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'`,
      )
      .send(this.files.stream(sha256));
  }

  /** The same as a picture, for the page. */
  @Get('previews/:sample/picture')
  async picture(@Param('number') number: string, @Param('sample') sample: string, @Res() reply: FastifyReply) {
    const picture = await this.previews.pictureOf(numberIn(number), sample);
    if (!picture) throw new NotHere('picture');
    await reply
      .type('image/png')
      .header('content-disposition', 'inline')
      .header('content-security-policy', `default-src 'none'; sandbox`)
      .header('x-content-type-options', 'nosniff')
      .send(picture);
  }

  @Post('propose')
  @Access('officer')
  async propose(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: ProposeForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(number, officer, form, problems),
      take: async ({ revision }) => {
        await this.approving.propose(numberIn(number), { revision, by: officer.id });
        return `/admin/templates/${numberIn(number)}?done=proposed`;
      },
    });
  }

  @Post('decide')
  async decide(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() reader: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: DecisionForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(number, reader, form, problems),
      refusals: [atField(OtherTemplateFromThatDay, 'decision')],
      take: async ({ revision, decision, words }) => {
        const href = `/admin/templates/${numberIn(number)}`;
        if (decision === 'back') {
          await this.approving.sendBack(numberIn(number), { by: reader.id, words });
          return `${href}?done=sent-back`;
        }
        await this.approving.approve(numberIn(number), { revision, by: reader.id });
        return `${href}?done=approved`;
      },
    });
  }

  @Post('withdraw')
  @Access('administrator')
  async withdraw(
    @Param('number') number: string,
    @Body() sent: unknown,
    @CurrentPerson() administrator: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await takeForm(reply, {
      schema: WithdrawForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.page(number, administrator, form, problems),
      take: async ({ words }) => {
        await this.approving.withdraw(numberIn(number), { by: administrator.id, words });
        return `/admin/templates/${numberIn(number)}?done=withdrawn`;
      },
    });
  }

  private async page(number: string, reader: SignedInPerson, form: Fields, problems: FormProblems, done?: unknown) {
    const version = await this.queries.find(numberIn(number));
    const { draftedBy, changedBy, proposedBy, approvedBy, withdrawnBy } = version;
    const who = [draftedBy, changedBy, proposedBy, approvedBy, withdrawnBy].filter((id) => id !== null);
    const [people, before, withoutWelsh] = await Promise.all([
      this.people.names(who),
      this.queries.inPlaceOf(version),
      this.names.howManyMissing(),
    ]);
    const today = dayInLondon(this.clock.now());
    return { ...templateView(version, { before, people, reader, withoutWelsh, today, done }), form, ...problems };
  }
}
