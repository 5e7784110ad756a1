import { Body, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { type HalfWay, Launching, Openings } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { NotHere } from '../../frame/not-here';
import { type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { ChooseForm, NothingToChoose } from './choose.form';
import { chooseView } from './choose.view';
import { ModulesQueries } from './modules.queries';

const PAGE = 'member/modules/choose.page.njk';

/** Half-way on a version that has been renewed: finishing it, or starting again on the new one. */
@Screen({ path: 'modules/:slug/choose', access: ['member', 'tester'], proof: 'any', title: 'Choose how to go on' })
export class ChooseController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly openings: Openings,
    private readonly launching: Launching,
  ) {}

  @Get()
  async ask(@Param('slug') slug: string, @CurrentPerson() person: SignedInPerson, @Res() reply: FastifyReply) {
    const { course, halfWay } = await this.find(slug, person);
    if (!halfWay) return await reply.redirect(`/modules/${encodeURIComponent(slug)}`, HttpStatus.SEE_OTHER);
    return await reply.view(PAGE, page(slug, course.title, halfWay, NO_PROBLEMS));
  }

  /** Opens the player on what was chosen. */
  @Post()
  async choose(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { course, halfWay } = await this.find(slug, person);
    return await takeForm(reply, {
      schema: halfWay ? ChooseForm : NothingToChoose,
      sent,
      page: PAGE,
      view: (_, problems) => page(slug, course.title, halfWay!, problems),
      take: async ({ choice, version }) => {
        if (halfWay && version !== String(halfWay.renewed.version)) throw new FieldIsWrong('choice', AGAIN);
        const asked = { personId: person.id, courseId: course.id, ...(choice && { choice }) };
        return (await this.launching.open(asked)).url;
      },
    });
  }

  private async find(slug: string, person: SignedInPerson) {
    const course = await this.modules.toStart(slug);
    if (!course) throw new NotHere('module');
    return { course, halfWay: await this.openings.halfWay(person.id, course.id) };
  }
}

const AGAIN = 'The module has been renewed once more since you opened this page: choose again';
const page = (slug: string, title: string, halfWay: HalfWay, problems: FormProblems) => ({
  module: { slug, title },
  ...chooseView(halfWay),
  ...problems,
});
