import { Module } from '@nestjs/common';
import { Deliveries } from './outbox/deliveries';
import { Outbox } from './outbox/outbox';

@Module({ providers: [Deliveries, Outbox], exports: [Deliveries, Outbox] })
export class LettersModule {}
