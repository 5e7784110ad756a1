import type { Missing } from '../sign-ins/proof.rules';
import { SignInNeeded } from '../access/sign-in-needed';

/** Somebody is signed in, but in a way that is too weak or too long ago for this: they show once more who they are. */
export class ProofNeeded extends SignInNeeded {
  constructor(readonly missing: Missing) {
    super('Show that it is you first');
    this.name = 'ProofNeeded';
  }
}
