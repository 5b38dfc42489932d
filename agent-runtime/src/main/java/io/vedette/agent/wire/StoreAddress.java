package io.vedette.agent.wire;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The signed address of a part, at a store that the hub named, with path and query to the letter. https anywhere; plain http only on this machine, as for
 * the {@link HubAddress}: whoever listens in between would see every picture.
 */
public record StoreAddress(URI base) implements Peer {
    /** Throws {@link IllegalArgumentException} for an address that no recording may go to. */
    public StoreAddress {
        String scheme = base.getScheme() == null ? "" : base.getScheme();
        if ((!scheme.equals("https") && !scheme.equals("http")) || base.getHost() == null) {
            throw new IllegalArgumentException("the address of the store is not https");
        }
        if (base.getRawUserInfo() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of the store holds a user or a #");
        }
        if (scheme.equals("http") && !HubAddress.onThisMachine(base.getHost())) {
            throw new IllegalArgumentException("the address of the store is plain http");
        }
        var unused = HubAddress.checked(Peer.path(base));
    }

    public static StoreAddress of(String text) {
        try {
            return new StoreAddress(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the address of the store is none", e);
        }
    }

    /** Without what signs it. */
    @Override
    public String toString() {
        return base.getScheme() + "://" + base.getRawAuthority();
    }
}
