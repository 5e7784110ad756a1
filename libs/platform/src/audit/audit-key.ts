import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { CannotStart } from '../config/cannot-start';
import { madeOnce } from '../files/made-once';

type Settings = Pick<Config, 'DATA_DIR' | 'AUDIT_KEY'>;

/**
 * The secret that the audit trail's hashes are made with. It is never in the database: whoever can write there can change
 * events, but not make the hashes that belong to them.
 */
@Injectable()
export class AuditKey {
  private secret?: Buffer;

  constructor(@Inject(CONFIG) private readonly settings: Settings) {}

  /** Which key it is, without giving it away. */
  get id(): string {
    return createHash('sha256').update('induct audit key').update(this.bytes).digest('hex').slice(0, 16);
  }

  /** The hash of an event that follows the one with the hash `previous`. */
  hash(previous: Buffer, canonical: string): Buffer {
    return createHmac('sha256', this.bytes).update(previous).update(canonical).digest();
  }

  /** What stands at the end of a checkpoint. */
  sign(text: string): string {
    return createHmac('sha256', this.bytes).update('induct audit checkpoint').update(text).digest('hex').slice(0, 32);
  }

  private get bytes(): Buffer {
    return (this.secret ??= Buffer.from(this.settings.AUDIT_KEY ?? readOrMake(auditKeyFile(this.settings.DATA_DIR))));
  }
}

export const auditKeyFile = (dataDir: string): string => resolve(dataDir, 'keys', 'audit.key');

/** Made once, by whichever process comes first; the others read what that one wrote. */
function readOrMake(file: string): string {
  if (!existsSync(file)) madeOnce(file, randomBytes(32).toString('hex'));
  const key = readFileSync(file, 'utf8').trim();
  // With half of a key, or none, whoever guesses that could make hashes too.
  if (!/^[0-9a-f]{64}$/.test(key)) {
    throw new CannotStart(`${file} is damaged: it has to be a line of 64 characters. Put it back from the backup.`);
  }
  return key;
}
