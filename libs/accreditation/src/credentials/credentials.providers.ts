import { CredentialCheck } from './credential-check';
import { CredentialRepository } from './credential.repository';
import { Credentials } from './credentials.service';
import { IssuerKeys } from './issuer-keys';
import { Wallet } from './wallet.service';

/** What others use. */
export const credentialsServices = [CredentialCheck, Credentials, Wallet];

export const credentialsProviders = [...credentialsServices, CredentialRepository, IssuerKeys];
