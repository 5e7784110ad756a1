import { Get, Header, HttpStatus, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { LARGEST_PICTURE, NotAPictureForCertificates, Pictures, redrawn } from '@induct/accreditation';
import { PeopleService } from '@induct/people';
import {
  CONFIG,
  type Config,
  Council,
  CouncilChangedMeanwhile,
  councilCss,
  type CouncilIdentity,
  IS_COLOUR,
  NoSuchRevision,
  SHIPPED,
  Transactions,
} from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readFileForm } from '../../forms/file-form';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { dressOf, type SiteFrame } from '../../frame/site-frame';
import { IdentityForm, offersIn, typedOf, withOffersTaken } from './identity.form';
import { districtChoices, changesBetween, historyView, rowsOf } from './identity.view';

const HERE = '/admin/council/identity';
const FORM = 'desk/identity/change-identity.page.njk';
const CHECK = 'desk/identity/check-identity.page.njk';

const colourAsked = (shipped: string) => z.string().regex(IS_COLOUR).catch(shipped);
const Colours = z.object({ bar: colourAsked(SHIPPED.bar), action: colourAsked(SHIPPED.action) });

/** What the council is called, its arms, colours and words: changed by one officer, looked at before it is saved, and undone. */
@Screen({
  path: 'admin/council/identity',
  access: ['officer', 'administrator'],
  title: 'Name and colours',
  menu: { area: 'desk', group: 'Website', text: 'Name and colours', order: 77 },
  pages: { change: 'Change the name and colours', 'revisions/:revision': 'Go back to an earlier name and colours' },
  back: 'Name and colours',
})
export class IdentityController {
  constructor(
    private readonly council: Council,
    private readonly people: PeopleService,
    private readonly pictures: Pictures,
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('desk/identity/identity.page.njk')
  async show(@Query('done') done: unknown) {
    const { current } = this.council;
    const revisions = await this.council.history();
    const names = await this.people.names(revisions.flatMap(({ changedBy }) => changedBy ?? []));
    const past = revisions.map((revision) => ({
      revision,
      own: this.council.identity(revision.revision, revision.said as object),
    }));
    return {
      isSaved: done === 'saved',
      rows: rowsOf(current),
      sender: this.config.MAIL_FROM,
      history: historyView(past, this.council.identity(0, {}), names),
    };
  }

  @Get('change')
  @Render(FORM)
  async ask() {
    const { current } = this.council;
    const said = await this.council.said(current.revision);
    return this.form({ ...typedOf(said, current), basedOn: String(current.revision) }, NO_PROBLEMS);
  }

  /** Shows first what pages look like then; the second time it is saved. */
  @Post('change')
  async change(@Req() request: FastifyRequest, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    const sent = await this.withPicture(withOffersTaken(await readFileForm(request, LARGEST_PICTURE)));
    return await takeForm(reply, {
      schema: IdentityForm,
      sent,
      page: FORM,
      view: (form, problems) => this.form(form, problems),
      refusals: [atField(CouncilChangedMeanwhile, 'name')],
      take: async ({ said, isConfirmed, goesBack, basedOn, wentBackTo }) => {
        if (goesBack) return await reply.view(FORM, this.form(sent, NO_PROBLEMS));
        if (!isConfirmed) return await this.check(reply, this.council.identity(basedOn, said), sent);
        await this.council.change({ said, basedOn, by: officer.id, ...(wentBackTo !== undefined && { wentBackTo }) });
        return `${HERE}?done=saved`;
      },
    });
  }

  /** Going back is a change like others, and is looked at like others. */
  @Get('revisions/:revision')
  async goBack(@Param('revision') asked: string, @Res() reply: FastifyReply) {
    if (!/^\d{1,6}$/.test(asked)) throw new NoSuchRevision();
    const revision = Number(asked);
    const [said, own] = [await this.council.said(revision), await this.council.at(revision)];
    const { revision: basedOn } = this.council.current;
    const sent = { ...typedOf(said, own), basedOn: String(basedOn), wentBackTo: String(revision) };
    return await this.check(reply, own, sent);
  }

  /** Colours that are not saved yet, for the page that shows them. */
  @Get('preview.css')
  @Header('content-type', 'text/css; charset=utf-8')
  preview(@Query({ schema: Colours }) colours: z.infer<typeof Colours>): string {
    return councilCss(colours);
  }

  private async check(reply: FastifyReply, own: CouncilIdentity, sent: Fields) {
    const site = (reply.locals as { site: SiteFrame }).site;
    const { arms, bar, action } = own;
    return await reply.status(HttpStatus.OK).view(CHECK, {
      site: {
        ...site,
        ...dressOf(own),
        arms: arms && { src: `/admin/pictures/${arms.picture}`, alt: arms.alt },
        dress: `${HERE}/preview.css?${new URLSearchParams({ bar, action }).toString()}`,
      },
      own,
      changes: changesBetween(this.council.current, own),
      goesBack: sent['wentBackTo'] !== undefined,
      hidden: Object.entries(sent)
        .filter(([name, value]) => typeof value === 'string' && !/^use-|^fileName$|^confirmed$/.test(name))
        .map(([name, value]) => ({ name, value })),
    });
  }

  private form(form: Fields, problems: FormProblems) {
    const { file: _file, ...typed } = form;
    return { form: typed, offers: offersIn(form), shipped: SHIPPED, districts: districtChoices, ...problems };
  }

  /** Whatever else is wrong with the form, a picture that was sent is kept: a page cannot keep a file. */
  private async withPicture({ file, ...sent }: Fields): Promise<Fields> {
    if (!Buffer.isBuffer(file)) return sent;
    try {
      const drawn = await redrawn(file);
      return { ...sent, picture: await this.transactions.run((tx) => this.pictures.keep(tx, drawn)) };
    } catch (error) {
      if (!(error instanceof NotAPictureForCertificates)) throw error;
      return { ...sent, fileProblem: error.title };
    }
  }
}
