package io.vedette.stack.ship;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.AgentFlags;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The agent's systemd unit, held against how an agent is meant to be started. */
class AgentUnitTest {
    private static final String UNIT = Checkout.read("agent-runtime/src/main/systemd/vedette-agent@.service");

    @Test
    void theAgentIsStartedWithTheFlagsThatItsMachineIsMeantToHave() {
        String command = Checkout.all("^ExecStart=/usr/bin/java (.*)$", UNIT).getFirst();

        assertThat(Checkout.words(command.substring(0, command.indexOf(" -jar "))))
                .containsExactlyElementsOf(AgentFlags.jvm(Path.of("/var/lib/vedette-agent/%i/cache")));
        assertThat(Checkout.words(Checkout.all("^Environment=(.*)$", UNIT).getFirst()))
                .containsExactlyElementsOf(AgentFlags.ENVIRONMENT.entrySet().stream()
                        .map(Object::toString)
                        .toList());
        assertThat(command).endsWith(" run --home /var/lib/vedette-agent/%i");
    }

    @Test
    void itCanReachItsOwnFolderAndNoRightMore() {
        assertThat(UNIT.lines())
                .contains(
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "StateDirectory=vedette-agent/%i",
                        "StateDirectoryMode=0700",
                        "SystemCallFilter=@system-service",
                        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
                        "MemoryMax=256M");
    }
}
