import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CannotStart, CONFIG, type Config, madeOnce } from '@induct/platform';

/** The secret that codes in the room are made with: never in the database, and made when the first of them is shown. */
@Injectable()
export class CheckInKey {
  private secret?: Buffer;

  constructor(@Inject(CONFIG) private readonly settings: Pick<Config, 'DATA_DIR' | 'CHECK_IN_KEY'>) {}

  get bytes(): Buffer {
    return (this.secret ??= Buffer.from(this.settings.CHECK_IN_KEY ?? this.readOrMake()));
  }

  /** By whichever process comes first; the others read what that one wrote. */
  private readOrMake(): string {
    const file = resolve(this.settings.DATA_DIR, 'keys', 'check-in.key');
    if (!existsSync(file)) madeOnce(file, randomBytes(32).toString('hex'));
    const key = readFileSync(file, 'utf8').trim();
    // With half of a key, whoever guesses that could make codes too.
    if (!/^[0-9a-f]{64}$/.test(key))
      throw new CannotStart(
        `${file} is damaged: it has to be a line of 64 characters. Delete it, and another is made.`,
      );
    return key;
  }
}
