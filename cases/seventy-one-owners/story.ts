import { defineStory, type Story } from '@verascope/story/story'
import { HOUR } from '@verascope/story/time'
import { people } from './people.ts'
import { places } from './places.ts'
import { firstReads, mailReads, plan, repeatedReads, revocation, serverSideCopies, unseenReads } from './reads.ts'
import { copyDatabase, copyDisk, enter, narrow, sendMail } from './thief.ts'
import { witnesses } from './witnesses.ts'

/** One key, five days, four accounts, and a bucket that belongs to 71. The README beside this file tells it hour by hour. */
const story: Story = defineStory({
  slug: 'seventy-one-owners',
  title: 'A key from a build reads the web sites of 71 owners, and takes a database and a mail disk abroad',
  from: '2026-03-19T06:00:00Z',
  hours: 132,
  regions: ['eu-west-1', 'us-east-1'],
  play(stage) {
    const here = places(stage)
    // An audit of the day before kept its answers.
    stage.visit(stage.settings.from - HOUR)
    const everybody = people(stage, here)
    const lots = plan(stage)
    const thief = enter(stage, here, everybody)
    firstReads(stage, here, thief, lots)
    const database = copyDatabase(stage, here, thief)
    const disk = copyDisk(stage, here, thief)
    narrow(stage, here, thief, everybody.admin)
    unseenReads(stage, here, thief, lots)
    mailReads(stage, here, thief)
    sendMail(stage, here, thief)
    serverSideCopies(stage, here, thief, lots)
    repeatedReads(stage, here, thief, lots)
    revocation(stage, here, { people: everybody, thief, lots })
    witnesses(stage, here, lots, { database, disk })
  },
})

export default story
