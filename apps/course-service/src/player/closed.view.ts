import { type Config, type DomainError, said } from '@induct/platform';

/** What is shown instead of the player, with the way back. */
export function closedPage(
  reason: Pick<DomainError, 'title' | 'message' | 'remedy'> | undefined,
  council: string,
  { SITE_ORIGIN }: Pick<Config, 'SITE_ORIGIN'>,
  styles: string,
) {
  const words = reason ?? {
    title: said('The module cannot be opened for a moment'),
    message: said('The problem is ours. Nothing you did before was lost.'),
    remedy: said('Please try again in a minute.'),
  };
  return {
    council,
    title: said(words.title),
    paragraphs: [words.message, words.remedy].flatMap((text) => (text ? said(text) : [])),
    backUrl: `${SITE_ORIGIN}/`,
    assets: { styles },
  };
}
