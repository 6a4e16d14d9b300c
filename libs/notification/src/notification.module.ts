import { type DynamicModule, Module } from '@nestjs/common';
import { Notifier } from '@app/application';
import { LettersModule } from './letters.module';
import { SmtpNotifier, type SmtpOptions } from './smtp-notifier.adapter';

/** Binds Notifier to SMTP, beside the Chinese letters themselves; connects only when something is sent. */
@Module({})
export class NotificationModule {
  static forRoot(options: SmtpOptions): DynamicModule {
    return {
      module: NotificationModule,
      global: true,
      imports: [LettersModule],
      providers: [{ provide: Notifier, useFactory: () => new SmtpNotifier(options) }],
      exports: [Notifier, LettersModule],
    };
  }
}
