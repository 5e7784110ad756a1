import { type Certificate, isRevocable } from '@induct/accreditation';

/** How a certificate stays while nothing is decided: one that is suspended can be revoked too. */
export const staysHow = ({ state }: Pick<Certificate, 'state'>): string =>
  state === 'suspended' ? 'suspended' : 'in force';

/** What is done to a certificate when one officer has proposed it and another has confirmed. */
export interface CertificateAct {
  /** The last part of its address, too. */
  verb: 'revoke' | 'suspend';
  /** What the certificate is then. */
  done: 'revoked' | 'suspended';
  /** What is said of the certificate's page after it was proposed (`DONE`). */
  proposed: string;
  /** Whether it can be done to a certificate. */
  canBeDone: (state: Certificate['state']) => boolean;
  words: {
    /** Said to whoever proposes it, of how it stays until then. */
    before: (stays: string) => string;
    /** Said to whoever decides. */
    follows: string;
    warning?: string;
    /** Said of one in force while it waits. */
    waits: string;
    /** Said to whoever proposed it, and to everybody else, on the certificate's page. */
    withdraw: string;
    decide: string;
  };
}

export const REVOKING: CertificateAct = {
  verb: 'revoke',
  done: 'revoked',
  proposed: 'proposed',
  canBeDone: isRevocable,
  words: {
    before: (stays) =>
      `It stays ${stays} until a second officer has read your reason and confirmed. Then whoever checks it will see that it is revoked, and on which day. They do not see the reason.`,
    follows:
      'Whoever checks it will see that it is revoked, and on which day. They do not see the reason. The holder gets a letter.',
    warning: 'A revoked certificate cannot be put back in force.',
    waits: 'It is in force until a second officer confirms.',
    withdraw: 'Withdraw the proposal',
    decide: 'Decide',
  },
};

export const SUSPENDING: CertificateAct = {
  verb: 'suspend',
  done: 'suspended',
  proposed: 'suspend-proposed',
  canBeDone: (state) => state === 'issued',
  words: {
    before: () =>
      'It counts until a second officer has read your reason and confirmed. Then it does not count until an officer lifts the suspension. Whoever checks it sees that it is suspended, and since which day. They do not see the reason.',
    follows:
      'Whoever checks it will see that it is suspended, and since which day. They do not see the reason. The holder gets a letter. Any officer can lift the suspension later.',
    waits: 'It counts until a second officer confirms.',
    withdraw: 'Withdraw the proposal to suspend it',
    decide: 'Decide whether it is suspended',
  },
};
