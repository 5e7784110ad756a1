import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { freePort } from './free-port';

const CLIENT = { id: 'induct', secret: 'a-secret-that-only-tests-know' };

/** By another name it does not warn that it is for tests. */
class InMemory extends MemoryAdapter {}

/** What the council knows of somebody: claims of their token. */
export type DirectoryAccount = Record<string, unknown>;

/** The council's own sign-in: a real OpenID provider on this machine, asked over HTTP. */
export class CouncilDirectory {
  readonly accounts = new Map<string, DirectoryAccount>();
  /** Who sits before the browser: their account's subject. Undefined: they press “Cancel”. */
  who: string | undefined;
  /** What answers in the provider's place, when it takes the request: a council whose server has gone wrong. */
  instead: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  private server?: Server;

  private constructor(
    readonly issuer: string,
    private readonly port: number,
    private readonly provider: Provider,
    private readonly key: CryptoKey,
  ) {}

  /** @param site origin of the site that its people sign in to */
  static async open(site: string): Promise<CouncilDirectory> {
    const port = await freePort();
    const issuer = `http://localhost:${port}`;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'council', alg: 'RS256', use: 'sig' };
    const accounts = () => directory.accounts;
    const provider = new Provider(issuer, {
      adapter: InMemory,
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${site}/sign-in/council/callback`],
          post_logout_redirect_uris: [`${site}/signed-out`],
          backchannel_logout_uri: `${site}/sign-in/council/back-channel`,
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['of-a-test'] },
      conformIdTokenClaims: false,
      claims: {
        openid: ['sub', 'roles', 'groups', '_claim_names'],
        email: ['email'],
        profile: ['name', 'preferred_username'],
      },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      // Its own way of asking refuses this machine's addresses.
      fetch: (url: string, options: RequestInit) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: id, ...accounts().get(id) }),
      }),
      // Nobody is asked whether they agree: it is their council's own site.
      loadExistingGrant: async ({ oidc }: { oidc: Grants }) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid profile email');
        await grant.save();
        return grant;
      },
      ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    });
    const directory = new CouncilDirectory(issuer, port, provider, privateKey);
    await directory.start();
    return directory;
  }

  /** What Induct is told of it. */
  get settings(): Record<string, string> {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  }

  /** Answers again, as before. */
  async start(): Promise<void> {
    if (this.server) return;
    const answer = this.provider.callback();
    this.server = createServer((request, response) => {
      if (this.instead?.(request, response)) return;
      if (request.url?.startsWith('/interaction/')) void this.interact(request, response);
      else answer(request, response);
    });
    await new Promise<void>((done) => this.server!.listen(this.port, 'localhost', done));
  }

  /** Nothing answers any more. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  /** Tells the site that somebody has signed out here, over HTTP. */
  async signOut(subject: string): Promise<void> {
    const client = await this.provider.Client.find(CLIENT.id);
    await client.backchannelLogout(subject, 'a-session-of-theirs');
  }

  /** A token that the council has signed, with whatever it says. @param header beside its algorithm and key */
  sign(payload: JWTPayload, header: Record<string, string> = {}): Promise<string> {
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'council', ...header }).sign(this.key);
  }

  /** A good word of the council that somebody has signed out. */
  logoutClaims(subject: string, jti: string): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: CLIENT.id,
      sub: subject,
      jti,
      iat: now,
      exp: now + 120,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
  }

  private async interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt } = await this.provider.interactionDetails(request, response);
    const result =
      this.who !== undefined && prompt.name === 'login'
        ? { login: { accountId: this.who } }
        : { error: 'access_denied', error_description: 'Cancelled' };
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}

interface Grants {
  provider: {
    Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  };
  client: { clientId: string };
  session: { accountId: string };
}
