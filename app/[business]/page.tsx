import { redirect } from 'next/navigation';

export default async function BusinessPage({ params }: { params: Promise<{ business: string }> }) {
  redirect(`/${(await params).business}/calendar`);
}
