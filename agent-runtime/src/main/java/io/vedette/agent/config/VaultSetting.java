package io.vedette.agent.config;

import io.vedette.agent.config.VaultConfig.Keep;

/** Every setting in {@code vault.json}, declared here and nowhere else: the reference page is made from this list. */
public enum VaultSetting implements Setting {
    HUB("hub", new Must("http(s) address without a path"), "The hub. Plain http only for one on this machine."),
    TENANT("tenant", new Must("id"), "The organisation. Written by `pair-vault`; leave it."),
    VAULT("vault", new Must("id"), "This vault. Written by `pair-vault`; leave it."),
    PAIRED_WITH(
            "pairedWith",
            new May("text"),
            "Tells a repeated pairing from another one; no secret. Written by `pair-vault`; leave it."),
    HUB_KEY(
            "hubKey",
            new Must("Ed25519 public key"),
            "The hub's own key: the vault speaks to nobody who cannot sign with it, and takes recordings with tickets it signed. Written by `pair-vault`; leave it."),
    SITE("site.id", new Must("id"), "The site whose agents bring their recordings. Written by `pair-vault`; leave it."),
    SITE_NAME("site.name", new Must("text"), "What the site was called when the vault was paired."),
    NAME("name", new Must("text"), "What the vault was called when it was paired. The hub goes by its own."),
    LISTEN(
            "listen",
            new Must("IP address and port"),
            "Where agents are listened to. An address other than one of this machine alone lets the network in: see [the guide](../guide/edge-vault.md)."),
    ADDRESS(
            "address",
            new Must("`https://host:port`, `http://` only on this machine"),
            "Where agents find it, as the hub tells them. Agents know the vault by its certificate, so the host may be an IP address."),
    UPLOAD_RATE(
            "upload.kbitPerSecond",
            new Whole(0, 10_000_000, 0),
            "Most of the uplink that recordings take on their way to the hub, in 1,000 bits per second; `0` for no limit."),
    BYTES(
            "spoolBytes",
            new Whole(50_000_000, 100_000_000_000_000L, Keep.USUAL.bytes()),
            "Most bytes of recordings kept here. What the hub has makes room first, then the oldest."),
    KEEP_DAYS(
            "keepDays",
            new Whole(0, 3650, Keep.USUAL.age().toDays()),
            "How many days recordings are kept here, from when they came; `0` for no limit."),
    KEEP_FREE_BYTES(
            "keepFreeBytes",
            new Whole(0, 100_000_000_000_000L, Keep.USUAL.freeBytes()),
            "What stays free on the recordings' disk for others.");

    private final Entry entry;

    VaultSetting(String key, Shape shape, String meaning) {
        this.entry = new Entry(key, shape, meaning);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
