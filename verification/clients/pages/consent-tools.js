// @segment/analytics-consent-tools around @segment/analytics-next. The person chooses by window.choose.
import { createWrapper } from '@segment/analytics-consent-tools'
import { AnalyticsBrowser } from '@segment/analytics-next'

let categories = { functionality: false, measurement: false, experience: false, marketing: false }
let chosen
const choice = new Promise((resolve) => { chosen = resolve })

window.choose = (answer) => {
  categories = { ...categories, ...answer }
  chosen()
}

window.tell = ({ url, key, anonymousId, userId, marker }) => {
  const client = new AnalyticsBrowser()
  createWrapper({
    shouldLoadSegment: async (context) => {
      await choice
      context.load({ consentModel: 'opt-in' })
    },
    getCategories: () => categories
  })(client)
  client.load({ writeKey: key, cdnURL: url })
  client.setAnonymousId(anonymousId)
  client.identify(userId, { marker, plan: 'camper' })
  client.page('shop', 'Tents', { marker, path: '/tents' })
  client.screen('Tents', { marker })
  client.track('Product Viewed', { marker, product_id: 'tent-1', nested: { deep: [1, 'two', null] } })
  client.group('club-1', { marker, name: 'Campers' })
}
