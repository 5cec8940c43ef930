import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuid } from '../openapi/uuid.pipe.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NeedsStrongSignIn } from '../session/strong-sign-in.js';
import { IdentitiesQuery, IdentityMoveDecision, IdentityMoveProposal, IdentityMoveView, IdentityView } from './identities.dto.js';
import { IdentityListsService } from './identity-lists.service.js';
import { IdentityMovesService } from './identity-moves.service.js';

/** Who is who: identities of providers, and the persons to whom they were given. */
@ApiTags('people')
@Controller('identities')
export class IdentitiesController {
  constructor(
    private readonly lists: IdentityListsService,
    private readonly moves: IdentityMovesService,
  ) {}

  /** The latest used first, two hundred at most. */
  @Get()
  @May('templates/roles')
  listIdentities(@Query() query: IdentitiesQuery): Promise<IdentityView[]> {
    return this.lists.identities(query);
  }

  /** Whom identities were given to, by whom and why; the latest first. */
  @Get('moves')
  @May('templates/roles')
  listIdentityMoves(): Promise<IdentityMoveView[]> {
    return this.lists.moves();
  }

  /** Asks that the identity be somebody's: an account under another address, or of another ministry, joins the one that they have. */
  @Post(':id/moves')
  @May('templates/roles')
  proposeIdentityMove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() proposal: IdentityMoveProposal,
  ): Promise<IdentityMoveView> {
    return this.moves.propose(viewer, id, proposal);
  }

  /** By an administrator who is neither who proposed it nor whom it is about. */
  @Post('moves/:id/decision')
  @HttpCode(200)
  @May('templates/roles')
  @NeedsStrongSignIn()
  decideIdentityMove(
    @CurrentViewer() viewer: Viewer,
    @Param('id', uuid) id: string,
    @Body() decision: IdentityMoveDecision,
  ): Promise<IdentityMoveView> {
    return this.moves.decide(viewer, id, decision);
  }
}
