import { ActNeeds } from './certificate-act';
import { Certificates } from './certificates.service';
import { RestingRepository } from './resting.repository';
import { Revocations } from './revocations.service';
import { WhatFollows } from './what-follows.service';

/** What others use. */
export const actsServices = [Certificates, Revocations, WhatFollows];

export const actsProviders = [...actsServices, ActNeeds, RestingRepository];
