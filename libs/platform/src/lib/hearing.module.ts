import { type DynamicModule, Inject, Injectable, Module, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Announcements } from './announcements';
import { CannotStart } from '../config/cannot-start';
import { unheard } from './hearing';
import { type Lib, modulesOf } from './lib';

const ALL_LIBS = Symbol('all libs');

/** Looks when everybody has had time to subscribe, before the process takes anything in. */
@Injectable()
class Hearing implements OnApplicationBootstrap {
  constructor(
    @Inject(ALL_LIBS) private readonly libs: readonly Lib[],
    private readonly modules: ModulesContainer,
    private readonly announcements: Announcements,
  ) {}

  /** @throws CannotStart */
  onApplicationBootstrap(): void {
    const problems = unheard(this.libs, {
      has: (service: Type) => [...this.modules.values()].some(({ providers }) => providers.has(service)),
      subscribers: (event) => this.announcements.subscribers(event),
    });
    if (problems.length > 0)
      throw new CannotStart(`Something would go unheard in this process.\n${problems.join('\n')}`);
  }
}

/**
 * For the root module of an application: brings in every lib that listens, and does not start when an event could go unheard
 * all the same.
 */
@Module({})
export class HearingModule {
  static of(libs: readonly Lib[]): DynamicModule {
    return {
      module: HearingModule,
      imports: modulesOf(libs.filter(({ listens }) => listens.length > 0)),
      providers: [{ provide: ALL_LIBS, useValue: libs }, Hearing],
    };
  }
}
