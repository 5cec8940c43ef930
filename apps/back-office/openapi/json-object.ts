import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';

/** A field whose shape a procedure's form decides: an object of any keys for the HTTP contract. */
export const JsonObject = () => applyDecorators(ApiProperty({ type: 'object', additionalProperties: true }), IsObject());

export const OptionalJsonObject = () =>
  applyDecorators(ApiPropertyOptional({ type: 'object', additionalProperties: true }), IsOptional(), IsObject());

/** French messages by the path of a field, such as `budget.0.amountCents`. */
export const FieldMessages = () => ApiProperty({ type: 'object', additionalProperties: { type: 'string' } });
