import { createFastifyAdapter, parseConfig } from '@app/platform';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IntakeModule } from '../intake.module';
import { apiDocument } from './api-document';

/** The OpenAPI document as JSON text, out of the code alone: nothing is connected to and nothing listens. */
export async function describeApi(): Promise<string> {
  const config = parseConfig('intake', {
    MONGODB_URI: 'mongodb://none.invalid',
    REDIS_URL: 'redis://none.invalid',
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    IntakeModule.forRoot(config),
    createFastifyAdapter(config),
    { preview: true, logger: false, abortOnError: false },
  );
  return `${JSON.stringify(apiDocument(app), undefined, 2)}\n`;
}
