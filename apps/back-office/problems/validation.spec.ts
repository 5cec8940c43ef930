import { Type } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { validation } from './validation.js';

class Part {
  @IsOptional()
  @IsString()
  name?: string;
}

class Body {
  @IsString()
  text: string;

  @IsOptional()
  @IsBoolean()
  shared?: boolean;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Part)
  parts?: Part[];

  @IsOptional()
  @IsObject()
  content?: Record<string, unknown>;
}

const read = (body: object): Promise<unknown> => validation.transform(body, { type: 'body', metatype: Body });

it('takes a null for a field that was left out, at any depth', async () => {
  const dto = await read({ text: 'a', shared: null, parts: [{ name: null }] });
  expect(dto).toBeInstanceOf(Body);
  expect(JSON.parse(JSON.stringify(dto))).toEqual({ text: 'a', parts: [{}] });
  expect(dto).not.toHaveProperty('shared');
});

it('leaves the nulls of free JSON alone', async () => {
  expect(await read({ text: 'a', content: { title: null, list: [null] } })).toMatchObject({ content: { title: null, list: [null] } });
});

it('does not take a null where a value is needed', async () => {
  await expect(read({ text: null })).rejects.toMatchObject({ code: 'invalid' });
});
