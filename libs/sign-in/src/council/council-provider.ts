import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, CONFIG, type Config } from '@induct/platform';
import * as oidc from 'openid-client';
import { boundedFetch } from './bounded-fetch';
import { AnswerRefused, CouncilAway } from './council.errors';

/** For each question that the council is asked, in seconds: nobody looks at a page that does not come for longer. */
const PATIENCE = 5;
/** What the council says of itself is asked again after so long, in milliseconds. */
const KNOWN_FOR = 3_600_000;
/** After it did not answer, everybody is told so at once for so long, in milliseconds: nobody waits behind others. */
const AWAY_FOR = 10_000;

/** Where the council sends its answer to. It is registered there, so it never changes. */
const CALLBACK = '/sign-in/council/callback';

/** What makes an answer ours, and used once. */
export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}

/** What a checked token says. */
export type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string };

/** The council's settings, when all of them are there. */
type SetUp = { issuer: string; id: string; secret: string };

interface Known {
  at: number;
  metadata: Promise<oidc.Configuration>;
}

/** How the council's sign-in was when it was last asked. */
export interface LastSeen {
  at: Date;
  /** Undefined: it answered. */
  trouble: string | undefined;
}

/**
 * The council's OpenID provider (OpenID Connect Core 1.0, authorization code with PKCE). It is first asked when somebody signs
 * in, so that Induct starts without it. Its time is the machine's: a token's dates are not those of a test's clock.
 */
@Injectable()
export class CouncilProvider {
  private readonly logger = new Logger(CouncilProvider.name);
  private readonly setUp: SetUp | undefined;
  private known?: Known;
  private failedAt?: number;
  lastSeen?: LastSeen;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = config;
    this.setUp = issuer && id && secret ? { issuer, id, secret } : undefined;
  }

  get isSetUp(): boolean {
    return this.setUp !== undefined;
  }

  get clientId(): string | undefined {
    return this.setUp?.id;
  }

  /** Where a browser is sent to sign in. @throws CouncilAway */
  async signInAt({ state, nonce, verifier }: Checks): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.metadata(), {
      response_type: 'code',
      scope: 'openid profile email',
      redirect_uri: this.config.SITE_ORIGIN + CALLBACK,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /**
   * Checks an answer and gets the token it is about, once: signature, issuer, audience, dates, nonce, state, verifier, and `iss`.
   * @param answer path and query that the browser came back with. The address is ours, whatever a proxy made of it
   * @throws CouncilAway, AnswerRefused
   */
  async claims(answer: string, { state, nonce, verifier }: Checks): Promise<Claims> {
    const metadata = await this.metadata();
    try {
      const tokens = await oidc.authorizationCodeGrant(metadata, new URL(answer, this.config.SITE_ORIGIN), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      this.seen();
      const claims = tokens.claims()!;
      if (!isSubject(claims.sub)) throw new AnswerRefused('it says of nobody whom it is about');
      return claims;
    } catch (error) {
      throw this.inWords(error);
    }
  }

  /** Where one signs out there too; undefined when there is no such page. @throws CouncilAway */
  async signOutAt(): Promise<URL | undefined> {
    const metadata = await this.metadata();
    if (!this.leadsOn(metadata.serverMetadata().end_session_endpoint)) return undefined;
    return oidc.buildEndSessionUrl(metadata, { post_logout_redirect_uri: `${this.config.SITE_ORIGIN}/signed-out` });
  }

  /** What the council says of itself: its keys' address among it. @throws CouncilAway */
  async says(): Promise<oidc.ServerMetadata> {
    return (await this.metadata()).serverMetadata();
  }

  private metadata(): Promise<oidc.Configuration> {
    const now = this.clock.now().getTime();
    if (this.known && now - this.known.at < KNOWN_FOR) return this.known.metadata;
    if (this.failedAt !== undefined && now - this.failedAt < AWAY_FOR) return Promise.reject(new CouncilAway());
    const metadata = this.discover();
    const known = { at: now, metadata };
    this.known = known;
    metadata.catch(() => {
      this.failedAt = now;
      if (this.known === known) this.known = undefined;
    });
    return metadata;
  }

  private async discover(): Promise<oidc.Configuration> {
    if (!this.setUp) throw new CouncilAway();
    const { issuer, id, secret } = this.setUp;
    try {
      const found = await oidc.discovery(new URL(issuer), id, undefined, asItTakesIt(secret), {
        timeout: PATIENCE,
        [oidc.customFetch]: boundedFetch,
        // Config lets http through on this machine only.
        execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
      });
      // The library lets Microsoft's be another: "common" would let every organisation of the world in.
      const says = found.serverMetadata();
      if (new URL(says.issuer).href !== new URL(issuer).href)
        throw new Error(`OIDC_ISSUER is ${issuer}, but what is there calls itself ${says.issuer}`);
      const missing = NEEDED.find((one) => !this.leadsOn(says[one]));
      if (missing) throw new Error(`what it says of itself has no address as ${missing}`);
      oidc.enableNonRepudiationChecks(found);
      this.seen();
      return found;
    } catch (error) {
      throw this.inWords(error, 'of itself');
    }
  }

  /** Whether browsers can be sent there, and we ask there: over TLS, unless the council is on this machine. */
  private leadsOn(address: unknown): boolean {
    if (typeof address !== 'string' || !URL.canParse(address)) return false;
    const { protocol } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && this.setUp?.issuer.startsWith('http:') === true);
  }

  private seen(): void {
    this.failedAt = undefined;
    this.lastSeen = { at: this.clock.now(), trouble: undefined };
  }

  /** @param about what it says of itself refuses nobody: it is as if it did not answer */
  private inWords(error: unknown, about: 'of itself' | 'of somebody' = 'of somebody'): CouncilAway | AnswerRefused {
    if (error instanceof AnswerRefused) return error;
    const why = whyOf(error);
    // Whoever looks after Induct has to know why; nothing of the person or of the token is in it.
    this.logger.warn(`The council's sign-in: ${why.says}`);
    if (why.kind === 'refused' && about === 'of somebody') return new AnswerRefused(why.says);
    // What stands in an address anybody can write: health believes only what the council's server said.
    if (!(error instanceof oidc.AuthorizationResponseError)) {
      this.lastSeen = { at: this.clock.now(), trouble: why.says };
    }
    return new CouncilAway();
  }
}

