// @segment/analytics-next from npm, as a shop's bundle has it.
import { AnalyticsBrowser } from '@segment/analytics-next'

window.tell = async ({ url, key, anonymousId, userId, marker, batching }) => {
  const [client] = await AnalyticsBrowser.load(
    { writeKey: key, cdnURL: url },
    batching
      ? { integrations: { 'Segment.io': { deliveryStrategy: { strategy: 'batching', config: { size: 3, timeout: 300 } } } } }
      : {})
  client.setAnonymousId(anonymousId)
  await client.identify(userId, { marker, plan: 'camper' })
  await client.page('shop', 'Tents', { marker, path: '/tents' })
  await client.screen('Tents', { marker })
  await client.track('Product Viewed', { marker, product_id: 'tent-1', nested: { deep: [1, 'two', null] } })
  await client.group('club-1', { marker, name: 'Campers' })
}
