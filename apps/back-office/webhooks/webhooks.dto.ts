import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { type WebhookEvent, webhookEvents } from '#activities/webhooks/event-types.js';
import { PageQuery } from '../openapi/page.dto.js';

const states = ['pending', 'delivered', 'dead'] as const;

export class NewWebhook {
  /** `https://`, on the public internet. */
  @IsString()
  @MaxLength(500)
  url: string;

  @ApiProperty({ enum: webhookEvents, enumName: 'WebhookEvent', isArray: true })
  @IsIn(webhookEvents, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(webhookEvents.length)
  events: WebhookEvent[];
}

export class WebhookView {
  id: string;
  url: string;
  @ApiProperty({ enum: webhookEvents, enumName: 'WebhookEvent', isArray: true })
  events: WebhookEvent[];
  createdAt: string;
  /** Until when the secret before the last rotation still signs. */
  previousUntil?: string;
  suspendedAt?: string;
  /** In French. */
  suspendedWhy?: string;
  pending: number;
  delivered: number;
  dead: number;
}

/** Shown once. */
export class SigningSecret {
  webhookId: string;
  /** `whsec_…`, as libraries of Standard Webhooks take it. */
  secret: string;
}

class DeliveryFilter {
  @IsOptional()
  @IsIn(states)
  status?: (typeof states)[number];
}

export class DeliveriesQuery extends IntersectionType(DeliveryFilter, PageQuery) {}

export class DeliveryView {
  id: string;
  /** The reference of the case: an administrator who does not read it sees no more. */
  reference: string;
  sequence: number;
  @ApiProperty({ enum: webhookEvents, enumName: 'WebhookEvent' })
  type: WebhookEvent;
  at: string;
  @ApiProperty({ enum: states, enumName: 'DeliveryStatus' })
  status: (typeof states)[number];
  attempts: number;
  /** When it is tried next. */
  nextAt?: string;
  doneAt?: string;
  /** HTTP status of the last answer. */
  answer?: number;
  /** In French. */
  error?: string;
}

export class DeliveryPage {
  @ApiProperty({ type: [DeliveryView] })
  items: DeliveryView[];
  nextCursor?: string;
}

export class ReplayFrom {
  /** A day in Paris: dead letters from then on are sent again. */
  @IsISO8601({ strict: true })
  @Length(10, 10)
  from: string;
}

export class Replayed {
  count: number;
}
