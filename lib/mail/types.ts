/** A letter in plain text. */
export type Letter = { to: string; subject: string; text: string };

/** Sends e-mail. Throws when the mail server refuses or is not reached: whoever sends tries again later. */
export type Mailer = { send(letter: Letter): Promise<void> };
