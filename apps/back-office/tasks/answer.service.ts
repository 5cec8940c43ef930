import { Injectable } from '@nestjs/common';

@Injectable()
export class AnswerService {
  keep(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  answer(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
