import { ConfigurationLog } from '@app/application';
import { configurationLogSchema, listConfigurationLogSchema } from '@app/contracts/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { API } from '../requests/api-path';
import { pageOf, placeOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { presentEntry } from './office.presenter';

class ListConfigurationLogDto extends createZodDto(listConfigurationLogSchema) {}
class ConfigurationLogDto extends createZodDto(configurationLogSchema) {}

@ApiTags('administration')
@Controller(`${API}/configuration`)
export class ConfigurationLogController {
  constructor(private readonly log: ConfigurationLog) {}

  /** Every change of the configuration, the newest first: who made it when, and what was there before. */
  @Get('log')
  @Allow('director', 'leader', 'admin')
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: ConfigurationLogDto })
  async configurationLog(@Query() { kind, subject, cursor, limit }: ListConfigurationLogDto) {
    const filter = {
      ...(kind === undefined ? {} : { kind }),
      ...(subject === undefined ? {} : { subject }),
    };
    const before = cursor === undefined ? {} : { before: Number(placeOf(cursor, /^\d{1,15}$/)) };
    const found = await this.log.list(filter, { ...before, limit: limit + 1 });
    return pageOf(found, limit, ({ seq }) => String(seq), presentEntry);
  }
}
