// @jitsu/js from npm.
import { jitsuAnalytics } from '@jitsu/js'

window.tell = async ({ url, key, anonymousId, userId, marker }) => {
  const client = jitsuAnalytics({ host: url, writeKey: key })
  client.setAnonymousId(anonymousId)
  await client.identify(userId, { marker, plan: 'camper' })
  await client.page({ marker, path: '/tents', name: 'Tents' })
  await client.track('Product Viewed', { marker, product_id: 'tent-1', nested: { deep: [1, 'two', null] } })
  await client.group('club-1', { marker, name: 'Campers' })
}
