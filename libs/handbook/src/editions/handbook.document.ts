import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, projectRoot, said, w } from '@induct/platform';
import {
  compileTemplate,
  type ExpectedPdf,
  fontFaces,
  fontFacesFor,
  type PrintedHeading,
  runningTitle,
  type Sheet,
} from '@induct/printing';
import QRCode from 'qrcode';
import { changesAddress, type PaperFacts, paperView, PLACEHOLDERS } from './handbook-paper.view';

const TAGS: Record<Language, string> = { en: 'en-GB', cy: 'cy' };
/** The style sheet numbers pages in English. */
const PAGES: Record<Language, string> = {
  en: '',
  cy: `@page { @bottom-right { content: counter(page) ' o ' counter(pages); } }`,
};

const FOLDER = join(projectRoot, 'content/reports');

/** Lays printed copies out; reads the template and the fonts once, with the first of them. */
export class HandbookDocument {
  private made?: { render: (view: object) => string; head: string };

  constructor(
    private readonly council: () => string,
    private readonly origin: string,
  ) {}

  async sheet(facts: PaperFacts): Promise<Sheet> {
    this.made ??= {
      render: compileTemplate(readFileSync(join(FOLDER, 'handbook.hbs'), 'utf8'), PLACEHOLDERS),
      head: `<style>${fontFaces()}\n${readFileSync(join(FOLDER, 'round.css'), 'utf8')}\n${readFileSync(join(FOLDER, 'handbook.css'), 'utf8')}</style>`,
    };
    const { render, head } = this.made;
    const address = changesAddress(this.origin, facts);
    const council = this.council();
    const about = { council, address, qr: await QRCode.toDataURL(address, { margin: 0, width: 400 }) };
    const { number } = facts.edition;
    const running = runningTitle(
      facts.district === null
        ? w`${council}, members handbook, edition ${number}`
        : w`${council}, members handbook for ${facts.district}, edition ${number}`,
    );
    const body = (headings: readonly PrintedHeading[]) => running + render(paperView(facts, about, headings));
    const first = body([]);
    const more = `${PAGES[facts.language]}${fontFacesFor(first)}`;
    return {
      language: TAGS[facts.language],
      title: titleOf(facts),
      head: more === '' ? head : `${head}<style>${more}</style>`,
      body: first,
      room: 'width',
      contents: body,
    };
  }

  /** What officers write may hold letters that no font has; our own words hold none. */
  expected({ edition, language }: PaperFacts): ExpectedPdf {
    return {
      language: TAGS[language],
      title: w`Members handbook: edition ${edition.number}`,
      texts: [
        {
          about: 'the cover’s own words',
          text: [said('Members handbook'), w`Edition ${edition.number}`, said('Contents')].join(' '),
        },
      ],
    };
  }
}

const titleOf = ({ edition, district }: PaperFacts): string =>
  district === null
    ? w`Members handbook: edition ${edition.number}`
    : w`Members handbook: edition ${edition.number}, ${district}`;
