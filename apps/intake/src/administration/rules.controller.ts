import { OfficeDesk, PolicyDesk } from '@app/application';
import {
  keywordRulesSchema,
  newKeywordRuleSchema,
  newPolicySchema,
  policyListSchema,
  policySchema,
  saveKeywordRuleSchema,
  saveKeywordRulesSchema,
  savePolicySchema,
  triedPlacementSchema,
  tryKeywordRulesSchema,
  versionQuerySchema,
} from '@app/contracts/http';
import { type Person } from '@app/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentKeywordRules, presentPolicy } from './rules.presenter';

class PolicyListDto extends createZodDto(policyListSchema) {}
class PolicyDto extends createZodDto(policySchema) {}
class NewPolicyDto extends createZodDto(newPolicySchema) {}
class SavePolicyDto extends createZodDto(savePolicySchema) {}
class KeywordRulesDto extends createZodDto(keywordRulesSchema) {}
class SaveKeywordRulesDto extends createZodDto(saveKeywordRulesSchema) {}
class NewKeywordRuleDto extends createZodDto(newKeywordRuleSchema) {}
class SaveKeywordRuleDto extends createZodDto(saveKeywordRuleSchema) {}
class TryKeywordRulesDto extends createZodDto(tryKeywordRulesSchema) {}
class TriedPlacementDto extends createZodDto(triedPlacementSchema) {}
class VersionQueryDto extends createZodDto(versionQuerySchema) {}

const READERS = ['dispatcher', 'director', 'leader', 'admin'] as const;

/** The rules of time and of placing: read by those who work by them, written by the administrator. */
@ApiTags('administration')
@Controller(API)
export class RulesController {
  constructor(
    private readonly office: OfficeDesk,
    private readonly desk: PolicyDesk,
  ) {}

  @Get('policies')
  @Allow(...READERS)
  @ZodResponse({ status: 200, type: PolicyListDto })
  async policies() {
    return { items: (await this.office.read()).policy.map(({ item }) => presentPolicy(item)) };
  }

  @Post('policies')
  @Allow('admin')
  @Problems('POLICY.INVALID', 'CONFIGURATION.CODE_TAKEN')
  @ZodResponse({ status: 201, type: PolicyDto })
  async addPolicy(@Body() body: NewPolicyDto, @CurrentPerson() by: Person) {
    return presentPolicy(valueOf(await this.desk.createPolicy(body, { by })));
  }

  /** Stores a new version, which tickets take from their next dispatch on. */
  @Put('policies/:code')
  @Allow('admin')
  @Problems('POLICY.NOT_FOUND', 'POLICY.INVALID', 'CONFIGURATION.CONFLICT', 'CONFIGURATION.IN_USE')
  @ZodResponse({ status: 200, type: PolicyDto })
  async savePolicy(
    @Param('code') code: string,
    @Body() { version, ...content }: SavePolicyDto,
    @CurrentPerson() by: Person,
  ) {
    return presentPolicy(valueOf(await this.desk.savePolicy(code, content, { by, version })));
  }

  /** The newest first; tickets keep the version that they were dispatched under. */
  @Get('policies/:code/versions')
  @Allow(...READERS)
  @Problems('POLICY.NOT_FOUND')
  @ZodResponse({ status: 200, type: PolicyListDto })
  async policyVersions(@Param('code') code: string) {
    return { items: valueOf(await this.desk.policyVersions(code)).map(presentPolicy) };
  }

  @Get('keyword-rules')
  @Allow(...READERS)
  @ZodResponse({ status: 200, type: KeywordRulesDto })
  async keywordRules() {
    return presentKeywordRules(await this.desk.keywordRules());
  }

  /** Replaces all of them. */
  @Put('keyword-rules')
  @Allow('admin')
  @Problems('ROUTING.INVALID', 'CONFIGURATION.CONFLICT')
  @ZodResponse({ status: 200, type: KeywordRulesDto })
  async saveKeywordRules(@Body() { rules, version }: SaveKeywordRulesDto, @CurrentPerson() by: Person) {
    return presentKeywordRules(valueOf(await this.desk.saveKeywordRules(rules, { by, version })));
  }

  @Post('keyword-rules')
  @Allow('admin')
  @Problems('ROUTING.INVALID', 'CONFIGURATION.CONFLICT')
  @ZodResponse({ status: 201, type: KeywordRulesDto })
  async addKeywordRule(@Body() { version, ...rule }: NewKeywordRuleDto, @CurrentPerson() by: Person) {
    return presentKeywordRules(valueOf(await this.desk.addKeywordRule(rule, { by, version })));
  }

  @Put('keyword-rules/:id')
  @Allow('admin')
  @Problems('ROUTING.NOT_FOUND', 'ROUTING.INVALID', 'CONFIGURATION.CONFLICT')
  @ZodResponse({ status: 200, type: KeywordRulesDto })
  async saveKeywordRule(
    @Param('id') id: string,
    @Body() { version, ...rule }: SaveKeywordRuleDto,
    @CurrentPerson() by: Person,
  ) {
    return presentKeywordRules(valueOf(await this.desk.saveKeywordRule({ id, ...rule }, { by, version })));
  }

  @Delete('keyword-rules/:id')
  @Allow('admin')
  @Problems('ROUTING.NOT_FOUND', 'CONFIGURATION.CONFLICT')
  @ZodResponse({ status: 200, type: KeywordRulesDto })
  async removeKeywordRule(
    @Param('id') id: string,
    @Query() { version }: VersionQueryDto,
    @CurrentPerson() by: Person,
  ) {
    return presentKeywordRules(valueOf(await this.desk.removeKeywordRule(id, { by, version })));
  }

  /** Says where a ticket of these words would go and why; nothing is stored. */
  @Post('keyword-rules/try')
  @Allow('dispatcher', 'admin')
  @HttpCode(200)
  @ZodResponse({ status: 200, type: TriedPlacementDto })
  tryKeywordRules(@Body() { rules, ...words }: TryKeywordRulesDto) {
    return this.desk.tryPlacement(words, rules);
  }
}
