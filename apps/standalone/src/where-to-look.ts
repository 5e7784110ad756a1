import type { Config } from '@induct/platform';

interface Facts {
  /** DATABASE_URL was given. */
  ownDatabase: boolean;
  /** How long the start took. */
  ready: string;
  /** The link to become one, while there is none. */
  firstAdministrator: string | undefined;
}

/** What is printed when everything runs. */
export function whereToLook(config: Config, { ownDatabase, ready, firstAdministrator }: Facts): string {
  const lines = [
    `\nInduct is ready (${ready}).\n`,
    `  Members area     ${config.SITE_ORIGIN}`,
    ...(config.DEMO ? [`  Mailbox          ${config.SITE_ORIGIN}/mailbox`] : []),
    `  Content origin   ${config.CONTENT_ORIGIN}`,
    `  Health           ${config.SITE_ORIGIN}/health`,
    `  Data             ${ownDatabase ? 'your DATABASE_URL; ' : ''}${config.DATA_DIR}`,
    '',
  ];
  if (firstAdministrator) {
    lines.push(`  Nobody is here yet. Become the first administrator within 24 hours:\n  ${firstAdministrator}\n`);
  } else if (config.DEMO) {
    lines.push('  The demo council is invented. Open the members area and sign in with one of its buttons.\n');
  }
  return [...lines, 'Press Ctrl-C to stop.'].join('\n');
}
