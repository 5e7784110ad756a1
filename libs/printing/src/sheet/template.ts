import { withoutBidiControls } from '@induct/platform';
import Handlebars from 'handlebars';
import { checkTemplate } from './template-rules';

/**
 * @param declared the names that may stand in it, see `checkTemplate`
 * @throws TemplateRefused before anything of the template has run
 */
export function compileTemplate(source: string, declared: ReadonlySet<string>): (view: object) => string {
  checkTemplate(source, declared);
  const handlebars = Handlebars.create();
  const render = handlebars.compile<object>(source, {
    strict: true,
    knownHelpers: { if: true, each: true },
    knownHelpersOnly: true,
    noEscape: false,
  });
  // No text turns round what stands beside it, nor puts its marks into another face than its letters.
  return (view) => withoutBidiControls(render(view)).normalize('NFC');
}
