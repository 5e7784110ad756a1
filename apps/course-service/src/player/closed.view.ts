import type { Config, DomainError } from '@induct/platform';

/** What is shown instead of the player, with the way back. */
export function closedPage(
  reason: Pick<DomainError, 'title' | 'message' | 'remedy'> | undefined,
  council: string,
  { SITE_ORIGIN }: Pick<Config, 'SITE_ORIGIN'>,
  styles: string,
) {
  const words = reason ?? {
    title: 'The module cannot be opened for a moment',
    message: 'The problem is ours. Nothing you did before was lost.',
    remedy: 'Please try again in a minute.',
  };
  return {
    council,
    title: words.title,
    paragraphs: [words.message, words.remedy].filter(Boolean),
    backUrl: `${SITE_ORIGIN}/`,
    assets: { styles },
  };
}
