import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** A query parameter that may be left out, and is otherwise one of these words; `enumName` is what the contract calls them. */
export const Chosen = (values: readonly string[], enumName: string) =>
  applyDecorators(IsOptional(), IsIn(values), ApiProperty({ enum: values, enumName }));
