package io.vedette.e2e.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.lab.hook.HookServer;
import io.vedette.lab.proxy.FaultProxy;
import io.vedette.stack.demo.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Behind all others: what it leaves in its bucket is gone with it. */
@EndToEnd
@Order(95)
class BringStorageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_LOOK = Duration.ofSeconds(30);

    private final String gate;
    private final SignedIn owner;
    private final HubApi api;
    private BucketServer server;
    private FaultProxy way;
    private HookServer hook;

    BringStorageIT(House house) {
        gate = house.stack().camera(Seed.GATE).toString();
        owner = house.browser().asOwner();
        api = owner.api();
    }

    @BeforeEach
    void aBucketAndAWebhookOfTheOwners(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
        way = FaultProxy.before("127.0.0.1", server.address().getPort());
        hook = new HookServer();
    }

    @AfterEach
    void close() throws Exception {
        owner.open("/t/acme/settings/storage");
        owner.page().locator("form[action$='/folder'] button").click();
        hook.close();
        way.close();
        server.close();
    }

    @Test
    void recordingsGoStraightWhereTheOwnerSaysAndSomebodyIsToldAndOneThatIsAwayIsExplained(@TempDir Path fetched) {
        String bucket = server.bucket();
        Page page = owner.page();
        bring(page, bucket);
        tell(page);
        Set<String> before = stored().stream().map(Recorded::id).collect(Collectors.toSet());

        Recorded recorded = Patiently.the(
                "a recording that the agent sent straight to the bucket: the hub sends so small a one in one piece",
                PATIENCE,
                () -> stored().stream()
                        .filter(one -> !before.contains(one.id())
                                && keys(bucket).stream().anyMatch(key -> key.contains(one.id()))
                                && server.joined().stream().anyMatch(key -> key.contains(one.id())))
                        .findFirst());

        Patiently.until(
                "the webhook to be told of it",
                A_LOOK,
                () -> hook.taken().stream()
                        .anyMatch(event -> event.data().recording().toString().equals(recorded.id())));
        assertThat(recorded.bytes()).isLessThan(8 << 20);
        assertThat(recorded.fetch(api, fetched)).exists();

        way.refuse(true);
        way.cutNow();
        owner.open("/t/acme/recordings/" + recorded.id());
        Locator trouble = page.locator("#trouble");
        Patiently.until("the page to say why it does not play", A_LOOK, trouble::isVisible);
        assertThat(trouble.innerText()).contains("cannot be fetched at the moment", "Nothing is lost");

        way.refuse(false);
        trouble.locator("button").click();
        Locator video = page.locator("#player video");
        Patiently.until("the recording to play", A_LOOK, () -> (boolean) video.evaluate("it => it.currentTime > 0.2"));
        assertThat(trouble.isVisible()).isFalse();
    }

    private void bring(Page page, String bucket) {
        owner.open("/t/acme/settings/storage");
        page.fill("#name", "Archive");
        page.fill("#endpoint", "http://127.0.0.1:" + way.port());
        page.fill("#bucket", bucket);
        page.fill("#accessKey", server.accessKey());
        page.fill("#secretKey", server.secretKey().reveal());
        page.check("input[name=straight]");
        page.locator("button.main").click();
        assertThat(page.isChecked("input[name=straight]")).isTrue();
        page.locator("form[action$='/check'] button").click();
        assertThat(page.locator("[data-check]").innerText()).contains("Everything works");
        page.locator("form[action$='/main'] button").click();
    }

    private void tell(Page page) {
        owner.open("/t/acme/settings/integrations");
        page.locator("summary", new Page.LocatorOptions().setHasText("Webhook")).click();
        page.fill("#WEBHOOK-name", "Analysis");
        page.fill("#WEBHOOK-address", hook.address().toString());
        page.fill("#WEBHOOK-key", HookServer.KEY.reveal());
        page.locator("details[open] button.main").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Analysis");
    }

    private List<Recorded> stored() {
        return Recorded.of(api, gate).stream().filter(Recorded::inVault).toList();
    }

    private List<String> keys(String bucket) {
        try (var client = server.client()) {
            return client.listObjectsV2(ask -> ask.bucket(bucket)).contents().stream()
                    .map(S3Object::key)
                    .toList();
        }
    }
}
