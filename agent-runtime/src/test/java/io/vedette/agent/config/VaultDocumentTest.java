package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.agent.config.AgentHome.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultDocumentTest {
    @TempDir
    Path folder;

    @Test
    void everythingThatIsMissingOrWrongIsNamed() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        Files.writeString(
                home.vaultFile(),
                "{\"hub\": \"ftp://x\", \"listen\": \"0.0.0.0:1\", \"address\": \"http://127.0.0.1:1\"}");

        assertThat(home.read())
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .anyMatch(fault -> fault.startsWith("hub: "))
                                .contains("vault is missing.", "site.id is missing.")
                                .anyMatch(fault -> fault.contains("listens to other machines")));
    }

    @Test
    void oneHomeIsAnAgentsOrAVaults() throws IOException {
        AgentHome home = AgentHome.at(folder).make();
        Files.writeString(home.vaultFile(), "{}");
        Files.writeString(home.configFile(), "{}");

        assertThat(home.read())
                .isInstanceOfSatisfying(
                        Reading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .singleElement()
                                .asString()
                                .contains("one home is one of the two"));
    }

    @Test
    void whereItListensIsAnAddressOfAMachineAndAPort() {
        assertThat(ListenAddress.of("192.168.1.5:8642").thisMachineAlone()).isFalse();
        assertThat(ListenAddress.of("[::1]:8642").thisMachineAlone()).isTrue();
        assertThat(ListenAddress.of("[::1]:8642")).hasToString("[0:0:0:0:0:0:0:1]:8642");
        for (String wrong :
                new String[] {"localhost:1", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "999.1.1.1:1", "::1:5"}) {
            assertThatThrownBy(() -> ListenAddress.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
