export { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';
export { NotificationModule } from './notification.module';
export { SmtpNotifier, type SmtpOptions } from './smtp-notifier.adapter';
