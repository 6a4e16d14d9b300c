import { Directory, PolicyDesk } from '@app/application';
import {
  policyListSchema,
  policySchema,
  saveKeywordRulesSchema,
  savePolicySchema,
} from '@app/contracts/http';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentKeywordRule, presentPolicy } from './rules.presenter';

class PolicyListDto extends createZodDto(policyListSchema) {}
class PolicyDto extends createZodDto(policySchema) {}
class SavePolicyDto extends createZodDto(savePolicySchema) {}
class KeywordRulesDto extends createZodDto(saveKeywordRulesSchema) {}

/** The rules of time and of placing: read by those who work by them, written by the administrator. */
@ApiTags('administration')
@Controller(API)
export class RulesController {
  constructor(
    private readonly directory: Directory,
    private readonly desk: PolicyDesk,
  ) {}

  @Get('policies')
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @ZodResponse({ status: 200, type: PolicyListDto })
  async policies() {
    return { items: (await this.directory.policies()).map(presentPolicy) };
  }

  /** Stores a new version, which tickets take from their next dispatch on. */
  @Put('policies/:code')
  @Allow('admin')
  @Problems('POLICY.NOT_FOUND', 'POLICY.INVALID', 'TICKET.CONFLICT')
  @ZodResponse({ status: 200, type: PolicyDto })
  async savePolicy(@Param('code') code: string, @Body() body: SavePolicyDto) {
    return presentPolicy(valueOf(await this.desk.savePolicy(code, body)));
  }

  @Get('keyword-rules')
  @Allow('dispatcher', 'director', 'leader', 'admin')
  @ZodResponse({ status: 200, type: KeywordRulesDto })
  async keywordRules() {
    return { rules: (await this.directory.keywordRules()).map(presentKeywordRule) };
  }

  /** Replaces all of them. */
  @Put('keyword-rules')
  @Allow('admin')
  @Problems('ROUTING.INVALID')
  @ZodResponse({ status: 200, type: KeywordRulesDto })
  async saveKeywordRules(@Body() body: KeywordRulesDto) {
    const rules = body.rules.map(({ department, priority, ...rule }) => ({
      ...rule,
      ...(department === undefined ? {} : { department }),
      ...(priority === undefined ? {} : { priority }),
    }));
    return { rules: valueOf(await this.desk.saveKeywordRules(rules)).map(presentKeywordRule) };
  }
}
