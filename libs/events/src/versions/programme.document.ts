import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, projectRoot, said, w, withoutBidiControls } from '@induct/platform';
import { compileTemplate, type ExpectedPdf, fontFaces, fontFacesFor, runningTitle, type Sheet } from '@induct/printing';
import { PLACEHOLDERS, paperView } from './programme-paper.view';
import type { PaperRow } from './versions.repository';

const TAGS: Record<Language, string> = { en: 'en-GB', cy: 'cy' };
/** The style sheet numbers pages in English. */
const PAGES: Record<Language, string> = {
  en: '',
  cy: `@page { @bottom-right { content: 'Tudalen ' counter(page) ' o ' counter(pages); } }`,
};

const FOLDER = join(projectRoot, 'content/reports');

/** Lays programmes out; reads the template and the fonts once, with the first of them. */
export class ProgrammeDocument {
  private made?: { render: (view: object) => string; head: string };

  /** @param council whose programme it is, asked for each time */
  constructor(private readonly council: () => string) {}

  sheet(paper: PaperRow): Sheet {
    this.made ??= {
      render: compileTemplate(readFileSync(join(FOLDER, 'programme.hbs'), 'utf8'), PLACEHOLDERS),
      head: `<style>${fontFaces()}\n${readFileSync(join(FOLDER, 'round.css'), 'utf8')}\n${readFileSync(join(FOLDER, 'programme.css'), 'utf8')}</style>`,
    };
    const title = withoutBidiControls(paper.facts.title);
    const text = this.made.render(paperView(paper, this.council()));
    const more = `${PAGES[paper.language]}${fontFacesFor(text)}`;
    return {
      language: TAGS[paper.language],
      title: w`Programme: ${title}`,
      head: more === '' ? this.made.head : `${this.made.head}<style>${more}</style>`,
      body: runningTitle(w`${title}, version ${paper.number}`) + text,
      room: 'width',
    };
  }

  /** Titles may hold letters that no font has; our own words hold none. */
  expected({ number, language }: PaperRow): ExpectedPdf {
    return {
      language: TAGS[language],
      title: w`Programme: ${''}`,
      texts: [{ about: 'the paper’s own words', text: `${said('Member Development Steering Group')} ${number}` }],
    };
  }
}
