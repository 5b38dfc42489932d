package io.vedette.stack.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values chosen once and kept in a properties file of mode 0600. Safe for several threads of one process. */
public final class Kept {
    private final Path file;
    private final String headline;
    private final Map<String, String> values = new TreeMap<>();

    private Kept(Path file, String headline) {
        this.file = file;
        this.headline = headline;
    }

    public static Kept in(Path file, String headline) {
        Kept kept = new Kept(file, headline);
        if (Files.exists(file)) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                read.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            read.stringPropertyNames().forEach(name -> kept.values.put(name, read.getProperty(name)));
        }
        return kept;
    }

    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of an earlier start, or a new one, which is on disk when this returns. */
    public synchronized String getOrMake(String name, Supplier<String> fresh) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String value = fresh.get();
        put(name, value);
        return value;
    }

    /** The file has no escapes: a value with a backslash, a control character or a blank in front is refused. */
    public synchronized void put(String name, String value) {
        if (value.matches(".*[\\\\\\p{Cntrl}].*|\\s.*")) {
            throw new IllegalArgumentException("a kept value with a character that needs an escape: " + name);
        }
        values.put(name, value);
        StringBuilder text = new StringBuilder("# ").append(headline).append('\n');
        values.forEach((key, kept) -> text.append(key).append('=').append(kept).append('\n'));
        PrivateFile.write(file, text.toString());
    }
}
