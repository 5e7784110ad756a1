import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { Proposals, ProposalWaits } from '@induct/people';
import { CouncilSignIn, CurrentPerson, Proof, RoleRules, RuleIsThere, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { type Fields, type FormProblems, NO_PROBLEMS } from '../../forms/form-problems';
import { atField, takeForm } from '../../forms/take-form';
import { Screen } from '../../frame/screen';
import { address } from '../../lists/paging';
import { RoleRuleForm } from './role-rules.form';
import { roleRulesView } from './role-rules.view';

const PAGE = 'desk/role-rules/role-rules.page.njk';
const PATH = '/admin/role-rules';

/** Which roles follow from what a council account says. */
@Screen({
  path: 'admin/role-rules',
  access: ['administrator'],
  title: 'Roles by council account',
  menu: { area: 'desk', group: 'People and seats', text: 'Roles by council account', order: 75 },
})
export class RoleRulesController {
  constructor(
    private readonly rules: RoleRules,
    private readonly proposals: Proposals,
    private readonly council: CouncilSignIn,
  ) {}

  @Get()
  async list(@Query('done') done: unknown, @Res() reply: FastifyReply) {
    return await reply.view(PAGE, await this.view({}, NO_PROBLEMS, done));
  }

  @Post()
  @Proof('fresh')
  async add(@Body() sent: unknown, @CurrentPerson() administrator: SignedInPerson, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: RoleRuleForm,
      sent,
      page: PAGE,
      view: (form, problems) => this.view(form, problems),
      refusals: [atField(RuleIsThere, 'value'), atField(ProposalWaits, 'value')],
      take: async (rule) => address(PATH, { done: await this.rules.add(rule, administrator.id) }),
    });
  }

  @Post(':id/remove')
  @Proof('fresh')
  async remove(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPerson() administrator: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    await this.rules.remove(id, administrator.id);
    return reply.redirect(address(PATH, { done: 'removed' }), 303);
  }

  private async view(form: Fields, problems: FormProblems, done?: unknown) {
    const [rules, held, waiting] = await Promise.all([this.rules.list(), this.rules.held(), this.proposals.waiting()]);
    return roleRulesView({ rules, held, waiting, isSetUp: this.council.isSetUp, done }, form, problems);
  }
}
