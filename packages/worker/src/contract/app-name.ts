/** The names of apps. They stand in paths, and in headers to the objects: nothing that means anything there. */
export const APP_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;
