// Sends many events through a client, over three seconds, and says when all of them are acknowledged: for whoever kills the other side meanwhile.
// node stream.js segment|rudderstack <url> <key> <userId> <prefix>; on stdin how many to send, on stdout {"sent", "troubles"} once they are through
import { createInterface } from 'node:readline'
import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { Analytics } from '@segment/analytics-node'

const [sdk, url, writeKey, userId, prefix] = process.argv.slice(2)
const STEPS = 60
const STEP_MILLIS = 50
const troubles = []

// as patient as the outage may be long
const clients = {
  segment: () => {
    const client = new Analytics({ writeKey, host: url, flushAt: 20, flushInterval: 200, maxRetries: 1_000, httpRequestTimeout: 3_000 })
    client.on('error', (error) => troubles.push(String(error.reason ?? error.code)))
    return { track: (event, done) => client.track(event, done), flush: () => client.flush() }
  },
  rudderstack: () => {
    const client = new RudderAnalytics(writeKey, {
      dataPlaneUrl: url, flushAt: 20, flushInterval: 200, timeout: 30_000, retryCount: 1_000, logLevel: 'none',
      axiosRetryConfig: { retryDelay: () => 300, shouldResetTimeout: true }, errorHandler: (error) => troubles.push(String(error.message))
    })
    return { track: (event, done) => client.track(event, done), flush: () => client.flush() }
  }
}
const client = clients[sdk]()
let sent = 0

async function send(count) {
  const acknowledged = []
  const atATime = Math.ceil(count / STEPS)
  for (let i = 0; i < count; i++) {
    const event = { userId, event: 'Product Viewed', messageId: `${prefix}${++sent}`, properties: { product_id: 'tent-1', number: sent } }
    acknowledged.push(new Promise((resolve) => client.track(event, (error) => {
      if (error) troubles.push(String(error.message ?? error))
      resolve()
    })))
    if (i % atATime === 0) await new Promise((resolve) => setTimeout(resolve, STEP_MILLIS))
  }
  client.flush()
  await Promise.all(acknowledged)
  console.log(JSON.stringify({ sent, troubles }))
}

let turn = Promise.resolve()
createInterface({ input: process.stdin }).on('line', (line) => { turn = turn.then(() => send(Number(line))) })
  .on('close', () => turn.then(() => process.exit(0)))
