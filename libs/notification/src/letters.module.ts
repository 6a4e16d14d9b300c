import { LetterEditor, LetterRenderer } from '@app/application';
import { Global, Module } from '@nestjs/common';
import { HandlebarsLetterEditor } from './handlebars-letter-editor.adapter';
import { HandlebarsLetterRenderer } from './handlebars-letter-renderer.adapter';

/** Binds what letters say, apart from how they are sent. */
@Global()
@Module({
  providers: [
    { provide: LetterRenderer, useFactory: () => new HandlebarsLetterRenderer() },
    {
      provide: LetterEditor,
      inject: [LetterRenderer],
      useFactory: (renderer: HandlebarsLetterRenderer) => new HandlebarsLetterEditor(renderer),
    },
  ],
  exports: [LetterRenderer, LetterEditor],
})
export class LettersModule {}
