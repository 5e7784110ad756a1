import { ViewEntity } from 'typeorm';
import { ProposedActView } from './proposed-act.view-columns';

/** That a certificate is to be revoked: one officer proposes, another confirms. */
@ViewEntity({ name: 'revocation_standing', synchronize: false })
export class RevocationStanding extends ProposedActView {}
