import { BlockList, isIPv4 } from 'node:net';

const PRIVATE = new BlockList();
const V4: Array<[string, number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3],
];
const V6: Array<[string, number]> = [
	['::', 128],
	['::1', 128],
	['64:ff9b::', 96],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8],
];
for (const [network, bits] of V4) PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of V6) PRIVATE.addSubnet(network, bits, 'ipv6');

/** Loopback, link-local, private, shared and multicast networks; also IPv4 written as IPv6. */
export function isPrivateAddress(address: string): boolean {
	if (isIPv4(address)) return PRIVATE.check(address, 'ipv4');
	const plain = address.split('%')[0] ?? address;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
	if (mapped) return PRIVATE.check(mapped, 'ipv4');
	// BlockList itself compares an IPv4-mapped address in hex form with the IPv4 rules.
	return PRIVATE.check(plain, 'ipv6');
}
