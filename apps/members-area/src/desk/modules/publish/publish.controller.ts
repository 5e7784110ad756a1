import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import { JsonRoute } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { GatedPublishing } from '@induct/steering';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../../frame/screen';
import type { PublishFields } from './publish-order';
import { PublishPages } from './publish-pages';
import { PublishedJson } from '../version/version.json';

/** Making a tested version the one that members see. */
@Screen({ path: 'admin/modules/:slug/versions/:number/publish', access: ['officer'], title: 'Publish a version' })
export class PublishController {
  constructor(
    private readonly pages: PublishPages,
    private readonly publishing: GatedPublishing,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.pages.find(slug, number);
    const gate = await this.publishing.mayPublish(version.id);
    if (!gate.open) return await this.pages.refused(version, gate.refusals, { request, reply });
    return await this.pages.form(version, 'publish', reply);
  }

  @Post()
  @JsonRoute('Publish a version that was signed off', PublishedJson)
  async publish(
    @Param('slug') slug: string,
    @Param('number') number: string,
    @Body() body: PublishFields,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = await this.pages.find(slug, number);
    return await this.pages.take(
      { version, way: 'publish', body },
      ({ description, refresh }) => this.publishing.publish(version.id, officer.id, description, refresh),
      { request, reply },
    );
  }
}
