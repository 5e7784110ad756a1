import { z } from 'zod';
import { trustedProxies } from './trusted-proxies';
import { withoutSecret } from './secrets';

export const CONFIG = Symbol('config');

const origin = z.string().regex(/^https?:\/\/[^/\s]+$/, 'must be an origin such as https://members.example.gov.uk');
const port = z.coerce.number('must be a port number').int('must be a port number').min(1).max(65535);
const yesNo = z.stringbool('must be true or false');
const NOT_A_URL = 'is not an address: characters such as # / ? @ in its password must be written as %23 %2F %3F %40';
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
  .refine((url) => URL.canParse(url), NOT_A_URL);

const NOTIFY_KEY = /^.+(-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}$/i;

const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: postgresUrl,
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  AUDIT_KEY: z.string().min(32, 'must be a secret of at least 32 characters').optional(),
  /** Of the codes that people check in by at a session; without it one is made. */
  CHECK_IN_KEY: z.string().min(32, 'must be a secret of at least 32 characters').optional(),
  /** What people need at sessions is sealed with it; without it one is made. */
  NEEDS_KEY: z.string().min(32, 'must be a secret of at least 32 characters').optional(),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  CONTENT_PORT: port.optional(),
  WORKER_PORT: port.optional(),
  SITE_ORIGIN: origin.optional(),
  CONTENT_ORIGIN: origin.optional(),
  TRACKER_PORT: port.optional(),
  TRUSTED_PROXIES: trustedProxies.default([]),
  HEALTH_TOKEN: z.string().min(20, 'must have 20 characters or more').optional(),
  DEMO: yesNo.default(false),
  /** The council also works in Welsh: readers may choose it. A demonstration does, unless it is told otherwise. */
  WELSH: yesNo.optional(),
  /** Acts at the desk that can hurt ask for a letter or a passkey of the last 15 minutes (docs/decisions/1307). */
  FRESH_PROOF: yesNo.default(false),
  /** A letter alone lets nobody to the desk: a passkey or the council's account does (docs/decisions/1327). */
  STRONG_DESK: yesNo.default(false),
  CHROMIUM_PATH: z.string().optional(),
  CHROMIUM_SANDBOX: z.enum(['auto', 'required', 'off']).default('auto'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .refine((url) => URL.canParse(url), NOT_A_URL)
    .optional(),
  SMTP_TLS: z.enum(['required', 'optional'], 'must be required or optional').default('required'),
  /** Letters go by GOV.UK Notify instead of a mail server: its name, the service's id and the secret, as Notify gives it out. */
  NOTIFY_API_KEY: z
    .string()
    .regex(NOTIFY_KEY, 'must be the whole key, as GOV.UK Notify shows it: a name and two ids, joined by dashes')
    .optional(),
  /** Of the template whose subject is `((subject))` and whose message is `((body))`. */
  NOTIFY_TEMPLATE_ID: z.guid('must be the id of a template, as GOV.UK Notify shows it').optional(),
  NOTIFY_URL: origin.default('https://api.notifications.service.gov.uk'),
  /** A learning record store is told what was learnt: its xAPI address, and the key and secret that it gave out. */
  XAPI_URL: z
    .string()
    .regex(/^https?:\/\//, 'must start with https://')
    .refine((url) => URL.canParse(url), NOT_A_URL)
    .optional(),
  XAPI_KEY: z.string().optional(),
  XAPI_SECRET: z.string().optional(),
  /** The council's own sign-in by OpenID Connect: the issuer (Entra ID: with the tenant), and what it knows us by. */
  OIDC_ISSUER: z
    .string()
    .regex(/^https?:\/\//, 'must start with https://')
    .refine((url) => URL.canParse(url), NOT_A_URL)
    .refine((url) => !url.includes('/.well-known/'), 'must be the issuer itself: leave /.well-known/… away')
    .refine((url) => !/[?#]/.test(url), 'must be the issuer itself, without ? and #')
    .refine(
      (url) => !/^https:\/\/login\.microsoftonline\.[a-z.]+\/(common|organizations|consumers)(\/|$)/.test(url),
      'must name your own tenant: with this, accounts of every organisation would be asked in',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** On the button. */
  OIDC_LABEL: z.string().max(60, 'must be 60 characters or fewer').default('Sign in with your council account'),
  /** The same in Welsh. Left out: ours, or what `OIDC_LABEL` says. */
  OIDC_LABEL_CY: z.string().max(60, 'must be 60 characters or fewer').optional(),
  MAIL_FROM: z.string().default('Member Development <member.development@localhost>'),
  /** Until the council sets its name at the desk (`Council`). */
  COUNCIL_NAME: z.string().min(1).default('Northmoor County Council'),
  /** The council's own key and certificate, PEM or PKCS#12; without it one is made. */
  SIGNING_KEY_FILE: z.string().optional(),
  SIGNING_KEY_PASSPHRASE: z.string().optional(),
  CERTIFICATE_PREFIX: z
    .string()
    .regex(/^[A-Z]{2,5}$/, 'must be two to five capital letters')
    .default('NMC'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  UPLOAD_MAX_BYTES: z.coerce
    .number('must be a number of bytes')
    .int()
    .positive()
    .default(1024 ** 3),
  PACKAGE_MAX_UNPACKED_BYTES: z.coerce
    .number('must be a number of bytes')
    .int()
    .positive()
    .default(3 * 1024 ** 3),
  /** Of one launch; a commit counts for as many as it has pieces of 32 KiB. */
  COMMITS_PER_MINUTE: z.coerce.number('must be a number of commits').int().positive().default(1_200),
  /** Of all packages together, unpacked, each file once. */
  PACKAGES_MAX_BYTES: z.coerce
    .number('must be a number of bytes')
    .int()
    .positive()
    .default(100 * 1024 ** 3),
  /** Left free on the disk whatever is uploaded: the database lives there too. */
  DISK_KEPT_FREE_BYTES: z.coerce
    .number('must be a number of bytes')
    .int()
    .nonnegative()
    .default(1024 ** 3),
  IMPORTS_AT_ONCE: z.coerce.number('must be a number').int().min(1).max(16).default(2),
  PACKAGE_MAX_FILES: z.coerce.number('must be a number of files').int().positive().default(20_000),
});

/** What the installation was told. Ports and origins are filled in. */
export type Config = Readonly<
  Omit<
    z.infer<typeof Settings>,
    'CONTENT_PORT' | 'TRACKER_PORT' | 'WORKER_PORT' | 'SITE_ORIGIN' | 'CONTENT_ORIGIN' | 'WELSH'
  > & {
    /** Port of the content origin (the player and the package files). */
    CONTENT_PORT: number;
    /** Port of the progress tracker when it runs alone. */
    TRACKER_PORT: number;
    /** Port of the worker's health page when it runs alone. */
    WORKER_PORT: number;
    SITE_ORIGIN: string;
    /** May hold `*.`: then every course version has a host of its own. */
    CONTENT_ORIGIN: string;
    /** Readers may choose Welsh. */
    WELSH: boolean;
  }
>;

/** One or more settings are wrong; `message` lists them all. */
export class ConfigInvalid extends Error {
  constructor(readonly problems: string[]) {
    super(`Induct cannot start. Please correct these settings:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigInvalid';
  }
}

/**
 * Reads every setting at once from the environment. An empty variable counts as not set.
 * @throws ConfigInvalid naming every wrong or missing setting
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success) {
    throw new ConfigInvalid(
      result.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return given[name] === undefined
          ? `${name} is not set, but is needed`
          : `${name}: ${issue.message} (it is "${withoutSecret(name, given[name])}")`;
      }),
    );
  }
  const settings = result.data;
  const contentPort = settings.CONTENT_PORT ?? settings.PORT + 1;
  const config: Config = {
    ...settings,
    CONTENT_PORT: contentPort,
    TRACKER_PORT: settings.TRACKER_PORT ?? settings.PORT + 2,
    WORKER_PORT: settings.WORKER_PORT ?? settings.PORT + 3,
    SITE_ORIGIN: settings.SITE_ORIGIN ?? `http://localhost:${settings.PORT}`,
    CONTENT_ORIGIN: settings.CONTENT_ORIGIN ?? `http://127.0.0.1:${contentPort}`,
    WELSH: settings.WELSH ?? settings.DEMO,
  };
  const problems = [
    ...originProblems(config),
    ...letterProblems(config),
    ...recordStoreProblems(config),
    ...councilProblems(config),
  ];
  if (problems.length > 0) throw new ConfigInvalid(problems);
  return config;
}

function originProblems(config: Config): string[] {
  const site = new URL(config.SITE_ORIGIN);
  const content = new URL(config.CONTENT_ORIGIN.replace('*.', 'any.'));
  const problems: string[] = [];
  if (site.origin === content.origin) {
    problems.push('CONTENT_ORIGIN: must differ from SITE_ORIGIN, because uploaded packages are untrusted code');
  }
  if (config.PORT === config.CONTENT_PORT) problems.push('CONTENT_PORT: must differ from PORT');
  if (config.NODE_ENV === 'production' && config.DEMO) {
    problems.push('DEMO: must be false in production, because anybody could sign in');
  }
  // Cookies do not know ports: only another host name keeps a package away from the site's cookies.
  if (config.NODE_ENV === 'production' && site.hostname === content.hostname) {
    problems.push('CONTENT_ORIGIN: must have another host name than SITE_ORIGIN in production');
  }
  return problems;
}

/** Letters go one way, and the whole of it is known. */
function letterProblems({ SMTP_URL, NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID, NOTIFY_URL }: Config): string[] {
  const problems: string[] = [];
  if (NOTIFY_API_KEY && SMTP_URL) {
    problems.push('NOTIFY_API_KEY: letters go by GOV.UK Notify or by a mail server: take this or SMTP_URL away');
  }
  if (NOTIFY_API_KEY && !NOTIFY_TEMPLATE_ID) {
    problems.push(
      'NOTIFY_TEMPLATE_ID is not set, but is needed beside NOTIFY_API_KEY: the template that letters are sent with',
    );
  }
  if (NOTIFY_TEMPLATE_ID && !NOTIFY_API_KEY) {
    problems.push('NOTIFY_API_KEY is not set, but is needed beside NOTIFY_TEMPLATE_ID');
  }
  // Letters hold links to sign in with, and the key's token goes along.
  if (!isPrivateWay(NOTIFY_URL)) {
    problems.push('NOTIFY_URL: must be https://, but for a try on this machine');
  }
  return problems;
}

const isPrivateWay = (url: string): boolean =>
  url.startsWith('https://') || /^http:\/\/(localhost|127(\.\d+){3})(:\d+)?(\/|$)/.test(url);

function recordStoreProblems({ XAPI_URL, XAPI_KEY, XAPI_SECRET }: Config): string[] {
  const given = { XAPI_URL, XAPI_KEY, XAPI_SECRET };
  const missing = Object.entries(given).filter(([, value]) => value === undefined);
  if (missing.length === 3) return [];
  const problems = missing.map(
    ([name]) => `${name} is not set, but is needed: a record store has XAPI_URL, XAPI_KEY and XAPI_SECRET`,
  );
  // What somebody has learnt goes along, and the key.
  if (XAPI_URL && !isPrivateWay(XAPI_URL)) problems.push('XAPI_URL: must be https://, but for a try on this machine');
  return problems;
}

function councilProblems({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Config): string[] {
  const given = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const missing = Object.entries(given).filter(([, value]) => value === undefined);
  if (missing.length === 3) return [];
  const problems = missing.map(
    ([name]) =>
      `${name} is not set, but is needed: the council's sign-in has OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET`,
  );
  // Whoever sits on the way could sign in as anybody.
  if (OIDC_ISSUER && !isPrivateWay(OIDC_ISSUER))
    problems.push('OIDC_ISSUER: must be https://, but for a try on this machine');
  return problems;
}
