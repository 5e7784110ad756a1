import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CredentialEntity } from './credential.entity';
import { IssuerKeyEntity } from './issuer-key.entity';
import type { StatusPurpose } from './status-list';

export type Credential = Pick<CredentialEntity, 'list' | 'listIndex' | 'identityHash' | 'salt' | 'madeAt'>;

/** What the register must say for a bit to be set. One that was replaced is over for good, as one that was revoked. */
const STATES: Record<StatusPurpose, readonly string[]> = {
  revocation: ['revoked', 'replaced'],
  suspension: ['suspended'],
};

@Injectable()
export class CredentialRepository {
  constructor(private readonly source: DataSource) {}

  /** The one of a certificate; made when there is none yet. */
  async take(
    certificateId: string,
    made: Pick<CredentialEntity, 'identityHash' | 'salt' | 'madeAt'>,
  ): Promise<Credential> {
    const known = await this.find(certificateId);
    if (known) return known;
    await this.source.query(
      `insert into credential (certificate_id, identity_hash, salt, made_at) values ($1, $2, $3, $4)
       on conflict (certificate_id) do nothing`,
      [certificateId, made.identityHash, made.salt, made.madeAt],
    );
    return (await this.find(certificateId))!;
  }

  private find(certificateId: string): Promise<Credential | null> {
    return this.source.manager.findOneBy(CredentialEntity, { certificateId });
  }

  /** Places in a list whose bit is set; undefined when there is no such list. */
  async set(purpose: StatusPurpose, list: number): Promise<number[] | undefined> {
    const rows = await this.source.query<Pick<CredentialEntity, 'listIndex'>[]>(
      `select c.list_index as "listIndex"
         from credential c join certificate_standing s on s.id = c.certificate_id
        where c.list = $1 and s.state = any($2)`,
      [list, STATES[purpose]],
    );
    const hasBegun = rows.length > 0 || list === 0 || (await this.source.manager.existsBy(CredentialEntity, { list }));
    return hasBegun ? rows.map(({ listIndex }) => listIndex) : undefined;
  }

  async addKey(key: IssuerKeyEntity): Promise<void> {
    await this.source.query(
      'insert into issuer_key (id, public_key, since) values ($1, $2, $3) on conflict (id) do nothing',
      [key.id, key.publicKey, key.since],
    );
  }

  /** The newest first. */
  keys(): Promise<IssuerKeyEntity[]> {
    return this.source.manager.find(IssuerKeyEntity, { order: { since: 'DESC', id: 'ASC' } });
  }
}
