import { Injectable } from '@nestjs/common';
import {
  addPart,
  addScreen,
  Drafts,
  type FileChanges,
  type ModuleFiles,
  putQuestion,
  readDetails,
  setDetails,
  textOf,
  writeBlock,
} from '@induct/authoring';
import { PeopleService } from '@induct/people';
import { DataSource } from 'typeorm';
import { STAFF } from './stories/council';
import type { DemoClock } from './demo-clock';
import { HALF_WRITTEN } from './stories/half-written';

const [WRITER, OTHER] = STAFF;

/** A module of the demo council's own, half-way written by two officers: whoever looks sees at once how one is made. */
@Injectable()
export class DemoDraft {
  constructor(
    private readonly drafts: Drafts,
    private readonly people: PeopleService,
    private readonly source: DataSource,
  ) {}

  /** Once there, it is left alone: an interrupted start goes on. */
  async tell(clock: DemoClock): Promise<void> {
    const begun = await this.source.query<unknown[]>('select 1 from module_draft_standing where title = $1', [
      HALF_WRITTEN.title,
    ]);
    if (begun.length > 0) return;
    const by = (await this.people.findByEmail(WRITER!.email))!.id;
    const { title, summary, aims, screens, questions } = HALF_WRITTEN;
    const order = { beginning: { from: 'starter' }, title, courseId: null, by } as const;
    const id = await clock.at(clock.daysAgo(6, 10), () => this.drafts.begin(order));
    for (const [at, screen] of screens.entries())
      await clock.at(clock.daysAgo(5, 10 + at), async () => {
        let made = '';
        await this.drafts.change(id, { act: 'screen-added', about: screen.title, by }, (files) => {
          const added = addScreen(files, 1 + at, screen.title);
          made = added.id;
          return added.changes;
        });
        for (const [place, part] of screen.parts.entries())
          await this.drafts.change(id, { act: 'part-added', about: screen.title, by }, (files) =>
            addPart(files, { screen: made, at: place }, writeBlock(part)),
          );
      });
    const second = (await this.people.findByEmail(OTHER!.email))!.id;
    await clock.at(clock.daysAgo(3, 14), () =>
      this.drafts.change(id, { act: 'details', about: title, by: second }, (files) => withAims(files, summary, aims)),
    );
    for (const [at, question] of questions.entries())
      await clock.at(clock.daysAgo(2, 11 + at), () =>
        this.drafts.change(id, { act: 'question-added', about: question.question, by: second }, (files) =>
          putQuestion(files, 'test', { ...question, objective: 'use-the-rule' }),
        ),
      );
  }
}

/** The aims of the pattern get words and screens of their own. */
function withAims(files: ModuleFiles, summary: string, aims: (typeof HALF_WRITTEN)['aims']): FileChanges {
  const about = textOf(files, 'module.yaml');
  const objectives = readDetails(about).objectives.map((aim, at) => ({
    ...aim,
    ...aims[at],
    screens: [...(aims[at]?.screens ?? []), ...aim.screens],
  }));
  return new Map([['module.yaml', setDetails(about, { summary, objectives })]]);
}
