package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.upload.PartsAsk;
import io.vedette.contracts.upload.PartsState;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.recordings.control.TakeParts.Offered;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents send parts straight to the bucket that their owner brought. A real S3 server, a real database. */
class StraightToBucketTest {
    private static final byte[] FILE = new byte[(8 << 20) + 300_000];
    private static BucketServer server;
    private Path vault;
    private Scene scene;
    private RecordingId recording;
    private UploadId upload;
    private String bucket;
    private StorageProviderId place;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
        new Random(9).nextBytes(FILE);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void anUploadToABucketThatAgentsSendTo(@TempDir Path folder) {
        vault = folder;
        scene = new Scene(vault);
        bucket = server.bucket();
        place = bring(true);
        recording = scene.closed(FILE, Delivery.ON_DEMAND);
        upload = scene.request(recording).upload();
    }

    @Test
    void partsThatTheAgentSendsBecomeTheRecordingAndNoByteComesToTheHub() throws Exception {
        List<FromHub> told = scene.connect();
        scene.grantUploads.grantAll(scene.agent);
        assertThat(told)
                .anySatisfy(message -> assertThat(message)
                        .isInstanceOfSatisfying(
                                FromHub.UploadGrant.class,
                                grant -> assertThat(grant.straight()).isTrue()));
        assertThat(state(null).missing()).containsExactly(1, 2);

        assertThat(put(1)).isEqualTo(200);
        assertThat(state(null).missing()).as("after a part").containsExactly(2);
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Uploading(8 << 20));
        assertThat(finish()).as("too early").isEqualTo(new Taken.WrongOffset(0));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        assertThat(put(2)).isEqualTo(200);
        assertThat(finish()).isEqualTo(new Taken.At(FILE.length, FILE.length));

        var row = scene.recording(recording);
        assertThat(row.place()).isEqualTo(Place.VAULT);
        assertThat(row.provider()).contains(place);
        assertThat(scene.stores
                        .at(row.tenant(), row.provider())
                        .verify(row.fileKey())
                        .sha256())
                .isEqualTo(Sha256.of(FILE));
        assertThat(finish()).as("again").isEqualTo(new Taken.At(FILE.length, FILE.length));
        assertThat(scene.upload(upload).parts()).isEmpty();
        assertThat(openUploads()).isZero();
        try (var files = Files.list(vault.resolve("intake"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void otherBytesAreRefusedAndNothingOfThemStays() throws Exception {
        byte[] other = FILE.clone();
        other[77]++;
        put(1, other);
        put(2, other);

        assertThat(finish()).isEqualTo(new Taken.Wrong());

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Failed(UploadFailure.MISMATCH, ""));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        scene.upkeep.run();
        assertThat(objects()).isZero();
        assertThat(openUploads()).isZero();
        assertThat(scene.upload(upload).parts()).isEmpty();
        assertThat(finish()).as("again").isEqualTo(new Taken.CalledOff());
    }

    @Test
    void aHubThatFellOverBeforeItHadReadAllOfItReadsItAtItsStart() throws Exception {
        put(1);
        put(2);
        scene.work.run(
                scene.agent.tenant(),
                () -> scene.uploads
                        .lock(scene.agent.tenant(), upload)
                        .orElseThrow()
                        .verifying(Scene.NOW));

        scene.upkeep.run();

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void allPartsOfAnAgentThatIsRevokedBeforeItSaysSoAreKept() throws Exception {
        put(1);
        put(2);

        scene.ending.of(scene.agent);

        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
        assertThat(openUploads()).isZero();
    }

    @Test
    void partsOfAnEarlierUploadGoBeforeTheNextOneOfTheRecordingBegins() throws Exception {
        put(1);
        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));
        UploadId earlier = upload;
        upload = scene.request(recording).upload();

        put(1);
        assertThat(scene.upload(earlier).parts()).isEmpty();
        put(2);

        assertThat(finish()).isEqualTo(new Taken.At(FILE.length, FILE.length));
        scene.upkeep.run();
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
        assertThat(objects()).isEqualTo(1);
    }

    @Test
    void whatIsCalledOffGetsNoMoreAddressesAndLeavesNothing() throws Exception {
        put(1);
        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));

        assertThat(ask(scene.agent, next(2, FILE))).isEqualTo(new Offered.Otherwise(new Taken.CalledOff()));
        assertThat(finish()).isEqualTo(new Taken.CalledOff());
        scene.upkeep.run();

