package io.vedette.hub.kerberos;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.kerberos.Taken.Why;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.vaults.accounts.AdmitAccount.Admitted;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Appending;
import io.vedette.vault.intake.Chunk;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives the bytes of films of agents of another make and of scripts: in pieces or at once. Outside any transaction. */
@Singleton
public class TakeFilm {
    private static final Logger LOG = LoggerFactory.getLogger(TakeFilm.class);

    private final TenantWork work;
    private final KerberosBook book;
    private final FilmParts parts;
    private final FilmPlaces places;
    private final BeginFilm beginning;
    private final FinishFilm finishing;
    private final ForgetFilm forgetting;
    private final FilmsInHand hand;
    private final Clock clock;

    @Inject
    public TakeFilm(
            TenantWork work,
            KerberosBook book,
            FilmParts parts,
            FilmPlaces places,
            BeginFilm beginning,
            FinishFilm finishing,
            ForgetFilm forgetting,
            FilmsInHand hand,
            Clock clock) {
        this.work = work;
        this.book = book;
        this.parts = parts;
        this.places = places;
        this.beginning = beginning;
        this.finishing = finishing;
        this.forgetting = forgetting;
        this.hand = hand;
        this.clock = clock;
    }

    /** @param bytes empty when its sender does not know */
    Taken begin(Admitted in, Sending sending, OptionalLong bytes) {
        return beginning.begin(in, sending, bytes);
    }

    /** All of a film in one body. What does not become a recording leaves nothing behind. */
    Taken whole(Admitted in, Sending sending, OptionalLong bytes, Chunk body) {
        Taken begun = begin(in, sending, bytes);
        if (!(begun instanceof Taken.Open open)) {
            return begun;
        }
        Taken taken = new Taken.Refused(Why.BUSY);
        try {
            taken = placed(in, open.upload(), upload -> {
                Taken some = take(in, upload, body, Optional.empty());
                return some instanceof Taken.Open && bytes.isEmpty() ? finishing.finish(in, upload) : some;
            });
            return taken instanceof Taken.Open ? new Taken.Refused(Why.CUT) : taken;
        } finally {
            if (!(taken instanceof Taken.Stored)) {
                var unused = giveUp(in, open.upload());
            }
        }
    }

    Taken offset(Admitted in, UploadId id) {
        return with(in, id, this::open);
    }

    private Taken open(KerberosUpload upload) {
        return new Taken.Open(upload.id(), parts.offset(upload.id()), upload.bytes(), parts.until(upload));
    }

    /** @param sum what the chunk must come to; one that does not, or is cut, leaves nothing behind */
    Taken append(Admitted in, UploadId id, Chunk chunk, Optional<Checksum> sum) {
        return placed(in, id, upload -> take(in, upload, chunk, sum));
    }

    private Taken take(Admitted in, KerberosUpload upload, Chunk chunk, Optional<Checksum> sum) {
        // of a piece with a checksum, wrong bytes are damage until it is known to be right
        var start = new FilmStart(places.steady(chunk.body()), sum.isPresent() ? FilmStart.BYTES : chunk.offset());
        InputStream body = sum.map(one -> one.over(start)).orElse(start);
        Appending done =
                parts.append(upload.id(), upload.bytes(), new Chunk(chunk.offset(), chunk.announcedBytes(), body));
        boolean took = done instanceof Appending.Appended
                || done instanceof Appending.Complete
                || done instanceof Appending.Cut;
        if (took
                && sum.isPresent()
                && (done instanceof Appending.Cut || !sum.get().right())) {
            parts.back(upload.id(), chunk.offset());
            return new Taken.Refused(done instanceof Appending.Cut ? Why.CUT : Why.WRONG_SUM);
        }
        if (start.wrong() || (chunk.offset() < FilmStart.BYTES && !parts.mayBeFilm(upload.id()))) {
            return finishing.refuse(in, upload);
        }
        return switch (done) {
            case Appending.Complete all -> finishing.finish(in, upload);
            case Appending.Appended some -> open(upload);
            case Appending.Cut cut -> new Taken.Refused(Why.CUT);
            case Appending.WrongOffset wrong -> new Taken.Refused(Why.WRONG_OFFSET);
            case Appending.TooLong tooLong -> new Taken.Refused(Why.TOO_LARGE);
            case Appending.Cancelled over -> new Taken.Refused(Why.UNKNOWN);
            case Appending.Busy busy -> new Taken.Refused(Why.BUSY);
        };
    }

    /** Empty when it is gone; otherwise why it stays. */
    Optional<Why> giveUp(Admitted in, UploadId id) {
        Optional<KerberosUpload> there = find(in, id);
        if (there.isEmpty()) {
            return Optional.of(Why.UNKNOWN);
        }
        boolean gone = hand.alone(id, () -> {
                    forgetting.now(in.tenant(), there.get());
                    return true;
                })
                .orElse(false);
        return gone ? Optional.empty() : Optional.of(Why.BUSY);
    }

    private Optional<KerberosUpload> find(Admitted in, UploadId id) {
        return work.as(in.tenant(), () -> book.upload(in.tenant(), in.account(), id))
                .filter(upload -> upload.expiresAt().isAfter(clock.instant()));
    }

    /** In a place that is held until the film is in the vault, too: a slow bucket takes as much time as a slow sender. */
    private Taken placed(Admitted in, UploadId id, Function<KerberosUpload, Taken> what) {
        return with(
                in,
                id,
                upload -> places.within(in, () -> what.apply(upload)).orElseGet(() -> new Taken.Refused(Why.BUSY)));
    }

    private Taken with(Admitted in, UploadId id, Function<KerberosUpload, Taken> what) {
        return guarded(
                in,
                () -> find(in, id)
                        .map(upload -> hand.has(id) ? new Taken.Refused(Why.BUSY) : what.apply(upload))
                        .orElseGet(() -> new Taken.Refused(Why.UNKNOWN)));
    }

    private static Taken guarded(Admitted in, Supplier<Taken> what) {
        try {
            return what.get();
        } catch (BlobStoreFault fault) {
            LOG.error("the disk takes nothing of vault account {}", in.account(), fault);
            return new Taken.Refused(Why.NO_ROOM);
        }
    }
}
