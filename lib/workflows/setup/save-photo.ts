import { setPhoto } from '../../catalog/commands/set-photo';
import { changeSetup, type SetupEditor } from './change-setup';

/** Changes or removes the picture of a court, doctor or service. Throws `invalid`, `too-large`, `not-found`. */
export function savePhoto(
  editor: SetupEditor,
  input: { kind: 'resource' | 'service'; id: string; bytes: Uint8Array<ArrayBuffer> | null },
): Promise<string | null> {
  return changeSetup(editor, async (tx) => {
    const photoId = await setPhoto(tx, editor.scope, { ...input, now: editor.world.clock.now() });
    const subject = { kind: input.kind, id: input.id };
    const action = `${input.kind}.${photoId ? 'photo' : 'photo-remove'}`;
    return { value: photoId, audit: { action, subject } };
  });
}
