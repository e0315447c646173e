/** The two ids that name an app: the same AppId in another workspace is another app. */
export interface AppName {
  readonly appId: string;
  readonly workspaceId: string;
}

/** The two ids in one. */
export function keyOf({ appId, workspaceId }: AppName): string {
  return JSON.stringify([appId, workspaceId]);
}
