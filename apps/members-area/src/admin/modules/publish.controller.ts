import { Body, Controller, Get, HttpStatus, Param, Post, Query, Render, Res } from '@nestjs/common';
import { Publishing } from '@induct/course';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/people';
import type { FastifyReply } from 'fastify';
import { formProblems } from '../form-problems';
import { NotHere } from '../not-here';
import { ModulesQueries } from './modules.queries';
import { PublishForm, type PublishFields } from './publish.form';
import { firstFields, publishView, versionToPublish } from './publish.view';

/** Making a version the one that members see. */
@Controller('admin/modules/:slug/publish')
@Access('officer')
export class PublishController {
  constructor(
    private readonly modules: ModulesQueries,
    private readonly publishing: Publishing,
  ) {}

  @Get()
  @Render('admin/modules/publish.page.njk')
  async show(@Param('slug') slug: string, @Query('version') number?: string) {
    const { module, version } = await this.find(slug, number);
    return publishView(module, version, firstFields(module, version), formProblems());
  }

  @Post()
  async publish(
    @Param('slug') slug: string,
    @Body() body: PublishFields & { version?: string },
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { module, version } = await this.find(slug, body.version ?? '');
    const form = PublishForm.safeParse(body);
    if (!form.success) {
      const page = publishView(module, version, body, formProblems(form.error));
      return await reply.status(HttpStatus.BAD_REQUEST).view('admin/modules/publish.page.njk', page);
    }
    await this.publishing.publish(version.id, officer.id, form.data);
    return await reply.redirect(
      `/admin/modules/${encodeURIComponent(slug)}?published=${version.number}`,
      HttpStatus.SEE_OTHER,
    );
  }

  private async find(slug: string, number?: string) {
    const module = await this.modules.find(slug);
    if (!module) throw new NotHere('module');
    const version = versionToPublish(module, number);
    if (!version) throw new NotHere('version waiting to be published');
    return { module, version };
  }
}
