export { type LockOut } from './account/login/lock-out.types';
export { AttachmentDesk, type ClaimAttachments } from './attachment/attachment-desk';
export { type AttachmentVariant } from './attachment/attachment-files';
export { AttachmentSweep } from './attachment/attachment-sweep';
export {
  UploadAttachmentHandler,
  type UploadAttachmentCommand,
} from './attachment/upload-attachment/upload-attachment.handler';
export { IdentityDesk } from './identity/identity-desk';
export { IdentitySweep } from './identity/identity-sweep';
export { LoginHandler, type LoginCommand } from './account/login/login.handler';
export { INTAKE_HANDLERS, WORKER_HANDLERS } from './application.providers';
export { ApplyCalendarHandler } from './calendar/apply-calendar/apply-calendar.handler';
export { CalendarDesk } from './calendar/calendar-desk';
export {
  type ApplyCalendarCommand,
  type CalendarEdit,
  type CalendarPreview,
} from './calendar/calendar-preview.types';
export { FollowUpDesk, type DrawSampleCommand } from './follow-up/follow-up-desk';
export { PlanNotificationsHandler } from './notification/plan-notifications.handler';
export { ResendNotificationHandler } from './notification/resend-notification.handler';
export { LetterSettings, SendNotificationHandler } from './notification/send-notification.handler';
export { sendJobOf } from './notification/send-job';
export { Actors } from './people/actors';
export { DutyDesk, type LeaveRequest } from './people/duty-desk';
export { EmploymentDesk } from './people/employment-desk';
export { ReleaseDutiesHandler } from './people/release-duties/release-duties.handler';
export { releaseJobOf } from './people/release-duties/release-job';
export { type EditableLetter, TemplateDesk } from './templates/template-desk';
export { AnchorSweep } from './audit/anchor-sweep';
export { type AuditReport, AuditVerifier } from './audit/audit-verifier';
export { ConfigurationDesk } from './configuration/configuration-desk';
export {
  type ConfigurationFile,
  type Difference,
  type ImportReport,
} from './configuration/configuration-file.types';
export { type Edit, findItem, OfficeDesk } from './configuration/office-desk';
export { type FilledIn, ReportForm, type Understood } from './configuration/report-form';
export { OwnPassword } from './people-admin/own-password';
export { type Admitted, PersonDesk } from './people-admin/person-desk';
export { PolicyDesk } from './policy/policy-desk';
export * from './ports/account-repository.port';
export * from './ports/calendar-repository.port';
export * from './ports/attachment-repository.port';
export * from './ports/clock.port';
export * from './ports/configuration-log.port';
export * from './ports/directory.port';
export * from './ports/duty-queries.port';
export * from './ports/event-relay.port';
export * from './ports/file-store.port';
export * from './ports/identity-opening-repository.port';
export * from './ports/identity-vault.port';
export * from './ports/follow-up-sample-repository.port';
export * from './ports/ids.port';
export * from './ports/job-publisher.port';
export * from './ports/letter-editor.port';
export * from './ports/letter-renderer.port';
export * from './ports/login-sessions.port';
export * from './ports/media-reader.port';
export * from './ports/minutes-reader.port';
export * from './ports/notice-numbers.port';
export * from './ports/notification-repository.port';
export * from './ports/notifier.port';
export * from './ports/office-repository.port';
export * from './ports/session-repository.port';
export * from './ports/ticket-feed.port';
export * from './ports/ticket-clocks.port';
export * from './ports/ticket-audit.port';
export * from './ports/ticket-queries.port';
export * from './ports/ticket-repository.port';
export * from './ports/virus-scanner.port';
export { type ListTicketsQuery, REPORTER, TicketDesk } from './queries/ticket-desk';
export { jobOf, outboxOf } from './reactions/ticket-reactions';
export { done, PermanentFailure, refused, type Refusal, type Result } from './result.types';
export { CommitLinesHandler } from './session/commit-lines/commit-lines.handler';
export {
  CreateSessionHandler,
  type CreateSessionCommand,
} from './session/create-session/create-session.handler';
export { ImportDesk } from './session/import-desk';
export { ReadLinesHandler } from './session/read-lines/read-lines.handler';
export { RunImportHandler } from './session/run-import/run-import.handler';
export { StartImportHandler, type StartImportCommand } from './session/start-import/start-import.handler';
export { Sweeps } from './sweeps/sweeps';
export { AnnounceChangeHandler } from './ticket/announce-change/announce-change.handler';
export {
  DispatchTicketHandler,
  type DispatchTicketCommand,
} from './ticket/dispatch-ticket/dispatch-ticket.handler';
export {
  ExecuteTicketCommandHandler,
  type TicketCommandRequest,
} from './ticket/execute-command/execute-ticket-command.handler';
export { MergeTicketHandler } from './ticket/merge-ticket/merge-ticket.handler';
export { FireTimersHandler } from './ticket/fire-timers/fire-timers.handler';
export { PlaceTicketHandler } from './ticket/place-ticket/place-ticket.handler';
export { SubmitTicketHandler, type SubmitTicketCommand } from './ticket/submit-ticket/submit-ticket.handler';
