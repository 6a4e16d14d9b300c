import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './access.decorator';

export interface Route {
  readonly method: string;
  /** As Fastify writes it: `/api/v1/tickets/:number`. */
  readonly path: string;
  readonly access: Access | undefined;
}

/** The platform's own routes, which know nothing of roles. `/metrics` is for the inside: see `isFromInside`. */
const OF_PLATFORM: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** Every route of every controller. A start is refused where one of them does not say who may call it. */
@Injectable()
export class Routes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const silent = this.all().filter(({ access }) => access === undefined);
    if (silent.length > 0)
      throw new Error(
        `routes without @Public() or @Allow(): ${silent.map(({ method, path }) => `${method} ${path}`).join(', ')}`,
      );
  }

  all(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = Reflect.get(prototype, name) as () => unknown;
        const verb = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (verb === undefined) return [];
        const path = `/${[metatype, handler]
          .map((part) => this.pathOf(part))
          .filter(Boolean)
          .join('/')}`;
        return [{ method: RequestMethod[verb], path, access: this.accessOf(handler, metatype, path) }];
      });
    });
  }

  /** Undefined where a route says nothing, and is therefore closed. */
  accessOf(handler: () => unknown, controller: object, path: string): Access | undefined {
    if (OF_PLATFORM.has(path)) return 'public';
    return this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      handler,
      controller as () => unknown,
    ]);
  }

  private pathOf(part: object): string {
    const path = this.reflector.get<string>(PATH_METADATA, part as () => unknown);
    return path.replace(/^\/+|\/+$/g, '');
  }
}
