import { Body, Get, HttpStatus, NotFoundException, Param, Post, Res } from '@nestjs/common';
import { type HalfWay, Launching, Openings } from '@induct/progress';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../frame/screen';
import { type FormProblems, formProblems } from '../../forms/form-problems';
import { ChooseForm } from './choose.form';
import { chooseView } from './choose.view';
import { ModulesQueries } from './modules.queries';

const PAGE = 'member/modules/choose.page.njk';

/** Half-way on a version that has been renewed: finishing it, or starting again on the new one. */
@Screen({ path: 'modules/:slug/choose', access: ['member', 'tester'], title: 'Choose how to go on' })
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
    return await reply.view(PAGE, page(slug, course.title, halfWay, formProblems()));
  }

  /** Opens the player on what was chosen. */
  @Post()
  async choose(
    @Param('slug') slug: string,
    @Body() body: Record<string, string>,
    @CurrentPerson() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { course, halfWay } = await this.find(slug, person);
    const form = ChooseForm.safeParse(body);
    if (halfWay && (!form.success || form.data.version !== String(halfWay.renewed.version))) {
      const problems = form.success ? RENEWED_AGAIN : formProblems(form.error);
      return await reply.status(HttpStatus.BAD_REQUEST).view(PAGE, page(slug, course.title, halfWay, problems));
    }
    const choice = form.data?.choice;
    const { url } = await this.launching.open({ personId: person.id, courseId: course.id, ...(choice && { choice }) });
    return await reply.redirect(url, HttpStatus.SEE_OTHER);
  }

  private async find(slug: string, person: SignedInPerson) {
    const course = await this.modules.toStart(slug);
    if (!course) throw new NotFoundException();
    return { course, halfWay: await this.openings.halfWay(person.id, course.id) };
  }
}

const AGAIN = 'The module has been renewed once more since you opened this page: choose again';
const RENEWED_AGAIN: FormProblems = {
  errors: [{ href: '#choice', text: AGAIN }],
  message: { choice: { text: AGAIN } },
};

const page = (slug: string, title: string, halfWay: HalfWay, problems: FormProblems) => ({
  module: { slug, title },
  ...chooseView(halfWay),
  ...problems,
});
