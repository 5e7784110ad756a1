import type { CertificateStanding } from '../windows/certificate-standing.window';
import type { NameChangeEntity } from './name-change.entity';

/** That somebody asks for another name, with what they are called now. */
export type NameChange = NameChangeEntity & {
  nameNow: string;
  /** The officer's name. */
  decidedByName: string | null;
};

/** A certificate that a name change concerns. */
export type NamedCertificate = Pick<CertificateStanding, 'id' | 'number' | 'scheme'>;

/** What becomes of somebody's certificates when their name changes. */
export interface Reissue {
  /** In force under another name: each is replaced. */
  replaced: NamedCertificate[];
  /** Under another name too, and in question (`isInQuestion`): they stay as they are until that is decided. */
  inQuestion: NamedCertificate[];
}
