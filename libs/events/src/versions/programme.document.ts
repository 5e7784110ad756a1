import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, withoutBidiControls } from '@induct/platform';
import { compileTemplate, type ExpectedPdf, fontFaces, fontFacesFor, runningTitle, type Sheet } from '@induct/printing';
import { PLACEHOLDERS, paperView } from './programme-paper.view';
import type { PaperRow } from './versions.repository';

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
    const more = fontFacesFor(text);
    return {
      language: 'en-GB',
      title: `Programme: ${title}`,
      head: more === '' ? this.made.head : `${this.made.head}<style>${more}</style>`,
      body: runningTitle(`${title}, version ${paper.number}`) + text,
      room: 'width',
    };
  }

  /** Titles may hold letters that no font has; our own words hold none. */
  expected({ number }: PaperRow): ExpectedPdf {
    return {
      language: 'en-GB',
      title: 'Programme: ',
      texts: [{ about: 'the paper’s own words', text: `Version ${number} approved` }],
    };
  }
}
