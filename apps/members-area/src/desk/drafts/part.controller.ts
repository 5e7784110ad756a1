import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import {
  addPart,
  BLOCK_KINDS,
  type BlockFields,
  type BlockKind,
  changed,
  changePart,
  type Draft,
  Drafts,
  Kit,
  markOf,
  type ModuleFiles,
  oneLine,
  parseScreen,
  PartNotFound,
  readBlock,
  scenarioIds,
  screenFrom,
  screenOf,
  screenPage,
  writeBlock,
} from '@induct/authoring';
import { LocalFacts } from '@induct/course';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS, problemAt } from '../../forms/form-problems';
import { takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { draftHref, partHref, placeIn, screenHref } from './addresses';
import { saveOrShowBoth, stillSeen } from './both-texts';
import { emptyPart } from './empty-part';
import { mustBeId } from './outline.controller';
import { NEW_KINDS, partFields, partNames, partValues } from './part.fields';
import { partForm } from './part.form';
import { opened } from './question.fields';
import { seenPart, sendScreen } from './screen.controller';

const PAGE = 'desk/drafts/part.page.njk';

/** A part that is written: which one, or at what place it comes in. */
interface PartAsked {
  draft: Draft;
  screen: string;
  kind: BlockKind;
  /** How many parts stand before it. */
  at: number;
  /** What it is now; undefined: it is a new one. */
  source?: string;
}

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
    return await reply.view('desk/drafts/choose-part.page.njk', {
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
    return await reply.view(PAGE, await this.page(await this.asked(id, screen, part), undefined, NO_PROBLEMS));
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
      schema: partForm(asked.kind, this.before(asked)),
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
    const asked = await this.asked(id, screen, part, kindIn(kind));
    const seen = seenPart(screen, part, sent);
    return await takeForm(reply, {
      schema: partForm(asked.kind, this.before(asked)),
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
    const isNew = part === 'new';
    const asked = isNew
      ? { draft: await this.drafts.read(mustBeId(id)), screen, kind: kindIn(kind), at: placeIn(at) }
      : await this.asked(id, screen, part, kindIn(kind));
    const { draft } = asked;
    const read = partForm(asked.kind, this.before(asked)).safeParse(sent);
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

  private async asked(id: string, screen: string, part: string, kind?: BlockKind): Promise<PartAsked> {
    const draft = await this.drafts.read(mustBeId(id));
    const at = Number(part);
    const block = /^\d{1,4}$/.test(part) ? parseScreen(screenOf(draft.files, screen).source).blocks[at] : undefined;
    if (!block && kind === undefined) throw new PartNotFound();
    const source = block?.source ?? '';
    return { draft, screen, at, source, kind: kind ?? readBlock(source).kind };
  }

  private before(asked: PartAsked) {
    const { draft, source, kind } = asked;
    const fields = source === undefined ? undefined : readBlock(source);
    return {
      taken: scenarioIds(draft.files),
      isUnheaded: isUnheaded(asked),
      ...(fields?.kind === kind && { fields }),
    };
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

const kindIn = (kind: unknown): BlockKind => BLOCK_KINDS.find((one) => one === kind) ?? 'text';

/** Of new cards that come in where no large heading stands above them. */
function isUnheaded({ draft, screen, kind, at, source }: PartAsked): boolean {
  if (kind !== 'cards' || source !== undefined) return false;
  const above = parseScreen(screenOf(draft.files, screen).source).blocks.slice(0, at);
  return !above.some((block) => {
    const fields = readBlock(block.source);
    return fields.kind === 'heading' && fields.level === 2;
  });
}

/** As it is written, with the heading that cards need where there is none. */
function withHeading(asked: PartAsked, fields: BlockFields, sent: unknown): string {
  const text = writeBlock(fields);
  const above = (sent as Fields | null | undefined)?.['above'];
  if (!isUnheaded(asked) || typeof above !== 'string') return text;
  return `${writeBlock({ kind: 'heading', level: 2, text: oneLine(above) })}\n\n${text}`;
}

/** A form that was opened and saved changes nothing, however it would be written. */
function unlessSame(files: ModuleFiles, { screen, at }: PartAsked, fields: BlockFields): string {
  const written = writeBlock(fields);
  const now = parseScreen(screenOf(files, screen).source).blocks[at]?.source;
  return now !== undefined && written === writeBlock(readBlock(now)) ? now : written;
}

function withPart(files: ModuleFiles, { screen, at, source }: PartAsked, text: string) {
  if (source === undefined) return addPart(files, { screen, at }, text);
  return changePart(files, { screen, part: at, seen: markOf(source) }, text);
}
