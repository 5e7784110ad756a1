import { DomainError, said, w } from '@induct/platform';
import { LIMITS } from '../../words/limits';

/** A form stood on a page of somebody, and in another tab of that browser somebody else has signed in since. */
export class PageOfAnother extends DomainError {
  readonly kind = 'conflict';
  readonly title = 'Somebody else is signed in here now';
  override readonly remedy: string;

  constructor(isKept: boolean) {
    super('This form was on a page that another person had open. It was not sent, and nothing was done.');
    this.remedy = isKept
      ? w`What was typed is kept for ${LIMITS.kept}, for that person alone. If it is you: sign out, sign in again in this browser and open the page again. Then you can check it and send it.`
      : said('We could not keep what was typed. Go back in your browser to see whether it still shows it.');
  }
}
