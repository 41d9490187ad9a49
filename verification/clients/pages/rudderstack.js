// @rudderstack/analytics-js from npm.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'

window.tell = ({ url, key, anonymousId, userId, marker, options }) => {
  const client = new RudderAnalytics()
  client.setAnonymousId(anonymousId)
  client.load(key, url, { configUrl: url, ...options })
  client.ready(() => { window.isReady = true })
  client.identify(userId, { marker, plan: 'camper' })
  client.page('shop', 'Tents', { marker, path: '/tents' })
  client.track('Product Viewed', { marker, product_id: 'tent-1', nested: { deep: [1, 'two', null] } })
  client.group('club-1', { marker, name: 'Campers' })
}
