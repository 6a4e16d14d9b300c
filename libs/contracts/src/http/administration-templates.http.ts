import { z } from 'zod';
import { text } from './tickets.http';

const letterText = {
  subject: text(60).meta({
    description: 'Stands over the letter and in its subject, with the ticket behind it.',
  }),
  body: text(4_000).meta({
    description:
      'Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one.',
  }),
};
export const letterTextSchema = z.strictObject(letterText);
export const saveTemplateSchema = z.strictObject({
  ...letterText,
  version: z.int().min(0).meta({ description: 'The version that the change goes by; 0 for the first one.' }),
});
export const resetTemplateSchema = z.strictObject({ version: z.int().min(1) });
export const templateSchema = z.object({
  kind: z.string(),
  version: z.int(),
  original: letterTextSchema,
  own: letterTextSchema.optional().meta({ description: "The office's own text, where there is one." }),
});
export const templateListSchema = z.object({
  items: z.array(templateSchema),
  variables: z.array(z.object({ name: z.string(), label: z.string() })),
});
export const templatePreviewSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
