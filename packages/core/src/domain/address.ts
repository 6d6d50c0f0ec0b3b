const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)$/
const IPV6 = /^[0-9a-fA-F:]{2,39}(?:\.\d{1,3}){0,3}$/
// RFC 1918, 6598 (shared by carriers), 3927 and 1122; RFC 4193 and 4291 of IPv6.
const PRIVATE =
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/i

/** Whether a text is one IP address; ranges and names are none. */
export function isAddress(text: string): boolean {
  return IPV4.test(text) || (text.includes(':') && IPV6.test(text))
}

/** Whether an address means another machine in every network: without the network it tells nobody apart. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.test(address)
}

/**
 * The address in a text that may hold a port beside it: `192.0.2.1:443`, `[2001:db8::1]:443`, or an IPv4 address in its IPv6 form
 * (`::ffff:192.0.2.1`, RFC 4291), which is the IPv4 address. In lower case; null where the text is something else.
 */
export function addressIn(text: string): string | null {
  const trimmed = text.trim()
  const [, bracketed] = /^\[([0-9a-fA-F:.]{2,45})\](?::\d{1,5})?$/.exec(trimmed) ?? []
  const [, before] = /^([\d.]{7,15}):\d{1,5}$/.exec(trimmed) ?? []
  const bare = bracketed ?? before ?? trimmed
  const [, mapped] = /^::ffff:([\d.]{7,15})$/i.exec(bare) ?? []
  const address = mapped ?? bare
  return isAddress(address) ? address.toLowerCase() : null
}
