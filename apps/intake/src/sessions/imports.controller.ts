import {
  ImportDesk,
  ImportRepository,
  LineRepository,
  StartImportHandler,
  type StartImportCommand,
} from '@app/application';
import {
  importAcceptedSchema,
  importLinesQuerySchema,
  importLinesSchema,
  importSchema,
  mappingSchema,
} from '@app/contracts/http';
import { type ImportRun, type Person } from '@app/domain';
import { CONFIG, currentCorrelationId, type IntakeConfig, ProblemException } from '@app/platform';
import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { pageOf, placeOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { openUpload } from '../requests/upload.reader';
import { importFieldsOf } from './import-fields.reader';
import { LineViews } from './line-views';
import { presentImport } from './session.presenter';

class ImportAcceptedDto extends createZodDto(importAcceptedSchema) {}
class ImportDto extends createZodDto(importSchema) {}
class ImportLinesDto extends createZodDto(importLinesSchema) {}
class ImportLinesQueryDto extends createZodDto(importLinesQuerySchema) {}

const MOST_FAULTS = 1000;
const ROW = /^\d{1,8}$/;

const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'Minutes, .xlsx or .csv.' },
    mapping: {
      type: 'string',
      description: `JSON that names a column, by letter or header text, for: ${mappingSchema.keyType.options.join(', ')}.`,
    },
    commit: { type: 'string', enum: ['true', 'false'], default: 'false' },
  },
};

@ApiTags('sessions')
@Controller(API)
export class ImportsController {
  constructor(
    private readonly starting: StartImportHandler,
    private readonly desk: ImportDesk,
    private readonly imports: ImportRepository,
    private readonly lines: LineRepository,
    private readonly views: LineViews,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  /** Takes the file straight to where it is kept; the reading is a job, and its progress is at the link. */
  @Post('sessions/:id/imports')
  @Allow('dispatcher', 'director', 'admin')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  @Problems(
    'SESSION.NOT_FOUND',
    'IMPORT.FILE_MISSING',
    'IMPORT.FILE_TOO_LARGE',
    'IMPORT.UNSUPPORTED_TYPE',
    'IMPORT.MAPPING_INVALID',
  )
  @ZodResponse({ status: 202, type: ImportAcceptedDto })
  async startImport(
    @Param('id') sessionId: string,
    @CurrentPerson() person: Person,
    @Req() request: FastifyRequest,
  ) {
    const correlationId = currentCorrelationId();
    const maxBytes = this.config.UPLOAD_MAX_BYTES;
    // The fields may follow the file: they are filled in before its stream ends, which the handler awaits.
    const { fileName, content, discard } = await openUpload(request, {
      maxBytes,
      tooLarge: 'IMPORT.FILE_TOO_LARGE',
      missing: 'IMPORT.FILE_MISSING',
      onFields: (sent) => Object.assign(command, importFieldsOf(sent)),
    });
    const command: StartImportCommand = {
      sessionId,
      fileName,
      content,
      maxBytes,
      requestedBy: person.id,
      commit: false,
      ...(correlationId === undefined ? {} : { correlationId }),
    };
    try {
      return acceptedAs(valueOf(await this.starting.execute(command)));
    } catch (error) {
      await discard();
      throw error;
    }
  }

  @Get('imports/:id')
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @Problems('IMPORT.NOT_FOUND')
  @ZodResponse({ status: 200, type: ImportDto })
  async viewImport(@Param('id') id: string) {
    const run = await this.find(id);
    return presentImport(run, run.faultCount === 0 ? [] : await this.lines.faultsOfImport(id, MOST_FAULTS));
  }

  /** Every line that was read, in the order of the sheet. */
  @Get('imports/:id/lines')
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @Problems('IMPORT.NOT_FOUND', 'REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: ImportLinesDto })
  async importLines(@Param('id') id: string, @Query() { cursor, limit }: ImportLinesQueryDto) {
    await this.find(id);
    const after = cursor === undefined ? -1 : Number(placeOf(cursor, ROW));
    const found = await this.lines.ofImport(id, after, limit + 1);
    return pageOf(found, limit, ({ row }) => String(row), await this.views.of(found));
  }

  /** Makes tickets of the lines of an import that was only looked at so far. */
  @Post('imports/:id/commit')
  @Allow('dispatcher', 'director', 'admin')
  @Problems('IMPORT.NOT_FOUND', 'IMPORT.NOT_COMMITTABLE')
  @ZodResponse({ status: 202, type: ImportAcceptedDto })
  async commitImport(@Param('id') id: string) {
    return acceptedAs(valueOf(await this.desk.commit(id)));
  }

  private async find(id: string): Promise<ImportRun> {
    const run = await this.imports.byId(id);
    if (!run) throw new ProblemException('IMPORT.NOT_FOUND');
    return run;
  }
}

function acceptedAs({ id }: ImportRun) {
  return { importId: id, links: { self: `/${API}/imports/${id}` } };
}
