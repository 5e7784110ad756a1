import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { addPart, type BlockKind, changePart, Drafts, Kit, markOf, readBlock, screenOf } from '@induct/authoring';
import { LocalFacts } from '@induct/course';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS, problemAt } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { draftHref, partHref, placeIn, screenHref, mustBeId } from '../frame/addresses';
import { saveOrShowBoth, stillSeen } from '../frame/both-texts';
import { emptyPart } from './empty-part';
import { before, isUnheaded, kindIn, partAt, type PartAsked, unlessSame, withHeading, seenPart } from './part-asked';
import { partFields } from './part.fields';
import { NEW_KINDS, partNames } from './part.kinds';
import { partValues } from './part.values';
import { partForm } from './part.form';
import { opened } from '../frame/fields';

const PAGE = 'desk/drafts/parts/part.page.njk';

/** One part of a screen, in the form of its kind. */
@Screen({
  path: 'admin/drafts/:id/screens/:screen/parts',
  access: ['officer'],
  pages: { new: 'Add a part', ':part': 'A part of a screen' },
})
export class DraftPartController {
  constructor(
    private readonly drafts: Drafts,
    private readonly kit: Kit,
    private readonly facts: LocalFacts,
  ) {}

  @Get('new')
  async choose(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Query('kind') kind: unknown,
    @Query('at') at: unknown,
    @Res() reply: FastifyReply,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const { title } = screenOf(draft.files, screen);
    const place = placeIn(at);
    const known = NEW_KINDS.find((one) => one === kind);
    if (known)
      return await reply.view(PAGE, await this.page({ draft, screen, kind: known, at: place }, undefined, NO_PROBLEMS));
    const names = partNames();
    const kinds = NEW_KINDS.map((value) => ({
      ...names[value],
      href:
        value === 'check'
          ? this.checkHref(id, screen, place)
          : `${screenHref(id, screen)}/parts/new?kind=${value}&at=${place}`,
    }));
    return await reply.view('desk/drafts/parts/choose-part.page.njk', {
      draft: { title: draft.title, href: draftHref(id) },
      screen: { title, href: screenHref(id, screen) },
      kinds,
    });
  }

  @Get(':part')
  async show(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Param('part') part: string,
    @Res() reply: FastifyReply,
  ) {
    const asked = partAt(await this.drafts.read(mustBeId(id)), screen, part);
    return await reply.view(PAGE, await this.page(asked, undefined, NO_PROBLEMS));
  }

  @Post()
  async add(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Query('kind') kind: unknown,
    @Query('at') at: unknown,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const asked = { draft, screen, kind: kindIn(kind), at: placeIn(at) };
    return await takeForm(reply, {
      schema: partForm(asked.kind, before(asked)),
      sent,
      page: PAGE,
      view: (form, problems) => this.page(asked, form, problems),
      take: async (fields) => {
        const about = screenOf(draft.files, screen).title;
        await this.drafts.change(id, { act: 'part-added', about, by: officer.id }, (files) =>
          addPart(files, asked, withHeading(asked, fields, sent)),
        );
        return `${screenHref(id, screen)}?done=saved#part-${asked.at}`;
      },
    });
  }

  @Post(':part')
  async save(
    @Param('id') id: string,
    @Param('screen') screen: string,
    @Param('part') part: string,
    @Query('kind') kind: unknown,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const asked = partAt(await this.drafts.read(mustBeId(id)), screen, part, kindIn(kind));
    const seen = seenPart(screen, part, sent);
    return await takeForm(reply, {
      schema: partForm(asked.kind, before(asked)),
      sent,
      page: PAGE,
      view: (form, problems) => this.page(asked, form, problems),
      take: (fields) =>
        saveOrShowBoth(reply, {
          page: PAGE,
          save: async () => {
            const about = screenOf(asked.draft.files, screen).title;
            await this.drafts.change(id, { act: 'part-changed', about, by: officer.id }, (files) =>
              changePart(files, seen, unlessSame(files, asked, fields)),
            );
            return `${screenHref(id, screen)}?done=saved#part-${part}`;
          },
          view: (now) => {
            const wrong = problemAt('seen', 'Somebody else has changed this part since you opened it');
            return this.page({ ...asked, source: now }, sent as Fields, wrong);
          },
        }),
    });
  }

  private async page(asked: PartAsked, form: Fields | undefined, problems: FormProblems) {
    const { draft, screen, kind, at, source } = asked;
    const fields = source === undefined ? undefined : readBlock(source);
    const holds = fields?.kind === kind ? fields : emptyPart(kind);
    const values = form ?? partValues(holds);
    const isNew = source === undefined;
    const action = isNew ? `${screenHref(draft.id, screen)}/parts` : partHref(draft.id, screen, at);
    return {
      draft: { title: draft.title, href: draftHref(draft.id) },
      screen: { title: screenOf(draft.files, screen).title, href: screenHref(draft.id, screen) },
      name: partNames()[kind].name,
      says: partNames()[kind].says,
      isNew,
      hasPictures: kind === 'image',
      facts: kind === 'council' ? await this.facts.today(await this.kit.facts()) : [],
      laws: WITHOUT_LAW.has(kind) ? [] : await this.kit.laws(),
      action: `${action}?kind=${kind}&at=${at}`,
      previewAction: `${isNew ? `${action}/new` : action}/preview?kind=${kind}&at=${at}`,
      previewSrc: `${partHref(draft.id, screen, at)}/view`,
      seen: (isNew ? undefined : stillSeen(form, problems)) ?? markOf(source ?? ''),
      fields: opened(partFields(holds, draft.files, isUnheaded(asked)), values),
      form: { ...values },
      ...problems,
    };
  }

  private checkHref = (id: string, screen: string, at: number) =>
    `${draftHref(id)}/questions/checks/new?screen=${screen}&at=${at}`;
}

/** Parts without a text that may say what the law is. */
const WITHOUT_LAW: ReadonlySet<BlockKind> = new Set(['heading', 'check', 'image', 'video', 'other']);
