package fr.mentoratdurgence.reporting.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up, and knows no address but those of the public Internet: nobody makes this service ask its own neighbours.
 * It is asked when a connection is made, so that a name that leads elsewhere by then leads nowhere.
 */
final class PublicAddresses implements DnsResolver {
    private final boolean local;

    /** @param local whether any address will do, for a rehearsal on one machine */
    PublicAddresses(boolean local) {
        this.local = local;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = Arrays.stream(InetAddress.getAllByName(host))
                .filter(address -> local || isPublic(address))
                .toArray(InetAddress[]::new);
        if (found.length == 0) {
            throw new UnknownHostException("no public address");
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicFour(bytes) : isPublicSix(bytes);
    }

    private static boolean isPublicFour(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        boolean reserved = first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128) // shared by providers
                || (first == 192 && second == 0) // special purposes, documentation
                || (first == 198 && (second == 18 || second == 19)) // benchmarks
                || (first == 198 && second == 51 && (a[2] & 0xff) == 100)
                || (first == 203 && second == 0 && (a[2] & 0xff) == 113);
        return !reserved;
    }

    /** What is given out (2000::/3), without what leads to an address of the old kind, and documentation. */
    private static boolean isPublicSix(byte[] a) {
        int first = ((a[0] & 0xff) << 8) | (a[1] & 0xff);
        int second = ((a[2] & 0xff) << 8) | (a[3] & 0xff);
        return (first & 0xe000) == 0x2000 && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0xdb8));
    }
}
