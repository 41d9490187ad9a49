// What a shop's server says through @segment/analytics-node. node segment.js <url> <key> <anonymousId> <userId> <marker>
import { Analytics } from '@segment/analytics-node'

const [host, writeKey, anonymousId, userId, marker] = process.argv.slice(2)
const troubles = []
const analytics = new Analytics({ writeKey, host, flushAt: 3, flushInterval: 500 })
analytics.on('error', (error) => troubles.push(String(error.reason ?? error.code)))

const who = { anonymousId, userId }
analytics.identify({ ...who, traits: { marker, plan: 'camper' } })
analytics.page({ ...who, name: 'Tents', category: 'shop', properties: { marker, path: '/tents' } })
analytics.screen({ ...who, name: 'Tents', properties: { marker } })
analytics.track({ ...who, event: 'Product Viewed', properties: { marker, product_id: 'tent-1', nested: { deep: [1, 'two', null] } } })
analytics.group({ ...who, groupId: 'club-1', traits: { marker, name: 'Campers' } })
await analytics.closeAndFlush({ timeout: 20_000 })

console.log(JSON.stringify({ sent: 5, troubles }))
