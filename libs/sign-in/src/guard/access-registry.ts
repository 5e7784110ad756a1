import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from '@induct/platform';
import type { Permission } from '../access/access.decorator';
import { PROOF } from './proof.decorator';
import type { Proof } from '../sign-ins/proof.rules';

export interface DeclaredRoute {
  /** `GET`, `POST` … */
  method: string;
  /** With its parameters: `/modules/:slug`. */
  path: string;
  /** `HomeController.show`. */
  handler: string;
  /** Undefined when the route does not say who may use it. */
  permissions: readonly Permission[] | undefined;
  /** How sure it wants to be of them; undefined when it does not say, which is `strong`. */
  proof: Proof | undefined;
}

type Handler = (...args: unknown[]) => unknown;

/** Every route of an application's controllers with who may use it: what the access matrix is generated from. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const controllers = new Set(
    [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map((wrapper) => wrapper.metatype as (new () => object) | null),
    ),
  );
  return [...controllers].flatMap((controller) => (controller ? declaredRoutesOf(controller) : []));
}

/** The routes of one controller. */
export function declaredRoutesOf(controller: new () => object): DeclaredRoute[] {
  const prefixes = listOf(Reflect.getMetadata(PATH_METADATA, controller) as string | string[] | undefined);
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as Handler | undefined;
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const permissions = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as
      Permission[] | undefined;
    const proof = (Reflect.getMetadata(PROOF, handler) ?? Reflect.getMetadata(PROOF, controller)) as Proof | undefined;
    const paths = listOf(Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined);
    return prefixes.flatMap((prefix) =>
      paths.map((path) => ({
        method: RequestMethod[method],
        path: joined(prefix, path),
        handler: `${controller.name}.${name}`,
        permissions,
        proof,
      })),
    );
  });
}

const listOf = (paths: string | string[] | undefined): string[] => (Array.isArray(paths) ? paths : [paths ?? '']);

const joined = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
