import { JOBS, JOB_NAMES, type JobName, type QueueName } from '@app/contracts/jobs';
import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { HANDLES_JOB, type JobContext } from './handles-job';

/** A handler that its payload has been checked for. */
export type AnyJobHandler = (payload: unknown, context: JobContext) => Promise<void>;
export type JobRegistry = ReadonlyMap<JobName, AnyJobHandler>;

/** Finds the methods marked with `@HandlesJob` on every provider. */
@Injectable()
export class JobDiscovery {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** One handler for each job of `queues`. Throws, naming every fault, where a job has none or several. */
  handlersFor(queues: readonly QueueName[]): JobRegistry {
    const found = new Map<JobName, { readonly place: string; readonly handle: AnyJobHandler }[]>();
    for (const { instance } of this.discovery.getProviders()) {
      for (const { name, ...handler } of this.markedMethods(instance)) {
        found.set(name, [...(found.get(name) ?? []), handler]);
      }
    }
    const wanted = JOB_NAMES.filter((name) => queues.includes(JOBS[name].queue));
    const faults = wanted.flatMap((name) => {
      const places = (found.get(name) ?? []).map(({ place }) => place);
      if (places.length === 1) return [];
      return [
        `${name}: ${places.length === 0 ? 'no handler' : `${places.length} handlers (${places.join(', ')})`}`,
      ];
    });
    if (faults.length > 0) throw new Error(`every job needs one handler\n  ${faults.join('\n  ')}`);
    return new Map(
      wanted.flatMap((name) => (found.get(name) ?? []).map(({ handle }) => [name, handle] as const)),
    );
  }

  private markedMethods(instance: unknown) {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype: unknown = Object.getPrototypeOf(instance);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((key) => {
      const method: unknown = Reflect.get(prototype, key);
      if (typeof method !== 'function') return [];
      const name = Reflect.getMetadata(HANDLES_JOB, method) as JobName | undefined;
      if (name === undefined) return [];
      return [
        {
          name,
          place: `${prototype.constructor.name}.${key}`,
          handle: method.bind(instance) as AnyJobHandler,
        },
      ];
    });
  }
}
