import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { routeRight, type RouteRight } from './may.decorator.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly right: RouteRight | undefined;
}

/** Every route with the right it declares. The application does not start while one declares none. */
@Injectable()
export class DeclaredRights implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap() {
    const open = this.routes().filter(({ right }) => right === undefined);
    if (open.length > 0) throw new Error(`Routes without a right: ${open.map(({ handler }) => handler).join(', ')}`);
  }

  routes(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name): DeclaredRoute[] => {
        const handler = prototype[name];
        if (!handler) return [];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        const path = [Reflect.getMetadata(PATH_METADATA, metatype), Reflect.getMetadata(PATH_METADATA, handler)] as string[];
        const right = this.reflector.getAllAndOverride<RouteRight | undefined>(routeRight, [handler, metatype]);
        return [{ method: RequestMethod[method], path: urlOf(path), handler: `${metatype.name}.${name}`, right }];
      });
    });
  }
}

const urlOf = (parts: readonly string[]) =>
  `/api/${parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;
