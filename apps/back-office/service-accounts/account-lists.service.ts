import { Injectable } from '@nestjs/common';
import { catalogue } from '#workflows/catalogue.js';
import type { Call, Person, ServiceAccount } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import { PeopleService } from '../people/people.service.js';
import { extentThrough } from '../permissions/extent-through.js';
import type { Action } from '../permissions/matrix.js';
import type { Viewer } from '../permissions/viewer.js';
import { WebhookListsService } from '../webhooks/webhook-lists.service.js';
import { AccountAccess } from './account-access.js';
import { type AccountChangeKind, changeWords } from './account-changes.js';
import { answersFor, concerns } from './perimeter.js';
import type { ServiceScope } from './scopes.js';
import type { AccountChange, SecretView, ServiceAccountRow, ServiceAccountView } from './service-accounts.dto.js';

const changesShown = 100;
const withNames = { owner: true, call: true } as const;
type Named = ServiceAccount & { owner: Person; call: Call | null };

/** What people see of service accounts: names and technical data, nothing of any case. */
@Injectable()
export class AccountListsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: AccountAccess,
    private readonly people: PeopleService,
    private readonly webhooks: WebhookListsService,
  ) {}

  /** Those that concern the viewer, by name; closed ones last. */
  async list(viewer: Viewer): Promise<ServiceAccountRow[]> {
    const all = await this.prisma.serviceAccount.findMany({
      include: withNames,
      orderBy: [{ endedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    });
    const accounts = all.filter((one) => concerns(viewer, one));
    const dead = await this.webhooks.deadLetters(accounts.map(({ id }) => id));
    return accounts.map((one) => rowOf(one, dead.get(one.id) ?? 0));
  }

  /** Throws `notFound`. */
  async one(viewer: Viewer, id: string): Promise<ServiceAccountView> {
    await this.access.read(viewer, id);
    const [account, secrets, use, dead, webhooks, changes] = await Promise.all([
      this.prisma.serviceAccount.findUniqueOrThrow({ where: { id }, include: withNames }),
      this.secrets(id),
      this.prisma.$queryRaw<{ in_day: number }[]>`
        SELECT in_day FROM service_use WHERE account_id = ${id}::uuid AND day = date_trunc('day', now(), 'Europe/Paris')`,
      this.webhooks.deadLetters([id]),
      this.webhooks.of(id),
      this.prisma.serviceChange.findMany({ where: { accountId: id }, orderBy: { id: 'desc' }, take: changesShown }),
    ]);
    const { purpose, procedure, callId, perMinute, perDay, createdAt, askedBy, agreedBy, agreedAt, endedAt } = account;
    const names = await this.people.names([askedBy, agreedBy, ...changes.map(({ by }) => by)].filter((one) => one !== null));
    const person = (one: string) => ({ id: one, name: names.get(one) ?? '' });
    return {
      ...rowOf(account, dead.get(id) ?? 0),
      purpose,
      ...(procedure !== null && { procedure }),
      ...(callId !== null && { callId }),
      perMinute,
      perDay,
      usedToday: use[0]?.in_day ?? 0,
      createdAt: createdAt.toISOString(),
      askedBy: person(askedBy),
      ...(agreedBy !== null && { agreedBy: person(agreedBy) }),
      ...(agreedAt && { agreedAt: agreedAt.toISOString() }),
      ...(endedAt && { endedAt: endedAt.toISOString() }),
      secrets,
      webhooks,
      changes: changes.map(({ at, by, what, detail }): Fields<AccountChange> => ({
        at: at.toISOString(),
        ...(by !== null && { by: person(by) }),
        what: changeWords[what as AccountChangeKind],
        ...(detail !== null && { detail }),
      })),
      mayManage: !endedAt && may(viewer, 'manage integrations'),
      mayAgree: !endedAt && !agreedAt && askedBy !== viewer.id && answersFor(viewer, account),
    };
  }

  private async secrets(accountId: string): Promise<SecretView[]> {
    const rows = await this.prisma.serviceSecret.findMany({
      where: { accountId, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
      orderBy: { createdAt: 'desc' },
    });
    return rows.map(({ id, hint, createdAt, endsAt, lastUsedAt }): Fields<SecretView> => ({
      id,
      hint,
      createdAt: createdAt.toISOString(),
      ...(endsAt && { endsAt: endsAt.toISOString() }),
      ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
    }));
  }
}

const may = ({ grants }: Viewer, action: Action) => grants.some((grant) => extentThrough(action, grant) !== undefined);

const rowOf = (account: Named, deadLetters: number): Fields<ServiceAccountRow> => ({
  id: account.id,
  name: account.name,
  owner: { id: account.owner.id, name: account.owner.name },
  scopes: account.scopes as ServiceScope[],
  perimeter: perimeterWords(account),
  state: account.endedAt ? 'ended' : account.agreedAt ? 'open' : 'waiting',
  ...(account.lastUsedAt && { lastUsedAt: account.lastUsedAt.toISOString() }),
  deadLetters,
});

function perimeterWords({ procedure, call }: Named): string {
  const parts = [
    procedure === null ? undefined : (catalogue.findLast(({ id }) => id === procedure)?.label ?? procedure),
    call === null ? undefined : `appel «\u00a0${call.title}\u00a0»`,
  ];
  const words = parts.filter((part) => part !== undefined);
  return words.length === 0 ? 'Toutes les démarches' : words.join(', ');
}