/** RFC 8414: who says nothing takes it in the header. */
const asItTakesIt =
  (secret: string): oidc.ClientAuth =>
  (server, client, body, headers) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = takes.includes('client_secret_post') ? oidc.ClientSecretPost : oidc.ClientSecretBasic;
    return way(secret)(server, client, body, headers);
  };

/** Without them nobody signs in. */
const NEEDED = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;

/** OpenID Connect Core 1.0, 2: at most 255 ASCII characters. Others could not be kept, or would not be told apart. */
const isSubject = (subject: string): boolean => /^[\x20-\x7e]{1,255}$/.test(subject);

/** The answer was no answer at all: a proxy's page, nothing, silence. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);
/** What the council answers when it cannot now, or does not know us. */
const NOT_NOW = new Set(['server_error', 'temporarily_unavailable', 'invalid_client', 'unauthorized_client']);

/** An error of a council is a word of the specification, or it is not repeated. */
const word = (error: string): string => (/^[a-z_]{1,60}$/.test(error) ? error : 'an unknown error');

function whyOf(error: unknown): { kind: 'away' | 'refused'; says: string } {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    return { kind: NOT_NOW.has(error.error) ? 'away' : 'refused', says: `it answered ${word(error.error)}` };
  }
  if (error instanceof oidc.ClientError && error.code && !NO_ANSWER.has(error.code)) {
    return { kind: 'refused', says: `its answer was not taken: ${error.message} (${error.code})` };
  }
  const { code, message } = ((error as { cause?: unknown }).cause ?? error) as { code?: string; message?: string };
  return { kind: 'away', says: `no answer: ${[message ?? 'nothing came', code].filter(Boolean).join(', ')}` };
}
