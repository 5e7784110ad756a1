import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  addPart,
  changed,
  changePart,
  Drafts,
  Kit,
  markOf,
  type ModuleFiles,
  PartNotFound,
  screenFrom,
  screenPage,
} from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { Screen } from '../../../frame/screen';
import { placeIn, mustBeId } from '../frame/addresses';
import { before, kindIn, partAt, type PartAsked, withHeading } from './part-asked';
import { partForm } from './part.form';
import { sendScreen } from '../frame/shown-page';

/** A part of a screen, and what stands below it, as members would see them beside the form that it is written in. */
@Screen({ path: 'admin/drafts/:id/screens/:screen/parts', access: ['officer'] })
export class DraftPartShownController {
  constructor(
    private readonly drafts: Drafts,
    private readonly kit: Kit,
  ) {}

  /** The screen as it is, from that part on. */
  @Get(':part/view')
  async view(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Param('part') part: string,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    return await this.sendFrom(reply, { draft, screen, at: placeIn(part), by: officer.id }, draft.files);
  }

  /** What is typed, as members would see it, and what stands below it. Nothing is saved. */
  @Post(':part/preview')
  async preview(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Param('part') part: string,
    @Query('kind') kind: unknown,
    @Query('at') at: unknown,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const asked: PartAsked =
      part === 'new'
        ? { draft, screen, kind: kindIn(kind), at: placeIn(at) }
        : partAt(draft, screen, part, kindIn(kind));
    const read = partForm(asked.kind, before(asked)).safeParse(sent);
    const files = read.success
      ? changed(draft.files, withPart(draft.files, asked, withHeading(asked, read.data, sent)))
      : draft.files;
    return await this.sendFrom(reply, { draft, screen, at: asked.at, by: officer.id }, files);
  }

  private async sendFrom(
    reply: FastifyReply,
    { draft, screen, at, by }: Pick<PartAsked, 'draft' | 'screen' | 'at'> & { by: string },
    files: ModuleFiles,
  ) {
    const shown = (await this.kit.screens(draft.slug, screenFrom(files, screen, at), by)).find(
      ({ id }) => id === screen,
    );
    if (!shown) throw new PartNotFound();
    return await sendScreen(reply, await screenPage(shown, files));
  }
}

function withPart(files: ModuleFiles, { screen, at, source }: PartAsked, text: string) {
  if (source === undefined) return addPart(files, { screen, at }, text);
  return changePart(files, { screen, part: at, seen: markOf(source) }, text);
}
