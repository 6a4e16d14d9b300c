import { type Provider } from '@nestjs/common';
import { FollowUpDesk } from './follow-up/follow-up-desk';
import { LoginHandler } from './account/login/login.handler';
import { AttachmentDesk } from './attachment/attachment-desk';
import { AttachmentSweep } from './attachment/attachment-sweep';
import { UploadAttachmentHandler } from './attachment/upload-attachment/upload-attachment.handler';
import { AnchorSweep } from './audit/anchor-sweep';
import { ApplyCalendarHandler } from './calendar/apply-calendar/apply-calendar.handler';
import { CalendarDesk } from './calendar/calendar-desk';
import { IdentityDesk } from './identity/identity-desk';
import { IdentitySweep } from './identity/identity-sweep';
import { PlanNotificationsHandler } from './notification/plan-notifications.handler';
import { ResendNotificationHandler } from './notification/resend-notification.handler';
import { SendNotificationHandler } from './notification/send-notification.handler';
import { Actors } from './people/actors';
import { DutyDesk } from './people/duty-desk';
import { EmploymentDesk } from './people/employment-desk';
import { ReleaseDutiesHandler } from './people/release-duties/release-duties.handler';
import { ConfigurationDesk } from './configuration/configuration-desk';
import { OfficeDesk } from './configuration/office-desk';
import { ReportForm } from './configuration/report-form';
import { OwnPassword } from './people-admin/own-password';
import { PersonDesk } from './people-admin/person-desk';
import { PolicyDesk } from './policy/policy-desk';
import { TicketDesk } from './queries/ticket-desk';
import { CommitLinesHandler } from './session/commit-lines/commit-lines.handler';
import { CreateSessionHandler } from './session/create-session/create-session.handler';
import { ImportDesk } from './session/import-desk';
import { ReadLinesHandler } from './session/read-lines/read-lines.handler';
import { RunImportHandler } from './session/run-import/run-import.handler';
import { StartImportHandler } from './session/start-import/start-import.handler';
import { Sweeps } from './sweeps/sweeps';
import { TemplateDesk } from './templates/template-desk';
import { AnnounceChangeHandler } from './ticket/announce-change/announce-change.handler';
import { DispatchTicketHandler } from './ticket/dispatch-ticket/dispatch-ticket.handler';
import { ExecuteTicketCommandHandler } from './ticket/execute-command/execute-ticket-command.handler';
import { FireTimersHandler } from './ticket/fire-timers/fire-timers.handler';
import { MergeTicketHandler } from './ticket/merge-ticket/merge-ticket.handler';
import { PlaceTicketHandler } from './ticket/place-ticket/place-ticket.handler';
import { SubmitTicketHandler } from './ticket/submit-ticket/submit-ticket.handler';

/** What the HTTP door needs. */
export const INTAKE_HANDLERS: Provider[] = [
  Actors,
  AttachmentDesk,
  CalendarDesk,
  ConfigurationDesk,
  CreateSessionHandler,
  DispatchTicketHandler,
  DutyDesk,
  EmploymentDesk,
  ExecuteTicketCommandHandler,
  FollowUpDesk,
  IdentityDesk,
  ImportDesk,
  LoginHandler,
  MergeTicketHandler,
  OfficeDesk,
  OwnPassword,
  PersonDesk,
  PolicyDesk,
  ReportForm,
  ResendNotificationHandler,
  StartImportHandler,
  SubmitTicketHandler,
  TemplateDesk,
  TicketDesk,
  UploadAttachmentHandler,
];

/** What the queue door needs. */
export const WORKER_HANDLERS: Provider[] = [
  AnchorSweep,
  ApplyCalendarHandler,
  AttachmentSweep,
  CalendarDesk,
  AnnounceChangeHandler,
  CommitLinesHandler,
  DispatchTicketHandler,
  ExecuteTicketCommandHandler,
  FireTimersHandler,
  IdentityDesk,
  IdentitySweep,
  ImportDesk,
  PlaceTicketHandler,
  PlanNotificationsHandler,
  ReadLinesHandler,
  ReleaseDutiesHandler,
  RunImportHandler,
  SendNotificationHandler,
  SubmitTicketHandler,
  Sweeps,
];
