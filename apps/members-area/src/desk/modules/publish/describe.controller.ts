import { Body, Get, HttpStatus, Param, Post, Render, Res } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { GatedPublishing } from '@induct/steering';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { type FormProblems, formProblems } from '../../../forms/form-problems';
import { NotHere } from '../../../frame/not-here';
import { type DescribeFields, describeFields, DescribeForm } from './describe.form';
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
    return page(module, describeFields(module, true), formProblems());
  }

  @Post()
  async describe(
    @Param('slug') slug: string,
    @Body() body: DescribeFields,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const module = await this.find(slug);
    const form = DescribeForm.safeParse(body ?? {});
    if (!form.success) {
      const again = page(module, body ?? {}, formProblems(form.error));
      return await reply.status(HttpStatus.BAD_REQUEST).view(PAGE, again);
    }
    await this.publishing.describe(module.id, officer.id, form.data);
    return await reply.redirect(`/admin/modules/${encodeURIComponent(slug)}?done=described`, HttpStatus.SEE_OTHER);
  }

  /** Before the first publication it is asked for there. */
  private async find(slug: string): Promise<Module> {
    const module = await this.modules.find(slug);
    if (!module || module.published === null) throw new NotHere('published module');
    return module;
  }
}

const page = ({ title, slug }: Module, form: DescribeFields, problems: FormProblems) => ({
  module: { title, href: `/admin/modules/${encodeURIComponent(slug)}` },
  form,
  ...problems,
});
