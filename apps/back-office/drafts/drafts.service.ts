import { Injectable } from '@nestjs/common';

@Injectable()
export class DraftsService {
  list(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  get(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  create(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  save(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  remove(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
