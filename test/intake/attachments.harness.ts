import { type ticketAttachmentSchema } from '@app/contracts/http';
import { type z } from 'zod';
import { photo } from '../builders/upload.builder';
import { type Answer, type Caller, type IntakeUnderTest } from './intake.harness';
import { multipart, MULTIPART } from './multipart.builder';

export type Listed = z.output<typeof ticketAttachmentSchema>;

export function upload(
  intake: IntakeUnderTest,
  caller: Caller,
  content: Buffer | string,
  fileName = '漏水.jpg',
): Promise<Answer> {
  return intake.inject({
    method: 'POST',
    url: '/api/v1/attachments',
    headers: { ...caller.headers, 'content-type': MULTIPART },
    payload: multipart([['file', content, fileName]]),
  });
}

/** The id of a photo that was taken. */
export async function uploadedPhoto(intake: IntakeUnderTest, caller: Caller): Promise<string> {
  const { status, body, text } = await upload(intake, caller, await photo('jpeg'));
  if (status !== 201) throw new Error(`upload: ${status} ${text}`);
  return String(body['id']);
}

/** The attachments in an answer about a ticket. */
export const listedIn = ({ body }: Answer) => body['attachments'] as Listed[];

/** What is behind a link, as bytes. */
export async function fetched(intake: IntakeUnderTest, href: string) {
  const { statusCode, headers, rawPayload } = await intake.app.inject({ method: 'GET', url: href });
  const isProblem = String(headers['content-type']).includes('problem+json');
  const code = isProblem ? (JSON.parse(rawPayload.toString()) as { code: string }).code : undefined;
  return { status: statusCode, headers, content: rawPayload, code };
}