        assertThat(openUploads()).isZero();
        assertThat(objects()).isZero();
        assertThat(scene.upload(upload).parts()).isEmpty();
    }

    @Test
    void anotherAgentAnotherUploadAndAnotherTenantGetNoAddress() {
        state(null);
        var other = new AgentRef(scene.agent.tenant(), AgentId.fresh(), scene.agent.camera());
        var foreign = new AgentRef(scene.foreigner.tenant(), scene.agent.agent(), scene.agent.camera());

        assertThat(ask(other, next(1, FILE))).isEqualTo(new Offered.Otherwise(new Taken.NotYours()));
        assertThat(ask(foreign, next(1, FILE))).isEqualTo(new Offered.Otherwise(new Taken.Unknown()));
        assertThat(scene.takingParts.ask(scene.agent, UploadId.fresh(), next(1, FILE)))
                .isEqualTo(new Offered.Otherwise(new Taken.Unknown()));
        assertThat(scene.takingParts.finish(other, upload)).isEqualTo(new Taken.NotYours());
        assertThat(scene.takingParts.unreached(other, upload, "away")).contains(new Taken.NotYours());
        assertThat(ask(scene.agent, next(1, FILE))).as("the right one").isInstanceOf(Offered.Parts.class);
        assertThat(ask(scene.agent, next(3, FILE))).isEqualTo(new Offered.Otherwise(new Taken.TooLong()));
    }

    @Test
    void withoutTheOwnersWordItComesThroughTheHub() {
        bring(false);

        assertThat(ask(scene.agent, new PartsAsk(null))).isEqualTo(new Offered.ThroughTheHub());
        assertThat(scene.taking.take(scene.agent, upload, first())).isEqualTo(new Taken.At(300_000, FILE.length));
    }

    @Test
    void whatBeganThroughTheHubGoesOnThroughTheHub() {
        scene.taking.take(scene.agent, upload, first());

        assertThat(ask(scene.agent, new PartsAsk(null))).isEqualTo(new Offered.ThroughTheHub());
    }

    @Test
    void anAgentThatDoesNotReachTheStoreSaysSoAndSendsThroughTheHub() throws Exception {
        put(1);

        assertThat(scene.takingParts.unreached(scene.agent, upload, "connection refused"))
                .isEmpty();

        assertThat(openUploads()).isZero();
        var unreached = scene.as(scene.owner, () -> scene.providers.get(scene.owner.tenant(), place))
                .unreached();
        assertThat(unreached).hasValueSatisfying(last -> {
            assertThat(last.camera()).isEqualTo(scene.gate);
            assertThat(last.why()).isEqualTo("connection refused");
        });
        assertThat(scene.taking.take(scene.agent, upload, first())).isEqualTo(new Taken.At(300_000, FILE.length));
    }

    @Test
    void anAgentThatTurnsToTheHubByItselfIsTakenThere() throws Exception {
        put(1);

        assertThat(scene.taking.offset(scene.agent, upload)).isEqualTo(new Taken.At(0, FILE.length));

        assertThat(openUploads()).isZero();
        assertThat(scene.upload(upload).parts()).isEmpty();
    }

    @Test
    void whatTheStoreClearedUpBeginsAnew() throws Exception {
        put(1);
        state(null);
        try (var client = server.client()) {
            client.listMultipartUploads(ask -> ask.bucket(bucket)).uploads().forEach(one -> {
                var unused = client.abortMultipartUpload(
                        ask -> ask.bucket(bucket).key(one.key()).uploadId(one.uploadId()));
            });
        }

        assertThat(state(null).missing()).containsExactly(1, 2);
        put(1);
        put(2);

        assertThat(finish()).isEqualTo(new Taken.At(FILE.length, FILE.length));
    }

    @Test
    void whatIsBeingMadeIsTakenWhenItIsClosedUnlessItsAgentDidNotReachTheStore() {
        var begun = new FromAgent.RecordingBegun(RecordingId.fresh(), 0);

        scene.hearingBeginning.message(scene.agent, begun);
        assertThat(beginnings()).isZero();

        scene.takingParts.unreached(scene.agent, upload, "connection refused");
        scene.hearingBeginning.message(scene.agent, begun);
        assertThat(beginnings()).isEqualTo(1);
    }

    @Test
    void aBucketThatIsAwayIsNoReasonToWait() {
        bucket = "never-there";
        place = bring(true);

        assertThat(ask(scene.agent, new PartsAsk(null))).isEqualTo(new Offered.ThroughTheHub());
    }

    private int beginnings() {
        return scene.as(scene.owner, () -> scene.beginnings.all(scene.owner.tenant()))
                .size();
    }

    private static Chunk first() {
        return new Chunk(0, 300_000, new ByteArrayInputStream(FILE, 0, 300_000));
    }

    private Offered ask(AgentRef agent, PartsAsk ask) {
        return scene.takingParts.ask(agent, upload, ask);
    }

    private PartsState state(PartsAsk.Next next) {
        return ((Offered.Parts) ask(scene.agent, new PartsAsk(next))).state();
    }

    private static PartsAsk next(int number, byte[] content) {
        return new PartsAsk(
                new PartsAsk.Next(number, Sha256.of(piece(number, content)).hex()));
    }

    private static byte[] piece(int number, byte[] content) {
        int from = Math.min((number - 1) * (8 << 20), content.length);
        return Arrays.copyOfRange(content, from, Math.min(from + (8 << 20), content.length));
    }

    private int put(int number) throws Exception {
        return put(number, FILE);
    }

    private int put(int number, byte[] content) throws Exception {
        PartsState.Address address = state(next(number, content).next()).address();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address.uri()))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(piece(number, content)));
            address.headers().forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Taken finish() {
        return scene.takingParts.finish(scene.agent, upload);
    }

    private int openUploads() {
        try (var client = server.client()) {
            return client.listMultipartUploads(ask -> ask.bucket(bucket))
                    .uploads()
                    .size();
        }
    }

    private int objects() {
        try (var client = server.client()) {
            return client.listObjectsV2(ask -> ask.bucket(bucket)).contents().size();
        }
    }

    private StorageProviderId bring(boolean straight) {
        return scene.as(scene.owner, () -> {
            var id = StorageProviderId.fresh();
            var settings = new S3Settings(
                    Optional.of(server.address()),
                    "us-east-1",
                    bucket,
                    "",
                    true,
                    S3Checksums.WHEN_SUPPORTED,
                    server.accessKey(),
                    server.secretKey());
            scene.providers.add(
                    scene.owner, id, new Name("Bucket " + id), new ProviderSettings.Bucket(settings, straight));
            scene.providers.makeMain(scene.owner, id);
            return id;
        });
    }
}
