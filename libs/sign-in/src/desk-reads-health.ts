import { Injectable } from '@nestjs/common';
import { HealthReader } from '@induct/platform';
import type { FastifyRequest } from 'fastify';

/** Officers and administrators look after Induct. */
@Injectable()
export class DeskReadsHealth extends HealthReader {
  mayRead({ person }: FastifyRequest): boolean {
    return person?.roles.some((role) => role === 'officer' || role === 'administrator') ?? false;
  }
}
