import { Injectable } from '@nestjs/common';

@Injectable()
export class CallsService {
  funds(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  list(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  get(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  create(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  change(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  publish(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  close(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
