/**
 * Why a channel is paused that came by an import without its credentials. Unlike other pauses it is not tried out: it ends
 * when they are entered.
 */
export const importedPause = 'imported: enter its credentials';
