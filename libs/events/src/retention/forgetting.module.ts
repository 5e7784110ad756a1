import { Module } from '@nestjs/common';
import { Forgetting } from './forgetting';
import { ForgettingRepository } from './forgetting.repository';

/** For the process that forgets what its time is over of. */
@Module({ providers: [Forgetting, ForgettingRepository] })
export class ForgettingModule {}
