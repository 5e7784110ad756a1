import { Body, Get, Param, Post, Render, Res } from '@nestjs/common';
import { TasterIsNotCore } from '@induct/course';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { GatedPublishing } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../../forms/form-problems';
import { atField, takeForm } from '../../../forms/take-form';
import { NotHere } from '../../../frame/not-here';
import { describeFields, DescribeForm } from './describe.form';
import { type Module, ModulesQueries } from '../modules.queries';

const PAGE = 'desk/modules/publish/describe.page.njk';

/** What members read about a published module. Which version they see stays. */
@Screen({ path: 'admin/modules/:slug/describe', access: ['officer'], title: 'Change what members read' })
export class DescribeController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly publishing: GatedPublishing,
  ) {}

  @Get()
  @Render(PAGE)
  async show(@Param('slug') slug: string) {
    const module = await this.find(slug);
    return page(module, describeFields(module, true), NO_PROBLEMS);
  }

  @Post()
  async describe(
    @Param('slug') slug: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const module = await this.find(slug);
    return await takeForm(reply, {
      schema: DescribeForm,
      sent,
      page: PAGE,
      view: (form, problems) => page(module, form, problems),
      refusals: [atField(TasterIsNotCore, 'core')],
      take: async (description) => {
        await this.publishing.describe(module.id, officer.id, description);
        return `/admin/modules/${encodeURIComponent(slug)}?done=described`;
      },
    });
  }

  /** Before the first publication it is asked for there. */
  private async find(slug: string): Promise<Module> {
    const module = await this.modules.find(slug);
    if (!module || module.published === null) throw new NotHere('published module');
    return module;
  }
}

const page = ({ title, slug }: Module, form: Fields, problems: FormProblems) => ({
  module: { title, href: `/admin/modules/${encodeURIComponent(slug)}` },
  form,
  ...problems,
});
