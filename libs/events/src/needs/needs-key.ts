import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CannotStart, CONFIG, type Config, madeOnce } from '@induct/platform';

/** The secret that needs are sealed with: never in the database, and made when the first of them is written. */
@Injectable()
export class NeedsKey {
  private secret?: Uint8Array;

  constructor(@Inject(CONFIG) private readonly settings: Pick<Config, 'DATA_DIR' | 'NEEDS_KEY'>) {}

  /** 32 of them. */
  get bytes(): Uint8Array {
    return (this.secret ??= createHash('sha256')
      .update('induct needs key')
      .update(this.settings.NEEDS_KEY ?? this.readOrMake())
      .digest());
  }

  /** By whichever process comes first; the others read what that one wrote. */
  private readOrMake(): string {
    const file = resolve(this.settings.DATA_DIR, 'keys', 'needs.key');
    if (!existsSync(file)) madeOnce(file, randomBytes(32).toString('hex'));
    const key = readFileSync(file, 'utf8').trim();
    // With half of a key, whoever guesses that could read what people need.
    if (!/^[0-9a-f]{64}$/.test(key))
      throw new CannotStart(`${file} is damaged: it has to be a line of 64 characters. Put it back from the backup.`);
    return key;
  }
}
