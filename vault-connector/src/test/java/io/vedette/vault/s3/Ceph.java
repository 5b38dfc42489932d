package io.vedette.vault.s3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The programs of a Ceph cluster as small as it gets: one monitor, one store in memory, one gateway. All on loopback and, as the monitor knows nobody
 * but this machine, without keys of their own; the gateway checks those of its users.
 */
final class Ceph implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path configuration;
    private final int gateway = free();
    private final int monitor = free();
    private final UUID cluster = UUID.randomUUID();
    private final List<Process> running = new ArrayList<>();

    Ceph(Path folder) throws IOException {
        this.folder = folder;
        this.configuration = folder.resolve("ceph.conf");
        for (String name : List.of("run", "log", "mon", "osd", "crash")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(configuration, configuration());
    }

    int gateway() {
        return gateway;
    }

    /** The gateway would speak to its monitor in secret if it was not told otherwise, and without keys there is no secret. */
    private String configuration() {
        return """
                [global]
                fsid = %2$s
                mon_host = 127.0.0.1:%3$d
                mon_initial_members = a
                public_addr = 127.0.0.1
                cluster_addr = 127.0.0.1
                auth_cluster_required = none
                auth_service_required = none
                auth_client_required = none
                ms_mon_client_mode = crc
                mon_data = %1$s/mon
                osd_data = %1$s/osd
                osd_objectstore = memstore
                osd_pool_default_size = 1
                osd_pool_default_min_size = 1
                osd_pool_default_pg_num = 8
                osd_pool_default_pg_autoscale_mode = off
                osd_crush_chooseleaf_type = 0
                mon_allow_pool_size_one = true
                rgw_frontends = beast endpoint=127.0.0.1:%4$d
                run_dir = %1$s/run
                admin_socket = %1$s/run/$name.asok
                log_file = %1$s/log/$name.log
                mon_cluster_log_file = %1$s/log/cluster.log
                crash_dir = %1$s/crash
                """.formatted(folder, cluster, monitor, gateway);
    }

    void start(String accessKey, String secretKey) throws IOException, InterruptedException {
        String map = folder.resolve("monmap").toString();
        String store = UUID.randomUUID().toString();
        run("monmaptool", "--create", "--add", "a", "127.0.0.1:" + monitor, "--fsid", cluster.toString(), map);
        run("ceph-mon", "--mkfs", "-i", "a", "--monmap", map);
        begin("ceph-mon", "-f", "-i", "a");
        run("ceph", "osd", "new", store);
        run("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", store);
        begin("ceph-osd", "-f", "-i", "0");
        run(
                "radosgw-admin",
                "user",
                "create",
                "--uid=owner",
                "--display-name=Owner",
                "--access-key=" + accessKey,
                "--secret-key=" + secretKey);
        begin("radosgw", "-f", "-n", "client.rgw");
    }

    /** Whether it has ended, if it does within a blink. */
    boolean lacksGateway() throws InterruptedException {
        return running.getLast().waitFor(200, TimeUnit.MILLISECONDS);
    }

    private void begin(String... command) throws IOException {
        running.add(process(command));
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = process(command);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        command[0] + " fails: " + Files.readString(folder.resolve("log/" + command[0] + ".out")));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private Process process(String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/" + command[0] + ".out").toFile());
        builder.environment().put("CEPH_CONF", configuration.toString());
        return builder.start();
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    /** At once: nothing of it is wanted any more. */
    @Override
    public void close() {
        running.reversed().forEach(Process::destroyForcibly);
    }
}
