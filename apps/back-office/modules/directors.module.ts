import { Module } from '@nestjs/common';
import { DirectorsController } from '../directors/directors.controller.js';
import { EditionsService } from '../directors/editions.service.js';
import { WavesService } from '../directors/waves.service.js';
import { YearFactsReader } from '../directors/year-facts.js';
import { YearPage } from '../directors/year-page.js';
import { YearsService } from '../directors/years.service.js';
import { BookingsService } from '../seats/bookings.service.js';
import { SeatedEvents } from '../seats/seated-events.js';
import { SeatsController } from '../seats/seats.controller.js';
import { SeatsService } from '../seats/seats.service.js';

/** The directors’ year, and the seats of its events. */
@Module({
  controllers: [SeatsController, DirectorsController],
  providers: [SeatedEvents, BookingsService, SeatsService, YearFactsReader, EditionsService, WavesService, YearPage, YearsService],
})
export class DirectorsModule {}
