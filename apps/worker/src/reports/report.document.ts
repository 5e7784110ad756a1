import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import type { RoundReport } from '@induct/steering';
import { fontFaces } from '../printing/fonts';
import type { ExpectedPdf } from '../printing/pdf-check';
import type { Sheet } from '../printing/sheet';
import { compileTemplate } from '../printing/template';
import { PLACEHOLDERS, reportHeading, reportView } from './report.view';
import { runningTitle } from './running-title';

const FOLDER = join(projectRoot, 'content/reports');

/** Lays reports out; reads the template and the fonts once, with the first report. */
export class ReportDocument {
  private made?: { render: (view: object) => string; head: string };

  constructor(private readonly council: string) {}

  /** @param at when it is printed */
  sheet(report: RoundReport, at: Date): Sheet {
    this.made ??= {
      render: compileTemplate(readFileSync(join(FOLDER, 'round.hbs'), 'utf8'), PLACEHOLDERS),
      head: `<style>${fontFaces()}\n${readFileSync(join(FOLDER, 'round.css'), 'utf8')}</style>`,
    };
    const title = `${reportHeading(report)}: ${report.courseTitle}`;
    return {
      language: 'en-GB',
      title,
      head: this.made.head,
      body:
        runningTitle(`${title}, version ${report.versionNumber}`) +
        this.made.render(reportView(report, this.council, at)),
    };
  }

  /** Findings may hold letters that no font has; our own words hold none. */
  expected(report: RoundReport): ExpectedPdf {
    return { language: 'en-GB', title: reportHeading(report), letters: `${reportHeading(report)}${report.decision}` };
  }
}
