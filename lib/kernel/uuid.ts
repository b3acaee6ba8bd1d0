const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text from outside may be asked for as an id: PostgreSQL refuses to compare anything else with one. */
export const isUuid = (text: string): boolean => form.test(text);
