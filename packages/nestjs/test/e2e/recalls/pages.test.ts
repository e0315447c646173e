import { Injectable, Scope } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { PagedTargets, TargetPage } from '@unpush/recall';
import { directoryStore } from '@unpush/recall/node';
import { describe, expect, it } from 'vitest';
import { RecallService, TargetPages, UnpushModule, type StoreParts } from '../../../src/index.ts';
import { openShop } from '../../support/open-module.ts';
import { SELECTOR, setStage } from '../../support/stage.ts';

const nothing = (): Promise<TargetPage> => Promise.resolve({ targets: [] });

@TargetPages('audience')
@Injectable()
class Audience implements PagedTargets {
  page = nothing;
}

@TargetPages('audience')
@Injectable()
class OtherAudience implements PagedTargets {
  page = nothing;
}

@TargetPages('requested')
@Injectable({ scope: Scope.REQUEST })
class Requested implements PagedTargets {
  page = nothing;
}

@TargetPages('transient')
@Injectable({ scope: Scope.TRANSIENT })
class Transient implements PagedTargets {
  page = nothing;
}

describe('@TargetPages', () => {
  it('names a provider once in an application', async () => {
    await using stage = await setStage();
    await expect(openShop(stage, {}, { providers: [Audience, OtherAudience] })).rejects.toThrow(
      "unpush: @TargetPages('audience') stands on Audience and on OtherAudience: each needs a name of its own, and is provided by one module",
    );
  });

  it('is for one instance, not for one of each request', async () => {
    await using stage = await setStage();
    await expect(openShop(stage, {}, { providers: [Requested] })).rejects.toThrow(
      `unpush: @TargetPages('requested') stands on Requested, which is not one instance with a method "page": a recall asks for pages whenever it needs them, so they cannot be of a request, or of whoever injects them`,
    );
  });

  it('is for one instance, not for one of each who injects it', async () => {
    await using stage = await setStage();
    await expect(openShop(stage, {}, { providers: [Transient] })).rejects.toThrow(
      `unpush: @TargetPages('transient') stands on Transient, which is not one instance`,
    );
  });

  it.each(['useValue', 'useFactory', 'useClass'] as const)(
    'stays the name of what a test overrides the provider with: %s',
    async (way) => {
      await using stage = await setStage();
      class Overriding implements PagedTargets {
        page = (): Promise<TargetPage> => Promise.resolve({ targets: stage.tokens });
      }
      const { huawei: app, sender, ledger } = stage;
      const overriding = Test.createTestingModule({
        imports: [UnpushModule.forRoot({ app, sender, ledger })],
        providers: [Audience],
      }).overrideProvider(Audience);
      const module = await {
        useValue: () => overriding.useValue({ page: new Overriding().page }),
        useFactory: () => overriding.useFactory({ factory: () => new Overriding() }),
        useClass: () => overriding.useClass(Overriding),
      }
        [way]()
        .compile();
      await module.init();
      const recalls = module.get(RecallService);
      const { recallId } = await recalls.start({ selector: SELECTOR, pages: 'audience' });
      expect(await recalls.finished(recallId)).toMatchObject({ targets: { accepted: 3 } });
      await module.close();
    },
  );

  it('stands on a provider once, by whichever tokens it is known', async () => {
    await using stage = await setStage();
    const made = { provide: 'made', useFactory: (audience: Audience) => audience, inject: [Audience] };
    const alias = { provide: 'alias', useExisting: Audience };
    await using shop = await openShop(stage, {}, { providers: [Audience, made, alias] });
    expect(shop.module.get('made')).toBe(shop.module.get(Audience));
  });

  it('is told of by name where a recall asks for another', async () => {
    await using stage = await setStage();
    await using shop = await openShop(stage, {}, { providers: [Audience] });
    await expect(shop.recalls.start({ selector: SELECTOR, pages: 'everybody' })).rejects.toThrow(
      'pages: must be one of "audience"; got the string "everybody"',
    );
  });

  it('can be found by a store that the options make', async () => {
    await using stage = await setStage();
    const given: StoreParts[] = [];
    const ledger = (parts: StoreParts): ReturnType<typeof directoryStore> => {
      given.push(parts);
      return directoryStore(stage.ledger);
    };
    await using shop = await openShop(stage, { ledger }, { providers: [Audience] });
    expect(given[0]?.pages('audience')).toBe(shop.module.get(Audience));
    expect(given[0]?.pages('everybody')).toBeUndefined();
  });
});
