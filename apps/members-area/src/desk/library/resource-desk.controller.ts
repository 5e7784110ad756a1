import { Body as Sent, Get, Param, Post, Query, Render, Req, Res, type StreamableFile } from '@nestjs/common';
import {
  type Format,
  Library,
  LibraryReading,
  ResourceIsNotReady,
  ResourceNotFound,
  ResourceWasChanged,
  ReviewIsInThePast,
} from '@induct/handbook';
import { PeopleService } from '@induct/people';
import { britishTimeAndDate, Clock, dayInLondon, FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { sendResourceFile } from '../../lists/library/resource-file';
import { deskHref, differences, frozenWords, resourceFormView } from './library-desk.view';
import { resourceDeskView } from './resource-desk.view';
import { ChangedResourceForm, resourceFields, ReviewedForm, SeenForm, WithdrawForm } from './resource.form';

const PAGE = 'desk/library/resource-desk.page.njk';
const FORM = 'desk/library/resource-form.page.njk';
const WITHDRAW = 'desk/library/withdraw.page.njk';

/** One resource: what it says, its versions and files, its review. */
@Screen({
  path: 'admin/library/:id',
  access: ['officer'],
  title: 'A resource',
  pages: { edit: 'Change a resource', withdraw: 'Withdraw a resource' },
})
export class ResourceDeskController {
  constructor(
    private readonly library: Library,
    private readonly reading: LibraryReading,
    private readonly people: PeopleService,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @Query('done') done: unknown) {
    return { ...(await this.page(id, {}, NO_PROBLEMS)), done };
  }

  @Get('edit')
  @Render(FORM)
  async ask(@Param('id') id: string) {
    const [newest] = await this.find(id);
    return await this.formPage(id, { ...resourceFields(newest), seen: String(newest.number) }, NO_PROBLEMS);
  }

  /** Somebody's change in the meantime is shown beside what was typed: sent again, what was typed stands. */
  @Post()
  async change(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: ChangedResourceForm,
      sent,
      page: FORM,
      view: (form, problems) => this.formPage(id, form, problems),
      refusals: [
        atField(ResourceWasChanged, 'theirs'),
        atField(
          ResourceIsNotReady,
          ({ missing }) => missing[0]!.field,
          ({ missing }) => missing[0]!.says,
        ),
      ],
      take: async ({ seen, text, reviewBy }) => {
        await this.library.change(id, { seen, text, reviewBy, by: officer.id });
        return `${deskHref(id)}?done=changed`;
      },
    });
  }

  @Post('publish')
  async publish(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await this.act(id, sent, reply, {
      schema: SeenForm,
      take: async ({ seen }) => {
        await this.library.publish(id, { seen, by: officer.id });
        return `${deskHref(id)}?done=published`;
      },
    });
  }

  /** Read and found right. */
  @Post('review')
  async review(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    return await this.act(id, sent, reply, {
      schema: ReviewedForm,
      refusals: [atField(ReviewIsInThePast, 'next-day')],
      take: async ({ seen, next }) => {
        await this.library.reviewed(id, { seen, nextOn: next, by: officer.id });
        const toList = (sent as Fields | undefined)?.['from'] === 'reviews';
        return toList ? '/admin/library/reviews?done=reviewed' : `${deskHref(id)}?done=reviewed`;
      },
    });
  }

  @Get('withdraw')
  @Render(WITHDRAW)
  async askToWithdraw(@Param('id') id: string) {
    return await this.withdrawPage(id, {}, NO_PROBLEMS);
  }

  @Post('withdraw')
  async withdraw(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      schema: WithdrawForm,
      sent,
      page: WITHDRAW,
      view: (form, problems) => this.withdrawPage(id, form, problems),
      take: async ({ seen, because, atOnce }) => {
        await this.library.withdraw(id, { seen, because, atOnce: atOnce === 'yes', by: officer.id });
        return `${deskHref(id)}?done=withdrawn`;
      },
    });
  }

  /** A file as it was in a version, for whoever has to know what members were shown. */
  @Get('versions/:number/:format')
  async file(
    @Param() { id, number, format }: { id: string; number: string; format: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const version = (await this.find(id)).find((one) => String(one.number) === number);
    const file = version?.files.find((one) => one.format === (format as Format));
    if (!version || !file) throw new ResourceNotFound();
    return sendResourceFile(request, reply, this.files, { title: version.title, file });
  }

  private async act<Data>(
    id: string,
    sent: unknown,
    reply: FastifyReply,
    form: Pick<Parameters<typeof takeForm<Data>>[1], 'schema' | 'take' | 'refusals'>,
  ) {
    await this.find(id);
    return await takeForm(reply, {
      ...form,
      sent,
      page: PAGE,
      view: (typed, problems) => this.page(id, typed, problems),
    });
  }

  private async page(id: string, typed: Fields, problems: FormProblems) {
    const versions = await this.find(id);
    const [newest] = versions;
    const people = versions.map(({ recordedBy }) => recordedBy);
    if (newest.reviewedBy) people.push(newest.reviewedBy);
    const [freeze, names] = await Promise.all([this.reading.freeze(), this.people.names([...new Set(people)])]);
    const page = resourceDeskView(versions, { freeze, names, today: dayInLondon(this.clock.now()) });
    return { ...page, form: { ...page.review.fields, ...typed }, ...problems };
  }

  private async formPage(id: string, form: Fields, problems: FormProblems) {
    const [[newest], freeze] = await Promise.all([this.find(id), this.reading.freeze()]);
    const href = deskHref(id);
    const isStale = form['seen'] !== undefined && Number(form['seen']) !== newest.number;
    const theirs = isStale
      ? {
          who: (await this.people.names([newest.recordedBy])).get(newest.recordedBy) ?? 'Somebody',
          when: britishTimeAndDate(newest.recordedAt),
          differences: differences(form, resourceFields(newest)),
        }
      : undefined;
    return resourceFormView(
      { name: newest.title, to: href, back: href, seen: newest.number, freeze, theirs },
      form,
      problems,
    );
  }

  private async withdrawPage(id: string, form: Fields, problems: FormProblems) {
    const [[{ title, number, audience }], freeze] = await Promise.all([this.find(id), this.reading.freeze()]);
    const isFrozen = audience === 'public' ? frozenWords(freeze) : undefined;
    return { name: title, seen: number, href: deskHref(id), isFrozen, form, ...problems };
  }

  /** @throws ResourceNotFound */
  private async find(id: string) {
    if (!isId(id)) throw new ResourceNotFound();
    return await this.library.history(id);
  }
}
