import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, Council, type CouncilIdentity, madeOnce } from '@induct/platform';
import { makeSeal } from './made-seal';
import { sealOfPkcs12 } from './pkcs12';
import { type Seal, SealIsWrong, sealOfPem } from './seal';

type Settings = Pick<Config, 'DATA_DIR' | 'SIGNING_KEY_FILE' | 'SIGNING_KEY_PASSPHRASE'>;

/**
 * The key that this council signs its documents with: its own, or one that is made with the first document. Read once; who
 * changes the file starts Induct anew.
 */
@Injectable()
export class SealKeeper {
  private reading?: Promise<Seal>;

  constructor(
    @Inject(CONFIG) private readonly settings: Settings,
    @Inject(Council) private readonly council: { current: Pick<CouncilIdentity, 'name'> },
    private readonly clock: Clock,
  ) {}

  /** @throws SealIsWrong */
  seal(): Promise<Seal> {
    const reading = (this.reading ??= this.read());
    // One that could not be read may be mended by the next document.
    reading.catch(() => (this.reading = undefined));
    return reading;
  }

  private async read(): Promise<Seal> {
    const { DATA_DIR: dataDir, SIGNING_KEY_FILE: own, SIGNING_KEY_PASSPHRASE: phrase } = this.settings;
    const file = own ?? madeSealFile(dataDir);
    if (!own && !existsSync(file)) madeOnce(file, await makeSeal(this.council.current.name, this.clock.now()));
    const bytes = readKeyFile(file);
    return bytes.includes('-----BEGIN') ? sealOfPem(bytes.toString('utf8'), phrase) : sealOfPkcs12(bytes, phrase);
  }
}

export const madeSealFile = (dataDir: string): string => resolve(dataDir, 'keys', 'signing.pem');

function readKeyFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new SealIsWrong(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}
