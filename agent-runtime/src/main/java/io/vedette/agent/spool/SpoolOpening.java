package io.vedette.agent.spool;

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
        boolean known = inHome.isPresent() || inRecordings.isPresent() || files;
        Optional<Finding> damage =
                Files.exists(folders.index()) ? IndexDamage.of(folders.home(), folders.index()) : Optional.empty();
        // an agent that died before its first word left an empty index, and that is none
        boolean none = !Files.exists(folders.index()) || damage.isPresent() && !known;
        Belonging.Index state =
                none ? Belonging.Index.MISSING : damage.isPresent() ? Belonging.Index.DAMAGED : Belonging.Index.THERE;
        if (state == Belonging.Index.THERE) {
            new IndexUpgrade(folders, step -> {}).run();
        }
        Optional<Witness> inIndex = state == Belonging.Index.THERE ? inIndex() : Optional.empty();
        Belonging.Ours ours = adopting
                ? adopted(inIndex, inRecordings, inHome)
                : ours(Belonging.of(new Belonging.Found(state, inIndex, inRecordings, inHome, files)));
        Witness before = new Witness(ours.spool(), ours.opened());
        if (state == Belonging.Index.DAMAGED) {
            new IndexRebuild(folders).run(before, damage.map(Finding::sentence).orElse(""));
        }
        return opened(before, moreRoom);
    }

    private SpoolIndex opened(Witness before, BooleanSupplier moreRoom) throws IOException {
        SpoolIndex index = SpoolIndex.open(folders.home(), folders.index(), moreRoom);
        try {
            boolean named = index.inTransaction(c -> Identity.keep(c, before));
            Witness now = new Witness(before.spool(), before.opened() + 1);
            now.keepIn(folders.home());
            now.keepIn(folders.recordings());
            boolean counted = index.inTransaction(c -> Identity.keep(c, now));
            return index;
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private Optional<Witness> inIndex() {
        try (SpoolIndex index = SpoolIndex.read(folders.home(), folders.index())) {
            return index.inTransaction(Identity::in);
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
                .orElseGet(UUID::randomUUID);
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
