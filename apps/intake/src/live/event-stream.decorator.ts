import { type ErrorCode } from '@app/contracts/problems';
import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { Problems } from '../requests/problems.decorator';

/** Where the OpenAPI document, which knows bodies but no streams, says which events there are. */
export const EVENTS_EXTENSION = 'x-events';

/** Documents a route that answers with server-sent events, each with JSON data. */
export const EventStreamResponse = (
  events: Readonly<Record<string, z.ZodType>>,
  ...problems: readonly ErrorCode[]
) =>
  applyDecorators(
    ApiOkResponse({
      description: `Server-sent events: ${Object.keys(events).join(', ')}. Comments keep the connection alive.`,
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    }),
    ApiExtension(
      EVENTS_EXTENSION,
      Object.fromEntries(Object.entries(events).map(([name, data]) => [name, schemaOf(data)])),
    ),
    Problems(...problems),
  );

function schemaOf(data: z.ZodType) {
  const { $schema: _, ...schema } = z.toJSONSchema(data);
  return schema;
}
