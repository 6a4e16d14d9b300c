import type { mappingSchema } from '@app/contracts/http';
import type { z } from 'zod';
import type { components, paths } from './schema';

type Schemas = components['schemas'];
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
/** What a path is sent by POST. */
type Posted<P extends keyof paths> = paths[P] extends { post: { requestBody: infer Body } }
  ? Json<Body>
  : never;

export type Problem = Omit<Schemas['Problem'], 'code'> & { readonly code: string };
export type Me = Schemas['MeDto_Output'];
export type ReferenceData = Schemas['ReferenceDataDto_Output'];

export type SubmitTicket = Schemas['SubmitTicketDto'];
export type SubmittedTicket = Schemas['SubmittedTicketDto_Output'];
export type TrackedTicket = Schemas['TrackedTicketDto_Output'];
export type TimelineEntry = TrackedTicket['timeline'][number];
export type FollowedTicket = NonNullable<TrackedTicket['follows']>;
export type Attachment = TrackedTicket['attachments'][number];
export type Upload = Schemas['UploadedAttachmentDto_Output'];
type OfTracked = '/api/v1/tracking/{trackingCode}/';
/** What a reporter may do beside rating and writing. */
export type TrackedCommand = 'withdraw' | 'urge' | 'reopen' | 'attachments';
export type TrackedCommandBody<C extends TrackedCommand> = Posted<`${OfTracked}${C}`>;
export type Rate = Schemas['RateDto'];
export type TicketSummary = Schemas['TicketPageDto_Output']['items'][number];
export type Ticket = Schemas['TicketDto_Output'];
export type TicketClock = NonNullable<Ticket['clocks'][keyof Ticket['clocks']]>;
export type LogEntry = Ticket['log'][number];
export type SubTask = Ticket['subTasks'][number];
export type DeadlineRequest = Ticket['requests'][number];
export type TicketNotice = Ticket['notices'][number];

type OfTicket = '/api/v1/tickets/{number}/';
/** Whatever is posted to a ticket and answered with it. */
export type TicketCommand = {
  [P in keyof paths]: P extends `${OfTicket}${infer Command}`
    ? paths[P] extends { post: { responses: { 200: infer Answer } } }
      ? Json<Answer> extends Ticket
        ? Command
        : never
      : never
    : never;
}[keyof paths];
export type TicketCommandBody<C extends TicketCommand> = Posted<`${OfTicket}${C}`>;

export type CreateSession = Schemas['CreateSessionDto'];
export type SessionSummary = Schemas['SessionSummaryDto_Output'];
export type SessionWithLines = Schemas['SessionDto_Output'];
export type SessionLine = SessionWithLines['lines'][number];
/** Travels as JSON in a field of a form, of which the API document knows only that it is text. */
export type Mapping = z.input<typeof mappingSchema>;
export type ImportAccepted = Schemas['ImportAcceptedDto_Output'];
export type ImportRun = Schemas['ImportDto_Output'];

export type Notification = Schemas['NotificationDto_Output'];
export type Policy = Schemas['PolicyDto_Output'];
export type PolicyStep = Policy['steps'][number];
export type SavePolicy = Schemas['SavePolicyDto'];
export type KeywordRules = Schemas['KeywordRulesDto_Output'];
export type SaveKeywordRules = Schemas['SaveKeywordRulesDto'];
export type KeywordRule = SaveKeywordRules['rules'][number];
