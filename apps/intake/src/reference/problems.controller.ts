import { ERROR_CODES, PROBLEMS, problemType } from '@app/contracts/problems';
import { problemDefinitionSchema } from '@app/contracts/http';
import { ProblemException } from '@app/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Public } from '../access/access.decorator';
import { Problems } from '../requests/problems.decorator';

class ProblemDefinitionDto extends createZodDto(problemDefinitionSchema) {}

/** Where the `type` of every problem points to. */
@ApiTags('reference')
@Controller('problems')
export class ProblemsController {
  @Get(':slug')
  @Public()
  @Problems('REQUEST.NOT_FOUND')
  @ZodResponse({ status: 200, type: ProblemDefinitionDto })
  problem(@Param('slug') slug: string) {
    const code = ERROR_CODES.find((each) => problemType(each) === `/problems/${slug}`);
    if (!code) throw new ProblemException('REQUEST.NOT_FOUND');
    return { code, ...PROBLEMS[code] };
  }
}
