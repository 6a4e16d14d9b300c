import { type KeywordRule, type Policy, validatePolicy } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Directory } from '../ports/directory.port';
import { done, refused, type Result } from '../result.types';

/** The rules that an administrator edits: time limits and steps, and the words that place a ticket. */
@Injectable()
export class PolicyDesk {
  constructor(private readonly directory: Directory) {}

  /** Stores a new version of a known policy; tickets take it from their next dispatch on. */
  async savePolicy(code: string, content: Omit<Policy, 'code' | 'version'>): Promise<Result<Policy>> {
    const current = await this.directory.policy(code);
    if (!current) return refused('POLICY.NOT_FOUND', `There is no policy ${code}.`);
    const next: Policy = { ...content, code, version: current.version + 1 };
    const faults = validatePolicy(next);
    if (faults.length > 0)
      return refused(
        'POLICY.INVALID',
        'The policy cannot be used as it is.',
        faults.map(({ pointer, message }) => ({ pointer, detail: message })),
      );
    if (!(await this.directory.addPolicyVersion(next)))
      return refused(
        'TICKET.CONFLICT',
        'Someone else saved this policy at the same moment; please look again.',
      );
    return done(next);
  }

  async saveKeywordRules(rules: readonly KeywordRule[]): Promise<Result<readonly KeywordRule[]>> {
    const [categories, departments] = await Promise.all([
      this.directory.categories(),
      this.directory.departments(),
    ]);
    const faults = rules.flatMap((rule, index) => [
      ...(categories.some(({ code }) => code === rule.category)
        ? []
        : [{ pointer: `/rules/${index}/category`, detail: `没有类别 ${rule.category}` }]),
      ...(rule.department === undefined || departments.some(({ code }) => code === rule.department)
        ? []
        : [{ pointer: `/rules/${index}/department`, detail: `没有部门 ${rule.department}` }]),
      ...(rules.findIndex(({ id }) => id === rule.id) === index
        ? []
        : [{ pointer: `/rules/${index}/id`, detail: `编号 ${rule.id} 重复` }]),
    ]);
    if (faults.length > 0)
      return refused('ROUTING.INVALID', 'Some rules cannot be used as they are.', faults);
    await this.directory.saveKeywordRules(rules);
    return done(rules);
  }
}
