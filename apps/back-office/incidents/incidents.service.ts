import { Injectable } from '@nestjs/common';

@Injectable()
export class IncidentsService {
  list(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  retry(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  abandon(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
