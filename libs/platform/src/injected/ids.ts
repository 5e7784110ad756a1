import { randomBytes, randomUUID } from 'node:crypto';

/** Randomness is asked for here and nowhere else. */
export abstract class Ids {
  abstract uuid(): string;
  /** `length` random bytes. */
  abstract bytes(length: number): Buffer;

  /** `bytes` random bytes as base64url: a capability someone may hold. */
  secret(bytes = 32): string {
    return this.bytes(bytes).toString('base64url');
  }
}

export class SystemIds extends Ids {
  uuid(): string {
    return randomUUID();
  }

  bytes(length: number): Buffer {
    return randomBytes(length);
  }
}
