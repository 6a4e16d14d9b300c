export { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';
export { HandlebarsLetterEditor } from './handlebars-letter-editor.adapter';
export { LettersModule } from './letters.module';
export { NotificationModule } from './notification.module';
export { SmtpNotifier, type SmtpOptions } from './smtp-notifier.adapter';
