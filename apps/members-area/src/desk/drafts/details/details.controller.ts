import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import {
  ABOUT_FILE,
  ChangedMeanwhile,
  DraftChecks,
  Drafts,
  markOf,
  type ModuleFiles,
  type Place,
  QUESTIONS_FILE,
  readQuestions,
  REVIEW_FILE,
  roleDuties,
  setDetails,
  setTest,
  textOf,
} from '@induct/authoring';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS, problemAt } from '../../../forms/form-problems';
import { takeForm } from '../../../forms/take-form';
import { Screen } from '../../../frame/screen';
import { draftHref, mustBeId } from '../frame/addresses';
import { saveOrShowBoth, seenIn, stillSeen } from '../frame/both-texts';
import { detailsFields, detailsValues } from './details.fields';
import { detailsForm } from './details.form';
import { reviewFields, reviewForm, reviewValues } from './review.form';
import { opened } from '../frame/fields';

const PAGE = 'desk/drafts/details/details.page.njk';

/** Which two pages of a module are one form each. */
type Side = 'details' | 'review';

/** What a module is, apart from its screens: title, aims, test, law and review; and what the monitoring officer has to look at. */
@Screen({
  path: 'admin/drafts/:id',
  access: ['officer'],
  pages: { details: 'Details and aims', review: 'For the monitoring officer' },
})
export class DraftDetailsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly checks: DraftChecks,
  ) {}

  @Get('details')
  @Render(PAGE)
  async details(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    return {
      ...(await this.page({ id, side: 'details', by: officer.id }, undefined, NO_PROBLEMS)),
      isDone: done === 'saved',
    };
  }

  @Post('details')
  async saveDetails(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const { law } = await this.checks.check(draft, officer.id);
    return await takeForm(reply, {
      schema: detailsForm(draft.files, law),
      sent,
      page: PAGE,
      view: (form, problems) => this.page({ id, side: 'details', by: officer.id }, form, problems),
      take: ({ details, settings }) =>
        this.save(reply, { id, side: 'details', about: details.title, by: officer.id, sent: sent as Fields }, (now) => {
          const changes = new Map([[ABOUT_FILE, setDetails(textOf(now, ABOUT_FILE), details)]]);
          const before = textOf(now, QUESTIONS_FILE);
          changes.set(QUESTIONS_FILE, setTest(before, { ...settings, intro: sameIntro(before, settings.intro) }));
          return changes;
        }),
    });
  }

  @Get('review')
  @Render(PAGE)
  async review(@Param('id') id: string, @CurrentPerson() officer: SignedInPerson, @Query('done') done?: string) {
    return {
      ...(await this.page({ id, side: 'review', by: officer.id }, undefined, NO_PROBLEMS)),
      isDone: done === 'saved',
    };
  }

  @Post('review')
  async saveReview(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    const { title, files } = await this.drafts.read(mustBeId(id));
    return await takeForm(reply, {
      schema: reviewForm(title, files),
      sent,
      page: PAGE,
      view: (form, problems) => this.page({ id, side: 'review', by: officer.id }, form, problems),
      take: (review) =>
        this.save(
          reply,
          { id, side: 'review', about: title, by: officer.id, sent: sent as Fields },
          () => new Map([[REVIEW_FILE, review]]),
        ),
    });
  }

  private async save(
    reply: FastifyReply,
    { id, side, about, by, sent }: { id: string; side: Side; about: string; by: string; sent: Fields },
    edit: (files: ModuleFiles) => ReadonlyMap<string, string>,
  ): Promise<string | FastifyReply> {
    return await saveOrShowBoth(reply, {
      page: PAGE,
      save: async () => {
        await this.drafts.change(id, { act: side, about, by }, (files) => {
          const theirs = textOf(files, side === 'details' ? ABOUT_FILE : REVIEW_FILE);
          if (seenIn(sent) !== seenOf(side, files)) throw new ChangedMeanwhile(theirs);
          return new Map([...edit(files)].filter(([path, made]) => files.get(path) !== made));
        });
        return `${draftHref(id)}/${side}?done=saved`;
      },
      view: () => {
        const wrong = problemAt('seen', 'Somebody else has changed this page since you opened it');
        return this.page({ id, side, by }, sent, wrong);
      },
    });
  }

  private async page(
    { id, side, by }: { id: string; side: Side; by: string },
    form: Fields | undefined,
    problems: FormProblems,
  ) {
    const draft = await this.drafts.read(mustBeId(id));
    const { files } = draft;
    const { problems: found, law, figures } = await this.checks.check(draft, by);
    const isDetails = side === 'details';
    const values = form ?? (isDetails ? detailsValues(files) : reviewValues(files));
    const known = { law, duties: await roleDuties(), minutes: figures.minutes };
    const fields = isDetails ? detailsFields(files, known) : reviewFields(files);
    return {
      draft: { title: draft.title, href: draftHref(id) },
      isDetails,
      action: `${draftHref(id)}/${side}`,
      seen: stillSeen(form, problems) ?? seenOf(side, files),
      fields: opened(fields, problems.message),
      form: values,
      remarks: found
        .filter(({ place }) => place.at === side)
        .map(({ isError, stops, words, place }) => ({ isError, stops, words, href: `#${anchorOf(place)}` })),
      ...problems,
    };
  }
}

/** Where on the page it is mended. */
const anchorOf = (place: Place): string => {
  if (place.at !== 'details') return 'confirm';
  return place.field === 'objectives' ? 'aim1' : place.field;
};

/** What a page shows of a module, as a mark. */
const seenOf = (side: Side, files: ModuleFiles): string =>
  markOf(
    side === 'review' ? textOf(files, REVIEW_FILE) : textOf(files, ABOUT_FILE) + JSON.stringify(detailsValues(files)),
  );

/** A line's end behind it is no change. */
function sameIntro(questions: string, intro: string): string {
  const { intro: now } = readQuestions(questions).settings;
  return now.trim() === intro ? now : intro;
}
