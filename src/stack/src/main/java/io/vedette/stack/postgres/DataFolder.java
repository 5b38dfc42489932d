package io.vedette.stack.postgres;

import io.vedette.stack.state.Folders;
import io.vedette.stack.state.PrivateFile;
import io.vedette.stack.state.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The cluster on disk: made once, its settings written at every start. */
record DataFolder(Path folder) {
    static final String SUPERUSER = "postgres";

    private static final String SETTINGS = "vedette.conf";

    /** Only passwords open this server, only from this machine, and never in clear over the wire. */
    private static final String WHO_MAY_COME = """
            # type database user address      method
            host   all      all  127.0.0.1/32 scram-sha-256
            """;

    boolean isMade() {
        return Files.exists(folder.resolve(SETTINGS));
    }

    void make(PostgresPrograms programs, Secret superuser) {
        Path password = folder.resolveSibling("superuser.tmp");
        try {
            Folders.remove(folder); // what a start that was cut left behind would stop initdb
            PrivateFile.write(password, superuser.reveal() + "\n");
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + folder,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--data-checksums"));
            Files.writeString(
                    folder.resolve("postgresql.conf"), "\ninclude '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the database's folder " + folder, e);
        } finally {
            password.toFile().delete();
        }
    }

    void settle(int port) {
        PrivateFile.write(folder.resolve("pg_hba.conf"), WHO_MAY_COME);
        PrivateFile.write(folder.resolve(SETTINGS), howItRuns(port));
    }

    /** Durable as on a production machine: a row that was confirmed survives a power cut. */
    private static String howItRuns(int port) {
        return """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %d
            password_encryption = 'scram-sha-256'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 120
            shared_buffers = '64MB'
            log_timezone = 'UTC'
            timezone = 'UTC'
            """.formatted(port);
    }
}
