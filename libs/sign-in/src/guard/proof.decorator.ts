import { SetMetadata } from '@nestjs/common';
import type { Proof as ProofOf } from '../sign-ins/proof.rules';

/** Where a route keeps what `@Proof` says. */
export const PROOF = 'induct:proof';

/** How sure a route wants to be of who is asking, on the method or on its class. One that does not say wants `strong`. */
export const Proof = (proof: ProofOf) => SetMetadata(PROOF, proof);
