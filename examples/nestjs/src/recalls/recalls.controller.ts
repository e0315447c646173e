import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  Sse,
  SseSignal,
  type MessageEvent,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecallService, type RecallStatus, type StartedRecall } from '@unpush/nestjs';
import type { Request, Response } from 'express';
import { concat, from, map, of, type Observable } from 'rxjs';
import { NeedsApiKey } from '../auth/needs-api-key.decorator.ts';
import { ApiEvents, ApiNdjson, ApiProblems, ApiRecall, ApiRecalls, ApiRecallUpload } from './recalls.docs.ts';
import { ndjsonFile } from './ndjson-file.ts';
import {
  listQuery,
  recallBody,
  reportQuery,
  resumeQuery,
  uploadQuery,
  type ListQuery,
  type RecallBody,
  type ReportQuery,
  type ResumeQuery,
  type UploadQuery,
} from './recalls.schemas.ts';
import { recallOfUpload } from './upload.ts';

@ApiTags('recalls')
@ApiProblems()
@Controller('recalls')
export class RecallsController {
  constructor(private readonly recalls: RecallService) {}

  // eslint-disable-next-line @typescript-eslint/max-params -- Nest hands over one by one what a request holds
  @Post()
  @HttpCode(202)
  @NeedsApiKey()
  @ApiOperation({ summary: 'Take a notification back from many phones' })
  @ApiRecallUpload()
  @ApiRecall({ status: 202, description: 'It was written down and has begun.' })
  async start(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query({ schema: uploadQuery }) query: UploadQuery,
    @Body({ schema: recallBody }) body: RecallBody,
  ): Promise<StartedRecall> {
    const started = await this.recalls.start(body ?? recallOfUpload(request, query));
    response.location(`/recalls/${started.recallId}`);
    return started;
  }

  @Get()
  @ApiOperation({ summary: 'The recalls, the newest first' })
  @ApiRecalls()
  list(@Query({ schema: listQuery }) query: ListQuery): Promise<readonly RecallStatus[]> {
    return this.recalls.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'How a recall stands' })
  @ApiRecall({ status: 200 })
  status(@Param('id') id: string): Promise<RecallStatus> {
    return this.recalls.status(id);
  }

  @Sse(':id/events')
  @ApiOperation({
    summary: 'How a recall goes on, as server-sent events',
    description:
      '`progress` at once and whenever it has changed, and at last `end`: close the EventSource then.',
  })
  @ApiEvents()
  events(@Param('id') id: string, @SseSignal() signal: AbortSignal): Observable<MessageEvent> {
    return concat(
      from(this.recalls.progress(id, { signal })).pipe(map((data) => ({ type: 'progress', data }))),
      // A browser asks again when a stream ends, unless it was told
      of({ type: 'end', data: { recallId: id } }),
    );
  }

  @Post(':id/stop')
  @HttpCode(200)
  @NeedsApiKey()
  @ApiOperation({ summary: 'Stop a recall between two requests' })
  @ApiRecall({ status: 200 })
  stop(@Param('id') id: string): Promise<RecallStatus> {
    return this.recalls.stop(id);
  }

  @Post(':id/resume')
  @HttpCode(202)
  @NeedsApiKey()
  @ApiOperation({ summary: 'Go on with a recall that has ended early' })
  @ApiRecall({ status: 202 })
  resume(@Param('id') id: string, @Query({ schema: resumeQuery }) query: ResumeQuery): Promise<RecallStatus> {
    return this.recalls.resume(id, query);
  }

  @Get(':id/report')
  @NeedsApiKey()
  @ApiOperation({ summary: 'What became of the tokens that were not accepted, line by line' })
  @ApiNdjson()
  async report(
    @Param('id') id: string,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ): Promise<StreamableFile> {
    return ndjsonFile(`report-${id}`, await this.recalls.report(id, query));
  }

  @Get(':id/evidence')
  @NeedsApiKey()
  @ApiOperation({ summary: 'The evidence, for `unpush verify`' })
  @ApiNdjson()
  async evidence(@Param('id') id: string): Promise<StreamableFile> {
    return ndjsonFile(`evidence-${id}`, await this.recalls.evidence(id));
  }
}
