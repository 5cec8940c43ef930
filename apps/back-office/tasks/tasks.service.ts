import { Injectable } from '@nestjs/common';

@Injectable()
export class TasksService {
  get(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
