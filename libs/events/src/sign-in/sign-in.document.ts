import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, withoutBidiControls } from '@induct/platform';
import { compileTemplate, type ExpectedPdf, fontFaces, fontFacesFor, runningTitle, type Sheet } from '@induct/printing';
import type { SignInFacts } from './sign-in-facts';
import { PLACEHOLDERS, signInView } from './sign-in-sheet.view';

const LANGUAGE = 'en-GB';
const FOLDER = join(projectRoot, 'content/reports');
/** Columns beside names and groups, for which a page has room to sign when it stands upright. */
const MOST_UPRIGHT = 3;
const LYING = '@page { size: A4 landscape; } body { width: 257mm; }';

/** Lays sign-in sheets out; reads the template and the fonts once, with the first of them. */
export class SignInDocument {
  private made?: { render: (view: object) => string; head: string };

  /** @param council whose session it is, asked for each time */
  constructor(private readonly council: () => string) {}

  sheet(facts: SignInFacts, at: Date): Sheet {
    this.made ??= {
      render: compileTemplate(readFileSync(join(FOLDER, 'sign-in.hbs'), 'utf8'), PLACEHOLDERS),
      head: `<style>${fontFaces()}\n${readFileSync(join(FOLDER, 'round.css'), 'utf8')}\n${readFileSync(join(FOLDER, 'sign-in.css'), 'utf8')}</style>`,
    };
    const title = withoutBidiControls(facts.title);
    const view = signInView(facts, this.council(), at);
    const text = this.made.render(view);
    const more = `${facts.parts.length > MOST_UPRIGHT ? LYING : ''}${fontFacesFor(text)}`;
    return {
      language: LANGUAGE,
      title: `Sign-in sheet: ${title}`,
      head: more === '' ? this.made.head : `${this.made.head}<style>${more}</style>`,
      body: runningTitle(`${title}. ${view.asOf}`) + text,
      room: 'width',
    };
  }

  /** Titles and names may hold letters that no font has; our own words hold none. */
  expected(): ExpectedPdf {
    return {
      language: LANGUAGE,
      title: 'Sign-in sheet: ',
      texts: [{ about: 'the sheet’s own words', text: 'Please sign in each part that you are at.' }],
    };
  }
}
