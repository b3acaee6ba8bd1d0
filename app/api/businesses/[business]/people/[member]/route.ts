import { AppError } from '../../../../../../lib/kernel/app-error';
import { memberParams, roleBody, type RoleInput } from '../../../../../../lib/tenancy/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { changeMember } from '../../../../../../lib/workflows/manage-people';

async function change(
  { world, scope, actor }: Pick<Parameters<Parameters<typeof staffRoute>[1]>[0], 'world' | 'scope' | 'actor'>,
  memberId: string,
  rights: RoleInput | null,
): Promise<undefined> {
  const done = await changeMember(world, scope, { actor, memberId, rights });
  if (done.ok) return undefined;
  throw new AppError('conflict', 'A business needs an owner. Make somebody else an owner first.', [
    { path: 'role', message: done.reason },
  ]);
}

/** Another role. */
export const PATCH = staffRoute(
  { permission: 'people.change', summary: 'Changes a member’s role.', params: memberParams, body: roleBody },
  (request) => change(request, request.params.member, request.body),
);

/** Out of the business. */
export const DELETE = staffRoute(
  { permission: 'people.change', summary: 'Removes a member; their account stays.', params: memberParams },
  (request) => change(request, request.params.member, null),
);
