import { NotFoundPage } from '../not-found/not-found-page.tsx'
export default function Stub(_: { code?: string; id?: string }) {
  return <NotFoundPage />
}
