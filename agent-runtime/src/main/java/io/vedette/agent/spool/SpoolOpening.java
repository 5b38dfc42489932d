package io.vedette.agent.spool;

import io.vedette.contracts.id.Uuids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * From a folder to an index that may be used: is it ours, is it whole, is it of this agent's version. Then the opening is
 * counted, in the home, beside the recordings and in the index, in this order.
 */
final class SpoolOpening {
    private final SpoolFolders folders;
    private final boolean adopting;

    /** @param adopting true when a person has said that this spool is the right one, whatever it looks like */
    SpoolOpening(SpoolFolders folders, boolean adopting) {
        this.folders = folders;
        this.adopting = adopting;
    }

    /** @throws SpoolFault when it is not ours, or a newer agent's, with a sentence that says what to do */
    SpoolIndex open(BooleanSupplier moreRoom) throws IOException {
        Optional<Witness> inHome = Witness.in(folders.home());
        Optional<Witness> inRecordings = Witness.in(folders.recordings());
        boolean files = hasRecordings();
        boolean named = inHome.isPresent() || inRecordings.isPresent();
        boolean known = named || files;
        boolean there = Files.exists(folders.index());
        Optional<Finding> damage = there ? IndexDamage.of(folders.home(), folders.index()) : Optional.empty();
        Optional<Witness> inIndex = there && damage.isEmpty() ? inIndex() : Optional.empty();
        if (there && damage.isEmpty() && inIndex.isEmpty() && named && version() == SpoolSchema.VERSION) {
            damage = Optional.of(new Finding(Invariant.E8, "The index does not say whose it is."));
        }
        // an agent that died before its first word left an empty index, and that is none
        boolean none = !there || damage.isPresent() && !known;
        Belonging.Index state =
                none ? Belonging.Index.MISSING : damage.isPresent() ? Belonging.Index.DAMAGED : Belonging.Index.THERE;
        Belonging.Ours ours = adopting
                ? adopted(inIndex, inRecordings, inHome)
                : ours(Belonging.of(new Belonging.Found(state, inIndex, inRecordings, inHome, files)));
        Witness before = new Witness(ours.spool(), ours.opened());
        if (damage.isPresent() && !none) {
            new IndexRebuild(folders).run(before, damage.get().sentence());
        } else if (!none) {
            upToDate(before);
        }
        return opened(before, moreRoom);
    }

    /** There is damage that only a connection that may write finds, and this is the first one. */
    private void upToDate(Witness before) throws IOException {
        try {
            new IndexUpgrade(folders, step -> {}).run();
        } catch (SpoolFault e) {
            if (!IndexDamage.isWhy(e)) {
                throw e;
            }
            new IndexRebuild(folders).run(before, String.valueOf(e.getMessage()));
        }
    }

    private SpoolIndex opened(Witness before, BooleanSupplier moreRoom) throws IOException {
        SpoolIndex index = SpoolIndex.open(folders.home(), folders.index(), moreRoom);
        try {
            boolean named = index.inTransaction(c -> Identity.keep(c, before));
            Witness now = new Witness(before.spool(), before.opened() + 1);
            now.keepIn(folders.home());
            now.keepIn(folders.recordings());
            boolean counted = index.inTransaction(c -> Identity.keep(c, now));
            index.checkpoint(); // a log that is torn later does not take this opening along
            return index;
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** Empty in an index that is older than witnesses; a newer agent's is refused here. */
    private Optional<Witness> inIndex() {
        IndexUpgrade.refuseNewer(folders.index(), version());
        if (version() < SpoolSchema.VERSION) {
            return Optional.empty();
        }
        try (SpoolIndex index = SpoolIndex.read(folders.home(), folders.index())) {
            return index.inTransaction(Identity::in);
        }
    }

    private int version() {
        try (SpoolIndex index = SpoolIndex.read(folders.home(), folders.index())) {
            return index.inTransaction(SpoolIndex::version);
        }
    }

    private Belonging.Ours ours(Belonging belonging) {
        return switch (belonging) {
            case Belonging.Ours ours -> ours;
            case Belonging.Refused refused ->
                throw new SpoolFault("the spool " + folders.root() + " is not opened: " + refused.sentence()
                        + ". If it is the right one all the same: adopt --home " + folders.home());
        };
    }

    @SafeVarargs
    private static Belonging.Ours adopted(Optional<Witness>... witnesses) {
        UUID spool = Stream.of(witnesses)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Witness::spool)
                .orElseGet(Uuids::fresh);
        long opened = Stream.of(witnesses)
                .flatMap(Optional::stream)
                .mapToLong(Witness::opened)
                .max()
                .orElse(0);
        return new Belonging.Ours(spool, opened);
    }

    private boolean hasRecordings() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.recordings())) {
            for (Path file : files) {
                if (SpoolFolders.owner(file).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }
}
