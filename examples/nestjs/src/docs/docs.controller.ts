import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Leads whoever opens the application in a browser to its routes. */
@ApiExcludeController()
@Controller()
export class DocsController {
  @Get()
  @Redirect('/docs')
  docs(): void {
    // The decorator says it all
  }
}
