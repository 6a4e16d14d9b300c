import { Clock, ConfigurationDesk } from '@app/application';
import {
  configurationFileSchema,
  exportConfigurationSchema,
  importConfigurationSchema,
  importReportSchema,
} from '@app/contracts/http';
import { type Person } from '@app/domain';
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentFile, presentImport, readFile } from './configuration.presenter';

class ConfigurationFileDto extends createZodDto(configurationFileSchema) {}
class ExportConfigurationDto extends createZodDto(exportConfigurationSchema) {}
class ImportConfigurationDto extends createZodDto(importConfigurationSchema) {}
class ImportReportDto extends createZodDto(importReportSchema) {}

/** Takes a whole configuration, many times what other requests may carry. */
export const IMPORT_PATH = `/${API}/configuration/import`;

@ApiTags('administration')
@Controller(`${API}/configuration`)
@Allow('admin')
export class ConfigurationController {
  constructor(
    private readonly desk: ConfigurationDesk,
    private readonly clock: Clock,
  ) {}

  /** One file that an import takes again, here or elsewhere. No passwords; staff with `people=true`. */
  @Get('export')
  @Header('content-disposition', 'attachment; filename="duban-configuration.json"')
  @ZodResponse({ status: 200, type: ConfigurationFileDto })
  async exportConfiguration(@Query() { people }: ExportConfigurationDto) {
    return presentFile(await this.desk.export(people), this.clock.now());
  }

  /** With `dryRun=true` only says what would change and what is wrong. Otherwise all of the file is taken, or nothing. */
  @Post('import')
  @HttpCode(200)
  @Problems('CONFIGURATION.IMPORT_INVALID', 'CALENDAR.CONFLICT', 'CALENDAR.INVALID', 'CALENDAR.NOT_PREVIEWED')
  @ZodResponse({ status: 200, type: ImportReportDto })
  async importConfiguration(
    @Body() body: ConfigurationFileDto,
    @Query() { dryRun }: ImportConfigurationDto,
    @CurrentPerson() by: Person,
  ) {
    const file = readFile(body);
    return presentImport(
      dryRun ? await this.desk.compare(file, by) : valueOf(await this.desk.import(file, by)),
    );
  }
}
