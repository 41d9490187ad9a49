// What a shop's server says through @rudderstack/rudder-sdk-node. node rudderstack.js <url> <key> <anonymousId> <userId> <marker>
import RudderAnalytics from '@rudderstack/rudder-sdk-node'

const [dataPlaneUrl, writeKey, anonymousId, userId, marker] = process.argv.slice(2)
const troubles = []
const client = new RudderAnalytics(writeKey, {
  dataPlaneUrl, flushAt: 3, flushInterval: 500, errorHandler: (error) => troubles.push(String(error.message))
})

const who = { anonymousId, userId }
const sent = [
  (done) => client.identify({ ...who, traits: { marker, plan: 'camper' } }, done),
  (done) => client.page({ ...who, name: 'Tents', properties: { marker, path: '/tents' } }, done),
  (done) => client.screen({ ...who, name: 'Tents', properties: { marker } }, done),
  (done) => client.track({ ...who, event: 'Product Viewed', properties: { marker, product_id: 'tent-1', nested: { deep: [1, 'two', null] } } }, done),
  (done) => client.group({ ...who, groupId: 'club-1', traits: { marker, name: 'Campers' } }, done)
].map((call) => new Promise((resolve) => call((error) => {
  if (error) troubles.push(String(error.message ?? error))
  resolve()
})))
await client.flush()
await Promise.all(sent)

console.log(JSON.stringify({ sent: sent.length, troubles }))
