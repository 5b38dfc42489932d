package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file to which heads are appended, each line forced to the disk before it counts as published. */
final class HeadFile {
    private final Path file;

    HeadFile(Path file) {
        this.file = file;
    }

    void append(List<HeadLine> heads) throws IOException {
        String text = heads.stream().map(HeadLine::json).collect(Collectors.joining("\n", "", "\n"));
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** Those that had a row when they were published. */
    Set<String> tenants() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(HeadLine::read)
                    .flatMap(Optional::stream)
                    .filter(head -> head.seq() > 0)
                    .map(HeadLine::tenant)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is not there yet has none; one that cannot be read is a fault, not an agreement. */
    List<Link> of(TenantId tenant) {
        String id = tenant.value().toString();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(id))
                    .map(HeadLine::read)
                    .flatMap(Optional::stream)
                    .filter(head -> head.tenant().equals(id) && head.seq() > 0)
                    .map(HeadLine::link)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
