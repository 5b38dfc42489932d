package io.vedette.stack.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent's systemd unit, held against how the demo starts an agent. */
class AgentUnitTest {
    private static final String UNIT = Checkout.read("agent-runtime/src/main/systemd/vedette-agent@.service");

    @Test
    void theAgentIsStartedWithTheFlagsThatItsMachineIsMeantToHave() {
        String known = Checkout.read("src/stack/src/main/java/io/vedette/stack/edge/AgentProcess.java")
                + Checkout.read("agent-runtime/src/main/java/io/vedette/agent/AgentFlags.java");
        String command = Checkout.all("^ExecStart=/usr/bin/java (.*)$", UNIT).getFirst();
        List<String> options = Checkout.words(command.substring(0, command.indexOf(" -jar ")))
                .map(option -> option.replaceFirst("=/.*$", "="))
                .toList();

        assertThat(options).hasSizeGreaterThan(7).allMatch(option -> known.contains('"' + option));
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
