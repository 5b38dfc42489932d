package io.vedette.agent;

import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentHome;
import io.vedette.agent.config.AgentHome.HomeLock;
import io.vedette.agent.config.AgentHome.Reading;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.config.VaultConfig;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.contracts.link.FromAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the agent until it is told to stop: by SIGTERM, Ctrl-C, or the end of its standard input when it was asked to mind that. */
final class RunCommand {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final int STOP_SECONDS = 15;

    private final CommandLine.Run line;
    private final PrintStream err;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    RunCommand(CommandLine.Run line, PrintStream err) {
        this.line = line;
        this.err = err;
    }

    ExitCode run() throws IOException {
        AgentHome home = AgentHome.at(line.home());
        if (!Files.isDirectory(home.folder())) {
            return notPaired(home);
        }
        Optional<HomeLock> lock = home.make().lock();
        if (lock.isEmpty()) {
            err.println("Another process is this agent already: " + home + ". One home, one process.");
            return ExitCode.REFUSED;
        }
        try (HomeLock held = lock.get()) {
            return switch (home.read()) {
                case Reading.Ready ready -> live(home, agent(ready.config(), home));
                case Reading.Vault vault -> live(home, vault(vault.config(), home));
                case Reading.NotPaired nobodyYet -> notPaired(home);
                case Reading.Faulty faulty -> {
                    err.println(home.configFile() + " must be mended first:");
                    faulty.faults().forEach(fault -> err.println("  " + fault));
                    yield ExitCode.REFUSED;
                }
            };
        }
    }

    /** As a signal would. */
    void stop() {
        stop.countDown();
    }

    private ExitCode notPaired(AgentHome home) {
        err.println(home + " is not paired with a hub yet. First: pair HUB --home " + home);
        return ExitCode.REFUSED;
    }

    /** What this home makes of the process. */
    private interface Role {
        Edge start(KeyRing keys, FromAgent.Life life) throws IOException;
    }

    private static Role agent(AgentConfig config, AgentHome home) {
        LOG.info(
                "agent {} of camera {} ({}), version {}",
                config.agent(),
                config.cameraName(),
                config.access().main(),
                AgentVersion.current());
        return (keys, life) -> EdgeAgent.start(config, keys, life, home);
    }

    private static Role vault(VaultConfig config, AgentHome home) {
        LOG.info(
                "vault {} ({}) of {}, version {}",
                config.vault(),
                config.name(),
                config.siteName(),
                AgentVersion.current());
        return (keys, life) -> EdgeVault.start(config, keys, life, home);
    }

    private ExitCode live(AgentHome home, Role role) throws IOException {
        KeyRing keys = KeyRing.kept(home.keyFile());
        FromAgent.Life life = home.begin(new SecureRandom());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
        if (line.untilStdinCloses()) {
            Thread.ofPlatform().daemon().name("stdin").start(this::mindStdin);
        }
        try (Edge edge = role.start(keys, life)) {
            stop.await();
            LOG.info("stopping");
        } catch (SpoolFault e) {
            err.println("The agent cannot record here: " + e.getMessage());
            return ExitCode.REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
        return ExitCode.DONE;
    }

    /** The JVM ends when this returns: not before the last recording is closed, and not much later. */
    private void stopAndWait() {
        stop.countDown();
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("not everything stopped within {} s; the next start mends what was left open", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void mindStdin() {
        try {
            InputStream in = System.in;
            while (in.read() >= 0) {
                // whoever started us may say what it likes; only the end counts
            }
        } catch (IOException e) {
            LOG.debug("standard input broke", e);
        }
        stop.countDown();
    }
}
