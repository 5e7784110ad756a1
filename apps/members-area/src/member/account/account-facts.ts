import { said } from '@induct/platform';
import { Injectable } from '@nestjs/common';
import { HeldSeats, ROLE_NAMES, worksAtTheDesk } from '@induct/people';
import { CouncilAccounts, Devices, OwnPasskeys, type SignedInPerson, SignIns } from '@induct/sign-in';
import type { FastifyRequest } from 'fastify';
import { SignInBrowser } from '../../frame/sign-in-browser';
import { heldInWords } from '../../words/held-seats';
import { AddingPasskeys } from './adding-passkeys';
import { signInsView } from './sign-ins.view';

/** What the page of somebody's account shows. */
@Injectable()
export class AccountFacts {
  constructor(
    private readonly signIns: SignIns,
    private readonly passkeys: OwnPasskeys,
    private readonly devices: Devices,
    private readonly councilAccounts: CouncilAccounts,
    private readonly held: HeldSeats,
    private readonly browser: SignInBrowser,
    private readonly adding: AddingPasskeys,
  ) {}

  async of(person: SignedInPerson, request: FastifyRequest) {
    const facts = [
      [said('Name'), person.name],
      [said('Email address'), person.email],
      [said('Political group'), person.group],
      [said('District'), person.district],
      [said('What you are here'), person.roles.map((role) => said(ROLE_NAMES[role])).join(', ') || said('Nothing yet')],
    ];
    const [own, held, passkeys, devices, councilAccounts, asksForKey] = await Promise.all([
      this.signIns.own(person, this.browser.cookie(request) ?? ''),
      this.held.ofPerson(person.id),
      this.passkeys.of(person.id),
      this.devices.own(person.id, this.browser.device(request)),
      this.councilAccounts.ofPerson(person.id),
      this.adding.asksForKey(person, request.cameIn),
    ]);
    return {
      rows: facts.filter(([, value]) => value).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      asksForName: person.roles.some((role) => role === 'member' || role === 'tester'),
      held: heldInWords(held),
      signIns: signInsView(own, request.ip),
      others: own.some(({ isThis }) => !isThis),
      passkeys,
      asksForKey,
      devices,
      councilAccounts,
      isRemembered: !worksAtTheDesk(person.roles),
    };
  }
}
