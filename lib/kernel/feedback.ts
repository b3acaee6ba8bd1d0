/** What a customer may say of a visit, best first. */
export const feedbacks = ['good', 'ok', 'bad'] as const;
export type Feedback = (typeof feedbacks)[number];
