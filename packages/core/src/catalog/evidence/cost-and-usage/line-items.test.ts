import { expect, it } from 'vitest'
import { readLineItem } from './line-items.ts'

const LINE = {
  ...{ line_item_line_item_type: 'Usage', line_item_usage_account_id: '111122223333' },
  ...{ line_item_usage_start_date: '2026-03-24T03:00:00Z', line_item_usage_end_date: '2026-03-24T04:00:00Z' },
  ...{ line_item_product_code: 'AmazonS3', line_item_usage_type: 'EU-DataTransfer-Out-Bytes' },
  line_item_usage_amount: '1',
}

it('equal lines count once where they have an id, and each where they have none', () => {
  expect(readLineItem({ ...LINE, identity_line_item_id: 'l1' })).not.toHaveProperty('mayRepeat')
  expect(readLineItem(LINE)).toHaveProperty('mayRepeat', true)
})
