import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { NewReview, OpenedReview, ReviewPeriod, ReviewPreview } from './reviews.dto.js';
import { ReviewsService } from './reviews.service.js';

@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  /** What a review of these years would open with: nothing is kept. */
  @Get('preview')
  @May('manage cohorts')
  previewReview(@CurrentViewer() viewer: Viewer, @Query() period: ReviewPeriod): Promise<ReviewPreview> {
    return this.reviews.preview(viewer, period);
  }

  /** Opens the review of the trial: its figures are frozen, and its contributions asked for. */
  @Post()
  @May('manage cohorts')
  openReview(@CurrentViewer() viewer: Viewer, @Body() review: NewReview): Promise<OpenedReview> {
    return this.reviews.open(viewer, review);
  }
}
