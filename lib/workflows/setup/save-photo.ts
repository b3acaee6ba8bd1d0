import { setPhoto, type Pictured } from '../../catalog/commands/set-photo';
import { changeSetup, type SetupEditor } from './change-setup';

/** Changes or removes the picture of a court, doctor or service, or the logo. Throws `invalid`, `too-large`, `not-found`. */
export function savePhoto(
  editor: SetupEditor,
  input: Pictured & { bytes: Uint8Array<ArrayBuffer> | null },
): Promise<string | null> {
  return changeSetup(editor, async (tx) => {
    const photoId = await setPhoto(tx, editor.scope, { ...input, now: editor.world.clock.now() });
    const id = input.kind === 'business' ? editor.scope.businessId : input.id;
    const subject = { kind: input.kind, id };
    const action = `${input.kind}.${photoId ? 'photo' : 'photo-remove'}`;
    return { value: photoId, audit: { action, subject } };
  });
}
