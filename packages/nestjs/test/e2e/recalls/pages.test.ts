import { Injectable, Scope } from '@nestjs/common';
import type { PagedTargets, TargetPage } from '@unpush/recall';
import { directoryStore } from '@unpush/recall/node';
import { describe, expect, it } from 'vitest';
import { TargetPages, type StoreParts } from '../../../src/index.ts';
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
      `unpush: @TargetPages('requested') stands on Requested, which is not one instance with a method "page": a recall asks for pages whenever it needs them, so they cannot be of a request`,
    );
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
