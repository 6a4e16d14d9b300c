import { type DynamicModule, Module } from '@nestjs/common';
import { LetterRenderer, Notifier } from '@app/application';
import { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';
import { SmtpNotifier, type SmtpOptions } from './smtp-notifier.adapter';

/** Binds Notifier to SMTP and LetterRenderer to the Chinese letters; connects only when something is sent. */
@Module({})
export class NotificationModule {
  static forRoot(options: SmtpOptions): DynamicModule {
    return {
      module: NotificationModule,
      global: true,
      providers: [
        { provide: Notifier, useFactory: () => new SmtpNotifier(options) },
        { provide: LetterRenderer, useFactory: () => new HandlebarsLetterRenderer() },
      ],
      exports: [Notifier, LetterRenderer],
    };
  }
}
