import { Body, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import {
  HasEndedAlready,
  LARGEST_PICTURE,
  NotAPictureForCertificates,
  PlaceIsTaken,
  Signatories,
  type SignatoryInTime,
} from '@induct/accreditation';
import { EndsBeforeItBegins } from '@induct/people';
import { Clock, dayInLondon, daysLater } from '@induct/platform';
import { Access, CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileForm } from '../../forms/file-form';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { endView, fieldsOf, signatoriesView, signatoryFormView } from './signatories.view';
import { EndSignatoryForm, SignatoryForm } from './signatory.form';

const FORM = 'desk/signatories/signatory.page.njk';
const END = 'desk/signatories/end-signatory.page.njk';
const HERE = '/admin/signatories';
const REFUSALS = [atField(PlaceIsTaken, 'place'), atField(NotAPictureForCertificates, 'file')];

/** Who signs certificates, from when to when. */
@Screen({
  path: 'admin/signatories',
  access: ['officer', 'administrator'],
  title: 'Who signs certificates',
  menu: { area: 'desk', group: 'Accreditation', text: 'Who signs', order: 61 },
  pages: { new: 'Add somebody who signs', ':id/correct': 'Correct who signs', ':id/end': 'Somebody signs no more' },
  back: 'Who signs certificates',
})
export class SignatoriesController {
  constructor(
    private readonly signatories: Signatories,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/signatories/signatories.page.njk')
  async list(@Query('done') done: unknown, @CurrentPerson() { roles }: SignedInPerson) {
    const about = { today: dayInLondon(this.clock.now()), mayChange: roles.includes('officer'), done };
    return signatoriesView(await this.signatories.all(), about);
  }

  @Get('new')
  @Access('officer')
  @Render(FORM)
  ask() {
    return signatoryFormView({}, NO_PROBLEMS);
  }

  @Post('new')
  @Access('officer')
  async add(@Req() request: FastifyRequest, @CurrentPerson() officer: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: SignatoryForm,
      sent: await readFileForm(request, LARGEST_PICTURE),
      page: FORM,
      view: (form, problems) => signatoryFormView(form, problems),
      refusals: REFUSALS,
      take: async ({ keeps: _keeps, ...given }) => {
        await this.signatories.add(given, officer.id);
        return `${HERE}?done=added`;
      },
    });
  }

  @Get(':id/correct')
  @Access('officer')
  @Render(FORM)
  async askToCorrect(@Param('id') id: string) {
    const before = await this.find(id);
    return signatoryFormView(fieldsOf(before), NO_PROBLEMS, before);
  }

  @Post(':id/correct')
  @Access('officer')
  async correct(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const before = await this.find(id);
    return await takeForm(reply, {
      schema: SignatoryForm,
      sent: await readFileForm(request, LARGEST_PICTURE),
      page: FORM,
      view: (form, problems) => signatoryFormView(form, problems, before),
      refusals: REFUSALS,
      take: async (given) => {
        await this.signatories.correct(id, given, officer.id);
        return `${HERE}?done=corrected`;
      },
    });
  }

  @Get(':id/end')
  @Access('officer')
  @Render(END)
  async askToEnd(@Param('id') id: string) {
    return endView(await this.find(id), {}, NO_PROBLEMS);
  }

  @Post(':id/end')
  @Access('officer')
  async end(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const before = await this.find(id);
    return await takeForm(reply, {
      schema: EndSignatoryForm,
      sent,
      page: END,
      view: (form, problems) => endView(before, form, problems),
      refusals: [atField(EndsBeforeItBegins, 'last-day'), atField(HasEndedAlready, 'last-day')],
      take: async ({ last }) => {
        await this.signatories.end(id, daysLater(last, 1), officer.id);
        return `${HERE}?done=ended`;
      },
    });
  }

  private async find(id: string): Promise<SignatoryInTime> {
    if (!isId(id)) throw new NotHere('signatory');
    return this.signatories.find(id);
  }
}
