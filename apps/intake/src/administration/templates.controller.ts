import { LetterEditor, TemplateDesk } from '@app/application';
import {
  letterTextSchema,
  resetTemplateSchema,
  saveTemplateSchema,
  templateListSchema,
  templatePreviewSchema,
  templateSchema,
} from '@app/contracts/http';
import { type Person } from '@app/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';

class LetterTextDto extends createZodDto(letterTextSchema) {}
class SaveTemplateDto extends createZodDto(saveTemplateSchema) {}
class ResetTemplateDto extends createZodDto(resetTemplateSchema) {}
class TemplateDto extends createZodDto(templateSchema) {}
class TemplateListDto extends createZodDto(templateListSchema) {}
class TemplatePreviewDto extends createZodDto(templatePreviewSchema) {}

/** What the system's letters say. */
@ApiTags('administration')
@Controller(`${API}/templates`)
@Allow('admin')
export class TemplatesController {
  constructor(
    private readonly desk: TemplateDesk,
    private readonly editor: LetterEditor,
  ) {}

  /** Every kind of letter, with the words that a text may use. */
  @Get()
  @ZodResponse({ status: 200, type: TemplateListDto })
  async templates() {
    return { items: [...(await this.desk.list())], variables: [...this.editor.variables] };
  }

  @Put(':kind')
  @Problems('TEMPLATE.NOT_FOUND', 'TEMPLATE.INVALID', 'CONFIGURATION.CONFLICT', 'CONFIGURATION.CODE_TAKEN')
  @ZodResponse({ status: 200, type: TemplateDto })
  async saveTemplate(
    @Param('kind') kind: string,
    @Body() { version, ...text }: SaveTemplateDto,
    @CurrentPerson() by: Person,
  ) {
    return valueOf(await this.desk.save(kind, text, { by, version }));
  }

  /** Back to what the letter says from the start. */
  @Post(':kind/reset')
  @HttpCode(200)
  @Problems('TEMPLATE.NOT_FOUND', 'CONFIGURATION.CONFLICT')
  @ZodResponse({ status: 200, type: TemplateDto })
  async resetTemplate(
    @Param('kind') kind: string,
    @Body() { version }: ResetTemplateDto,
    @CurrentPerson() by: Person,
  ) {
    return valueOf(await this.desk.reset(kind, { by, version }));
  }

  /** As it would go out about an invented ticket. */
  @Post(':kind/preview')
  @HttpCode(200)
  @Problems('TEMPLATE.NOT_FOUND', 'TEMPLATE.INVALID')
  @ZodResponse({ status: 200, type: TemplatePreviewDto })
  previewTemplate(@Param('kind') kind: string, @Body() text: LetterTextDto) {
    return valueOf(this.desk.preview(kind, text));
  }
}
