import { Body, Get, Inject, Post, Query, Render, Res } from '@nestjs/common';
import { Certificates, ShownNames } from '@induct/accreditation';
import { CONFIG, type Config } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { ShownForm } from './shown.form';
import { shownView } from './shown.view';

const PAGE = 'member/certificates/shown/shown.page.njk';
const HERE = '/certificates/shown';

/** A holder of certificates chooses who sees their name when somebody checks one. */
@Screen({ path: 'certificates/shown', access: ['signed-in'], title: 'Who sees my name' })
export class ShownController {
  constructor(
    private readonly names: ShownNames,
    private readonly certificates: Certificates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@CurrentPerson() person: SignedInPerson, @Query('done') done: unknown) {
    return { ...(await this.view(person, {}, NO_PROBLEMS)), done };
  }

  @Post()
  async choose(@Body() sent: unknown, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: ShownForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(person, form, problems),
      take: async ({ shown }) => {
        await this.names.choose(person.id, shown);
        return `${HERE}?done=chosen`;
      },
    });
  }

  @Post('link')
  async renewLink(@CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    await this.names.renewLink(person.id);
    return await reply.redirect(`${HERE}?done=renewed`, 303);
  }

  private async view(person: SignedInPerson, form: Fields, problems: FormProblems) {
    const [own, choice] = await Promise.all([this.certificates.byPerson(person.id), this.names.of(person.id)]);
    return shownView({ own, choice, site: this.config.SITE_ORIGIN }, form, problems);
  }
}
