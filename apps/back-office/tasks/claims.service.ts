import { Injectable } from '@nestjs/common';

@Injectable()
export class ClaimsService {
  claim(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  release(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  assign(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
