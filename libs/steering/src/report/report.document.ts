import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, withoutBidiControls } from '@induct/platform';
import { compileTemplate, type ExpectedPdf, fontFaces, fontFacesFor, runningTitle, type Sheet } from '@induct/printing';
import type { RoundReport } from './report';
import { PLACEHOLDERS, reportHeading, reportView } from './report.view';

const FOLDER = join(projectRoot, 'content/reports');

/** Lays reports out; reads the template and the fonts once, with the first report. */
export class ReportDocument {
  private made?: { render: (view: object) => string; head: string };

  /** @param council whose report it is, asked for each time */
  constructor(private readonly council: () => string) {}

  /** @param at when it is printed */
  sheet(report: RoundReport, at: Date): Sheet {
    this.made ??= {
      render: compileTemplate(readFileSync(join(FOLDER, 'round.hbs'), 'utf8'), PLACEHOLDERS),
      head: `<style>${fontFaces()}\n${readFileSync(join(FOLDER, 'round.css'), 'utf8')}</style>`,
    };
    const title = withoutBidiControls(`${reportHeading(report)}: ${report.courseTitle}`);
    const text = this.made.render(reportView(report, this.council(), at));
    const more = fontFacesFor(text);
    return {
      language: 'en-GB',
      title,
      head: more === '' ? this.made.head : `${this.made.head}<style>${more}</style>`,
      body: runningTitle(`${title}, version ${report.versionNumber}`) + text,
      room: 'width',
    };
  }

  /** Findings may hold letters that no font has; our own words hold none. */
  expected(report: RoundReport): ExpectedPdf {
    const texts = [{ about: 'the report’s own words', text: `${reportHeading(report)}${report.decision}` }];
    return { language: 'en-GB', title: reportHeading(report), texts };
  }
}
