import { Get, Inject, Post, Req } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import { Access, cookieNames, SignInTime, type TimeLeft } from '@induct/sign-in';
import type { FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';

/** For the warning before a sign-in ends. */
@Screen({ path: 'sign-in', access: ['signed-in'], proof: 'any' })
export class SignInTimeController {
  private readonly cookie: string;

  constructor(
    private readonly time: SignInTime,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = cookieNames(config.SITE_ORIGIN).signIn;
  }

  /** Nobody is looked up for this address (`useSiteAccess`), so asking prolongs nothing. */
  @Get('left')
  @Access('public')
  left(@Req() request: FastifyRequest): Promise<TimeLeft> {
    return this.time.left(request.cookies[this.cookie] ?? '');
  }

  /** Being signed in for it is what prolongs. */
  @Post('stay')
  @Access('signed-in')
  stay(@Req() request: FastifyRequest): Promise<TimeLeft> {
    return this.time.left(request.cookies[this.cookie] ?? '');
  }
}
