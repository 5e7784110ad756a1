import { Body as Sent, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  AsksYouOnly,
  type ListedMandate,
  MandateIsNotInForce,
  MandateList,
  MandateNotFound,
  MandatePreview,
  Mandates,
  SchemeQueries,
} from '@induct/accreditation';
import { PeopleService, TooNewToConfirm } from '@induct/people';
import { Clock } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, NO_PROBLEMS } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { isId } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { DecideForm, EndForm } from './mandate.form';
import { MandateReaders } from './mandate-readers';
import { wouldAskWords } from './mandate.words';
import { mandateHref, mandateView } from './mandates.view';

const PAGE = 'desk/mandates/mandate.page.njk';
const END = 'desk/mandates/end-mandate.page.njk';

/** One mandate: what it asks, how far it is met, and whether it is adopted, refused or ended. */
@Screen({
  path: 'admin/mandates/:id',
  access: ['officer', 'champion'],
  title: 'A mandate',
  pages: { end: 'End a mandate' },
})
export class MandateController {
  constructor(
    private readonly list: MandateList,
    private readonly mandates: Mandates,
    private readonly preview: MandatePreview,
    private readonly readers: MandateReaders,
    private readonly schemes: SchemeQueries,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('id') id: string, @Query('done') done: unknown, @CurrentPerson() person: SignedInPerson) {
    return { ...(await this.view(id, person)), done };
  }

  @Post('decision')
  @Access('officer')
  async decide(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id, officer);
    return await takeForm(reply, {
      schema: DecideForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(id, officer, form, problems),
      take: async ({ decision }) => {
        if (decision === 'adopt') await this.mandates.adopt(id, officer.id);
        else await this.mandates.refuse(id, officer.id);
        return `${mandateHref(id)}?done=${decision}`;
      },
    });
  }

  /** Whoever proposed it takes it back. */
  @Post('withdraw')
  async withdraw(@Param('id') id: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    await this.find(id, person);
    await this.mandates.refuse(id, person.id);
    return await reply.redirect(`${mandateHref(id)}?done=withdrawn`, 303);
  }

  @Get('end')
  @Access('officer')
  @Render(END)
  async askToEnd(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson) {
    const page = await this.view(id, officer);
    if (page.mandate.others) throw new AsksYouOnly();
    if (page.mandate.newUntil) throw new TooNewToConfirm(page.mandate.newUntil);
    if (!page.mandate.mayEnd) throw new MandateIsNotInForce();
    return page;
  }

  @Post('end')
  @Access('officer')
  async end(
    @Param('id') id: string,
    @Sent() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.find(id, officer);
    return await takeForm(reply, {
      schema: EndForm,
      sent,
      page: END,
      view: (form, problems) => this.view(id, officer, form, problems),
      take: async ({ reason }) => {
        await this.mandates.end(id, { by: officer.id, reason });
        return `${mandateHref(id)}?done=ended`;
      },
    });
  }

  private async view(id: string, person: SignedInPerson, form: Fields = {}, problems = NO_PROBLEMS) {
    const { mandate, isOfficer } = await this.find(id, person);
    const others = isOfficer && mandate.personId === person.id ? await this.schemes.adopters(person.id) : [];
    const grants = isOfficer ? await this.people.grants(person.id) : [];
    const confirmsFrom = grants.find(({ role }) => role === 'officer')?.confirmsFrom;
    const reader = { id: person.id, isOfficer, others: others.map(({ name }) => name), confirmsFrom };
    const page = mandateView(mandate, reader, this.clock.now(), form, problems);
    return { ...page, wouldAsk: mandate.outcome === null ? wouldAskWords(await this.preview.of(mandate)) : undefined };
  }

  /** @throws MandateNotFound also when it is another group's */
  private async find(id: string, person: SignedInPerson): Promise<{ mandate: ListedMandate; isOfficer: boolean }> {
    const { reads, isOfficer } = await this.readers.of(person);
    const mandate = isId(id) ? await this.list.find(id) : undefined;
    if (!mandate) throw new MandateNotFound();
    const isOfGroup = reads !== 'all' && mandate.who === 'group' && mandate.bodyId === reads?.group;
    // Whoever has left the group meanwhile can still take back what they proposed for it. What is adopted says how the group stands.
    const isOwn = mandate.proposedBy === person.id && !mandate.outcome?.startsWith('adopted');
    if (reads !== 'all' && !isOfGroup && !isOwn) throw new MandateNotFound();
    return { mandate, isOfficer };
  }
}
