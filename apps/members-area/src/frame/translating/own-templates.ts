import { Environment, FileSystemLoader, type LoaderSource } from 'nunjucks';
import { parseTemplate, runnable } from './template-tree';
import { hasOwnWords, withOwnWords } from './own-words';

/** Reads templates with the council's words in place of ours; each is looked through once. */
class OwnWordsLoader extends FileSystemLoader {
  override getSource(name: string): LoaderSource {
    const found = super.getSource(name) as LoaderSource | null;
    if (!found || !hasOwnWords(found.src)) return found as never;
    return { ...found, src: runnable(withOwnWords(parseTemplate(found.src)), found.path) as never };
  }
}

/** The site's templates in English. @param noCache changed templates are noticed */
export const ownTemplates = (folders: readonly string[], noCache: boolean): Environment =>
  new Environment(new OwnWordsLoader([...folders], { noCache }), { autoescape: true });
